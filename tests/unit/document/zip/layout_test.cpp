// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/document/package.h"
#include "tests/support/raw_zip.h"

using namespace kiosk;
using tests::le16;
using tests::le32;
using tests::le64;
using tests::makeRawZip;
using tests::RawEntry;
using tests::RawZip;

namespace {

/// What opening such an archive says: "opened", or the code and the detail.
std::string outcome(const RawZip& zip) {
    const auto package = document::Package::open(makeRawZip(zip));
    return package ? "opened" : package.error().code() + ": " + package.error().detail();
}

/// The same for one odd entry behind an ordinary one.
std::string outcome(const RawEntry& odd) {
    return outcome(RawZip{.entries = {{.name = "OFD.xml", .content = "<a/>"}, odd}});
}

std::string ambiguous(std::string_view what) {
    return "document.ambiguous: " + std::string(what);
}

const RawEntry kGood{.name = "b", .content = "content"};

std::string descriptor(const std::string& sizes) {
    return "PK\x07\x08" + le32(tests::checkSumOf("content")) + sizes;
}

} // namespace

TEST_CASE("S6 an archive whose two descriptions agree is opened") {
    CHECK(outcome(kGood) == "opened");
    CHECK(outcome(RawEntry{.name = "b/"}) == "opened");
    CHECK(outcome(RawZip{.entries = {kGood}, .comment = "made by"}) == "opened");
}

TEST_CASE("S6 sizes may follow the content, in each of the four forms") {
    constexpr std::uint16_t kFollows = 1U << 3;
    const std::string plain = le32(7) + le32(7);
    const std::string wide = le64(7) + le64(7);
    RawEntry entry{.name = "b", .content = "content", .flags = kFollows};
    entry.localSize = entry.localPackedSize = entry.localCheckSum = 0;
    for (const std::string& sizes : {plain, wide}) {
        entry.behind = descriptor(sizes);
        CHECK(outcome(entry) == "opened");
        entry.behind = descriptor(sizes).substr(4);
        CHECK(outcome(entry) == "opened");
    }
    for (const std::string& wrong :
         {std::string(), descriptor(le32(7) + le32(8)), descriptor(plain) + "x",
          "PK\x07\x07" + descriptor(plain).substr(4), descriptor(plain).substr(0, 12)}) {
        entry.behind = wrong;
        CHECK(outcome(entry) == ambiguous("bytes behind an entry: b"));
    }
}

TEST_CASE("S6 headers that disagree are refused, whichever a reader would believe") {
    const auto with = [](auto change) {
        RawEntry entry = kGood;
        change(entry);
        return outcome(entry);
    };
    CHECK(with([](RawEntry& e) { e.localName = "c"; }) == ambiguous("two names: b"));
    CHECK(with([](RawEntry& e) { e.localMethod = 8; }) == ambiguous("two ways of packing: b"));
    CHECK(with([](RawEntry& e) { e.localFlags = 1; }) == ambiguous("two ways of packing: b"));
    CHECK(with([](RawEntry& e) { e.localFlags = 8; }) == ambiguous("two ways of packing: b"));
    CHECK(with([](RawEntry& e) { e.localSize = 6; }) == ambiguous("two sizes: b"));
    CHECK(with([](RawEntry& e) { e.localPackedSize = 6; }) == ambiguous("two sizes: b"));
    CHECK(with([](RawEntry& e) { e.localCheckSum = 1; }) == ambiguous("two check sums: b"));
    CHECK(with([](RawEntry& e) { e.size = 6; }) == ambiguous("two sizes: b"));
}

TEST_CASE("S6 a second name in UTF-8 must be the same name") {
    const auto unicodePath = [](std::string_view name) {
        return le16(0x7075) + le16(5 + name.size()) + "\x01" + le32(0) + std::string(name);
    };
    RawEntry entry = kGood;
    entry.centralExtra = entry.localExtra = unicodePath("b");
    CHECK(outcome(entry) == "opened");
    entry.localExtra = unicodePath("c");
    CHECK(outcome(entry) == ambiguous("two names: b"));
    entry.localExtra = {};
    entry.centralExtra = unicodePath("c");
    CHECK(outcome(entry) == ambiguous("two names: b"));
}

TEST_CASE("S6 ZIP64 may repeat the truth in a local header and nothing else") {
    const auto field = [](std::uint64_t size, std::uint64_t packed) {
        return le16(1) + le16(16) + le64(size) + le64(packed);
    };
    RawEntry entry = kGood;
    entry.localSize = entry.localPackedSize = 0xFFFFFFFF;
    entry.localExtra = field(7, 7);
    CHECK(outcome(entry) == "opened");
    for (const std::string& lie : {field(7, 8), field(1ULL << 40U, 7), field(0, 0), std::string(),
                                   field(7, 7).substr(0, 12), le16(1) + le16(8) + le64(7)}) {
        entry.localExtra = lie;
        CHECK(outcome(entry) == ambiguous("two sizes: b"));
    }
    entry = kGood;
    entry.localExtra = field(8, 8);
    CHECK(outcome(entry) == ambiguous("two sizes: b"));
    entry = kGood;
    entry.centralExtra = field(7, 7);
    CHECK(outcome(entry) == ambiguous("ZIP64: b"));
    entry = kGood;
    entry.size = 0xFFFFFFFF;
    CHECK(outcome(entry) == ambiguous("ZIP64: b"));
    entry = kGood;
    entry.localHeaderAt = 0xFFFFFFFF;
    CHECK(outcome(entry) == ambiguous("ZIP64: b"));
}

TEST_CASE("S6 entries that share bytes are refused") {
    RawEntry twin = kGood;
    twin.localHeaderAt = 0;
    CHECK(outcome(RawZip{.entries = {kGood, twin}}) == ambiguous("two entries of one name: b"));
    RawEntry reaching{.name = "a", .content = "12"};
    reaching.packedSize = reaching.size = 9;
    CHECK(outcome(RawZip{.entries = {reaching, kGood}}) == ambiguous("overlapping entries: a"));
    CHECK(outcome(RawZip{.entries = {kGood, reaching}}) == ambiguous("overlapping entries: a"));
}

TEST_CASE("S6 bytes that belong to no entry are refused wherever they stand") {
    RawEntry followed = kGood;
    followed.behind = "hidden";
    CHECK(outcome(followed) == ambiguous("bytes behind an entry: b"));
    CHECK(outcome(RawZip{.entries = {kGood}, .before = "%PDF-1.7"}) ==
          ambiguous("bytes before an entry: b"));
    CHECK(outcome(RawZip{.entries = {kGood}, .beforeDirectory = "hidden"}) ==
          ambiguous("bytes behind an entry: b"));
    CHECK(outcome(RawZip{.entries = {kGood}, .beforeEnd = "hidden"}) ==
          ambiguous("bytes between directory and end"));
    CHECK(outcome(RawZip{.entries = {kGood}, .behind = "\n"}) == ambiguous("several ends"));
}

TEST_CASE("S6 an archive inside the comment is not looked for") {
    const std::string inner = toText(makeRawZip({.entries = {kGood}}));
    CHECK(outcome(RawZip{.entries = {kGood}, .comment = inner}) == ambiguous("several ends"));
    const std::string end = inner.substr(inner.size() - 22);
    CHECK(outcome(RawZip{.entries = {kGood}, .comment = end + "x"}) == ambiguous("several ends"));
}

TEST_CASE("S6 the end record counts what the directory lists") {
    RawZip zip{.entries = {kGood, {.name = "c"}}};
    zip.count = 1;
    CHECK(outcome(zip) == ambiguous("bytes behind the directory"));
    zip.count = 3;
    CHECK(outcome(zip) == "document.damaged: archive directory");
    zip.count = 0xFFFF;
    CHECK(outcome(zip) == "document.too-large: entries");
    CHECK(outcome(RawZip{}) == "document.not-a-package: no entries");
    CHECK(outcome(RawZip{.entries = {kGood}, .disk = 1}) == ambiguous("several volumes"));
}

TEST_CASE("S6 names that one system or another takes for the same are refused") {
    for (const char* name : {"OFD.xml", "ofd.XML", "OFD.xml/"}) {
        CAPTURE(name);
        CHECK(outcome(RawEntry{.name = name}) ==
              ambiguous("two entries of one name: " + std::string(name)));
    }
    CHECK(outcome(RawEntry{.name = "./OFD.xml"}) == "document.unsafe-path: ./OFD.xml");
    CHECK(outcome(RawEntry{.name = "b/", .content = "x"}) ==
          ambiguous("a folder with content: b/"));
}

TEST_CASE("S6 links, devices, encrypted and oddly packed entries are refused") {
    const auto mode = [](std::uint32_t unixMode) {
        return outcome(
            RawEntry{.name = "b", .content = "/etc/passwd", .externalAttributes = unixMode << 16U});
    };
    CHECK(mode(0100644) == "opened");
    CHECK(mode(0120777) == "document.unsafe-path: b");
    CHECK(mode(0060600) == "document.unsafe-path: b");
    for (const int flags : {0x0001, 0x0040, 0x2000})
        CHECK(outcome(RawEntry{.name = "b", .flags = static_cast<std::uint16_t>(flags)}) ==
              "document.encrypted: b");
    for (const int method : {1, 9, 12, 14, 93, 99})
        CHECK(outcome(RawEntry{.name = "b", .method = static_cast<std::uint16_t>(method)}) ==
              "document.unsupported-compression: b");
}
