// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/parts/parts_book.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::parts {

namespace {

using drivers::DeviceIdentity;

const DeviceIdentity kReader{.module = "sam-usb",
                             .model = "SAM reader",
                             .serial = "05.03-20100101-000012345-012345678",
                             .firmware = "1.0",
                             .port = "1-1"};
const WallTime kInstalled{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2}};

DeviceIdentity with(DeviceIdentity identity, std::string DeviceIdentity::* member,
                    const std::string& value) {
    identity.*member = value;
    return identity;
}

/// A kiosk's record, which outlives its runs.
struct Archive {
    tests::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / kPartsFileName;

    std::shared_ptr<PartsBook> open() const { return PartsBook::open(file).value(); }
    /// The reader that was there at installation is on record.
    Archive() {
        const auto book = open();
        REQUIRE(book->note("cardReader", kReader, OtherPart::isKeptOut));
        REQUIRE(book->accept("cardReader", kInstalled));
    }
};

} // namespace

TEST_CASE("D14 a part that nobody accepted yet serves, and is told as not on record") {
    const tests::TemporaryFolder folder;
    const auto book = PartsBook::open(folder.path() / kPartsFileName).value();
    CHECK(book->report().empty());
    CHECK(book->note("cardReader", kReader, OtherPart::isKeptOut));
    REQUIRE(book->report().size() == 1);
    CHECK(book->report().front().state == PartState::notOnRecord);
    CHECK(book->report().front().seen == kReader);
}

TEST_CASE("D14 the record outlives the run, with its date, and the same part is as on record") {
    const Archive archive;
    const auto book = archive.open();
    REQUIRE(book->report().size() == 1);
    CHECK(book->report().front().state == PartState::notSeen);
    CHECK(book->report().front().acceptedAt == "2026-11-02T00:00:00Z");
    CHECK(book->note("cardReader", kReader, OtherPart::isKeptOut));
    CHECK(book->report().front().state == PartState::asOnRecord);
    // Known by its number, it may be plugged in elsewhere.
    const auto moved = with(kReader, &DeviceIdentity::port, "1-2");
    CHECK(book->note("cardReader", moved, OtherPart::isKeptOut));
    CHECK(book->report().front().state == PartState::asOnRecord);
}

TEST_CASE("D14 a swapped card reader is kept out until a technician accepts it") {
    const Archive archive;
    const auto other = with(kReader, &DeviceIdentity::serial, "05.03-20190101-000099999-099999999");
    {
        const auto book = archive.open();
        const auto kept = book->note("cardReader", other, OtherPart::isKeptOut);
        REQUIRE_FALSE(kept);
        CHECK(kept.error().code() == "device.other-part");
        CHECK(kept.error().remedy() == Remedy::technician);
        CHECK(kept.error().detail() ==
              "cardReader, serial: \"05.03-20100101-000012345-012345678\" on record, "
              "\"05.03-20190101-000099999-099999999\" found");
        const PartReport report = book->report().front();
        CHECK(report.state == PartState::other);
        CHECK(report.recorded == kReader);
        CHECK(report.seen == other);
        CHECK(report.differences == std::vector<std::string>{"serial"});
        REQUIRE(book->accept("cardReader", kInstalled + std::chrono::hours(24)));
        CHECK(book->note("cardReader", other, OtherPart::isKeptOut));
    }
    const auto book = archive.open();
    CHECK(book->note("cardReader", other, OtherPart::isKeptOut));
    CHECK_FALSE(book->note("cardReader", kReader, OtherPart::isKeptOut));
    CHECK(book->report().front().acceptedAt == "2026-11-03T00:00:00Z");
}

TEST_CASE("D14 another part of a kind that is told serves on") {
    const Archive archive;
    const auto book = archive.open();
    const auto other = with(kReader, &DeviceIdentity::model, "Another");
    CHECK(book->note("cardReader", other, OtherPart::isTold));
    CHECK(book->report().front().state == PartState::other);
}

TEST_CASE("D14 wrong firmware alone is told and keeps nobody out") {
    const Archive archive;
    const auto book = archive.open();
    const auto other = with(kReader, &DeviceIdentity::firmware, "0.9");
    CHECK(book->note("cardReader", other, OtherPart::isKeptOut));
    CHECK(book->report().front().state == PartState::other);
    CHECK(book->report().front().differences == std::vector<std::string>{"firmware"});
}

TEST_CASE("D14 a part without a number is known by its port") {
    const tests::TemporaryFolder folder;
    const auto book = PartsBook::open(folder.path() / kPartsFileName).value();
    const DeviceIdentity nameless{.module = "pcsc", .model = "Reader", .port = "1-1"};
    REQUIRE(book->note("cardReader", nameless, OtherPart::isKeptOut));
    REQUIRE(book->accept("cardReader", kInstalled));
    CHECK_FALSE(book->note("cardReader", with(nameless, &DeviceIdentity::port, "1-2"),
                           OtherPart::isKeptOut));
}

TEST_CASE("D14 nobody accepts a part that was not there") {
    const Archive archive;
    const auto book = archive.open();
    CHECK(book->accept("cardReader", kInstalled).error().code() == "parts.not-seen");
    CHECK(book->accept("printer", kInstalled).error().code() == "parts.not-seen");
}

TEST_CASE("D14 a part is not accepted for another that came after it was shown") {
    const Archive archive;
    const auto book = archive.open();
    const auto shown = with(kReader, &DeviceIdentity::serial, "2");
    const auto came = with(kReader, &DeviceIdentity::serial, "3");
    static_cast<void>(book->note("cardReader", shown, OtherPart::isKeptOut));
    static_cast<void>(book->note("cardReader", came, OtherPart::isKeptOut));
    const auto accepted = book->accept("cardReader", kInstalled, shown);
    REQUIRE_FALSE(accepted);
    CHECK(accepted.error().code() == "parts.changed");
    CHECK(book->report().front().recorded == kReader);
    CHECK(book->accept("cardReader", kInstalled, came));
    CHECK(book->report().front().state == PartState::asOnRecord);
}

TEST_CASE("D14 a record that cannot be read is no empty record") {
    const Archive archive;
    for (const std::string_view text :
         {"", "[]", R"({"cardReader": 7})", R"({"cardReader": {"serial": "1"}})"}) {
        CAPTURE(text);
        REQUIRE(writeFile(archive.file, bytesOf(text)));
        const auto book = PartsBook::open(archive.file);
        REQUIRE_FALSE(book);
        CHECK(book.error().code() == "parts.record");
    }
}

TEST_CASE("D14 a record that cannot be written leaves the one there was") {
    Archive archive;
    const auto book = archive.open();
    const auto other = with(kReader, &DeviceIdentity::serial, "2");
    static_cast<void>(book->note("cardReader", other, OtherPart::isKeptOut));
    std::filesystem::remove_all(archive.folder.path());
    CHECK_FALSE(book->accept("cardReader", kInstalled));
    CHECK_FALSE(book->note("cardReader", other, OtherPart::isKeptOut));
}

} // namespace kiosk::parts
