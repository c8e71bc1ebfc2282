// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>

#include <catch2/catch.hpp>

#include "firmware/document/package.h"
#include "tests/support/ofd_builder.h"

using namespace kiosk;
using document::Package;
using tests::makeZip;
using tests::Packing;

namespace {

std::string codeOf(const Result<Package>& opened) {
    return opened ? "opened" : opened.error().code();
}

void replaceAll(Bytes& bytes, std::string_view from, std::string_view to) {
    const ByteView pattern = bytesOf(from);
    auto at = bytes.begin();
    while ((at = std::search(at, bytes.end(), pattern.begin(), pattern.end())) != bytes.end())
        at = std::ranges::copy(bytesOf(to), at).out;
}

} // namespace

TEST_CASE("a package hands out its entries byte for byte, with or without a leading slash") {
    const auto package = Package::open(makeZip({{"OFD.xml", "<a/>"}, {"Doc_0/空.xml", ""}}));
    REQUIRE(package);
    CHECK(package->names() == std::vector<std::string>{"OFD.xml", "Doc_0/空.xml"});
    CHECK(toText(*package->entry("OFD.xml")) == "<a/>");
    CHECK(toText(*package->entry("/OFD.xml")) == "<a/>");
    CHECK(package->entry("Doc_0/空.xml")->empty());
    CHECK(package->contains("/Doc_0/空.xml"));
    CHECK_FALSE(package->contains("ofd.xml"));
    CHECK(package->entry("Doc_0").error().code() == "document.missing-entry");
}

TEST_CASE("folder entries are not files") {
    const auto package = Package::open(makeZip({{"Doc_0/", ""}, {"Doc_0/a", "1"}}));
    REQUIRE(package);
    CHECK(package->names() == std::vector<std::string>{"Doc_0/a"});
}

TEST_CASE("what is not a ZIP archive is not a package") {
    CHECK(codeOf(Package::open({})) == "document.not-a-package");
    CHECK(codeOf(Package::open(bytesOf("%PDF-1.7 and so on"))) == "document.not-a-package");
    CHECK(codeOf(Package::open(toBytes(std::string(100000, 'P')))) == "document.not-a-package");
}

TEST_CASE("an archive cut short is refused at every length") {
    const Bytes whole = makeZip({{"OFD.xml", std::string(400, 'x')}, {"b", "content"}});
    for (std::size_t length = 0; length < whole.size(); ++length)
        REQUIRE_FALSE(Package::open(ByteView(whole).first(length)));
}

TEST_CASE("a changed byte in an entry is damage") {
    Bytes zip = makeZip({{"OFD.xml", "content that is long enough"}}, Packing::stored);
    replaceAll(zip, "long", "lung");
    CHECK(codeOf(Package::open(zip)) == "document.damaged");
}

TEST_CASE("names that leave the package are refused") {
    for (const char* name : {"../x", "a/../../x", "/OFD.xml", "a\\b"}) {
        CAPTURE(name);
        CHECK(codeOf(Package::open(makeZip({{name, "1"}}))) == "document.unsafe-path");
    }
}

TEST_CASE("two entries of one name are refused: which one was signed?") {
    Bytes zip = makeZip({{"page1.xml", "a"}, {"page2.xml", "b"}});
    replaceAll(zip, "page2.xml", "page1.xml");
    CHECK(codeOf(Package::open(zip)) == "document.ambiguous");
}

TEST_CASE("at most 512 entries") {
    std::vector<std::pair<std::string, std::string>> entries;
    for (int i = 0; i < 512; ++i)
        entries.emplace_back("e" + std::to_string(i), "");
    CHECK(codeOf(Package::open(makeZip(entries))) == "opened");
    entries.emplace_back("one more", "");
    CHECK(codeOf(Package::open(makeZip(entries))) == "document.too-large");
}

TEST_CASE("at most 64 MiB unpacked, at most a hundred times the packed size") {
    const std::string half(33U << 20, '\0');
    CHECK(codeOf(Package::open(makeZip({{"a", half}, {"b", half}}, Packing::stored))) ==
          "document.too-large");
    CHECK(codeOf(Package::open(makeZip({{"bomb", half}}))) == "document.too-large");
}

TEST_CASE("S6 one entry packed too tightly is refused though the whole file is not") {
    std::string noise(3U << 20, ' ');
    std::uint32_t state = 1;
    for (char& c : noise)
        c = static_cast<char>((state = state * 1'103'515'245U + 12'345U) >> 16U);
    const std::string tight(2U << 20, ' ');
    CHECK(codeOf(Package::open(makeZip({{"a", noise}, {"b", tight}}))) == "document.too-large");
    CHECK(codeOf(Package::open(makeZip({{"a", noise}, {"b", tight.substr(0, 1U << 20)}}))) ==
          "opened");
}

TEST_CASE("a stated size smaller than the content is damage") {
    Bytes zip = makeZip({{"OFD.xml", std::string(1000, 'x') + "end"}});
    const std::uint16_t size = 1003;
    const std::uint16_t lie = 10;
    std::string from(2, '\0');
    std::string to(2, '\0');
    std::memcpy(from.data(), &size, 2);
    std::memcpy(to.data(), &lie, 2);
    replaceAll(zip, from, to);
    CHECK(codeOf(Package::open(zip)) == "document.damaged");
}
