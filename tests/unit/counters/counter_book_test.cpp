// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/base/log.h"
#include "firmware/counters/counter_book.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::counters {

namespace {

using drivers::Count;
using std::chrono::year_month_day;

const year_month_day kInstalled = std::chrono::year(2026) / 11 / 2;
const year_month_day kLater = std::chrono::year(2026) / 11 / 28;

drivers::DeviceIdentity printer(const std::string& serial) {
    return {.module = "ipp", .model = "Laser", .serial = serial, .port = "1-1"};
}

/// A kiosk's state folder, and the day outside.
struct Site {
    tests::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / kFileName;
    year_month_day today = kInstalled;
    int stirs = 0;

    std::shared_ptr<CounterBook> start() {
        return CounterBook::open(
            {.file = file, .today = [this] { return today; }, .stirred = [this] { ++stirs; }});
    }
    /// A run in which this printer took so many documents of one sheet.
    void runs(const std::string& serial, int documents) {
        const auto book = start();
        const auto tally = book->tallyOf("printer");
        tally->opened(printer(serial));
        tally->count(Count::uses, documents);
        tally->count(Count::sheets, documents);
        REQUIRE(book->keep());
    }
    void write(const std::string& text) const { REQUIRE(writeFile(file, bytesOf(text))); }
    std::string text() const { return toText(readFile(file).value()); }
};

/// Of the printer that is in now.
Counted of(const CounterBook& book) {
    return book.standing().parts.at("printer");
}

/// Without rights on its folder nothing is written; a test as root has them all the same.
struct ClosedFolder {
    std::filesystem::path draft;
    explicit ClosedFolder(const Site& site) : draft(site.file) {
        std::filesystem::remove(draft);
        std::filesystem::create_directories(draft / "in the way");
    }
    void reopen() const { std::filesystem::remove_all(draft); }
};

} // namespace

TEST_CASE("G3 the counters of a device outlive the kiosk's runs, with the day it came") {
    Site site;
    site.runs("A1", 3);
    site.today = kLater;
    site.runs("A1", 4);
    const auto book = site.start();
    CHECK(of(*book).since == kInstalled);
    CHECK(of(*book).counts[Count::openings] == 2);
    CHECK(of(*book).counts[Count::uses] == 7);
    CHECK(of(*book).counts[Count::sheets] == 7);
    CHECK(of(*book).counts[Count::failures] == 0);
    CHECK_FALSE(book->standing().trouble);
}

TEST_CASE(
    "G3 an exchanged device is counted anew from its day; the old one goes on if it is back") {
    Site site;
    site.runs("A1", 3);
    site.today = kLater;
    site.runs("B2", 1);
    CHECK(of(*site.start()).since == kLater);
    CHECK(of(*site.start()).counts[Count::uses] == 1);
    site.runs("A1", 1);
    CHECK(of(*site.start()).since == kInstalled);
    CHECK(of(*site.start()).counts[Count::uses] == 4);
}

TEST_CASE("G3 of devices that were exchanged only the last few are remembered") {
    Site site;
    site.runs("first", 5);
    for (std::size_t i = 0; i < kDevicesKept; ++i)
        site.runs("other " + std::to_string(i), 1);
    site.runs("first", 1);
    CHECK(of(*site.start()).counts[Count::uses] == 1);
}

TEST_CASE("G3 counting touches no disk: it asks once to be written, and again when that is done") {
    Site site;
    const auto book = site.start();
    const auto tally = book->tallyOf("camera");
    tally->opened({.module = "v4l2"});
    for (int picture = 0; picture < 1000; ++picture)
        tally->count(Count::uses, 1);
    CHECK(site.stirs == 1);
    CHECK_FALSE(std::filesystem::exists(site.file));
    REQUIRE(book->keep());
    const auto written = std::filesystem::last_write_time(site.file);
    REQUIRE(book->keep());
    CHECK(std::filesystem::last_write_time(site.file) == written);
    tally->count(Count::failures, 1);
    CHECK(site.stirs == 2);
    CHECK(CounterBook::standingIn(site.file).parts.at("camera").counts[Count::uses] == 1000);
}

TEST_CASE("G3 what is counted before a device was opened is nobody's") {
    Site site;
    const auto book = site.start();
    book->tallyOf("printer")->count(Count::failures, 1);
    CHECK(book->standing().parts.empty());
    CHECK(site.stirs == 0);
}

TEST_CASE("G3 a damaged file is put aside and told, and the counts say that they are new") {
    Site site;
    site.runs("A1", 3);
    const std::string spoilt = site.text().substr(0, 40);
    site.write(spoilt);
    std::vector<std::string> lines;
    log::setSink([&](log::Level, std::string_view line) { lines.emplace_back(line); });
    const auto book = site.start();
    log::setSink({});
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].find("counters.not-whole code=counters.damaged") != std::string::npos);
    REQUIRE(book->standing().trouble);
    CHECK(book->standing().trouble->code() == "counters.damaged");
    CHECK(book->standing().trouble->remedy() == Remedy::technician);
    CHECK(book->standing().parts.empty()); // not known, which is not 0
    CHECK(toText(readFile(site.folder.path() / kPutAsideName).value()) == spoilt);
    site.today = kLater;
    site.runs("A1", 1);
    CHECK(of(*site.start()).since == kLater);
    CHECK_FALSE(site.start()->standing().trouble);
}

TEST_CASE("F6 a file of counters of a later system is left as it is, and nothing is counted") {
    Site site;
    const std::string later = R"({"form": 2, "everything": "else"})";
    site.write(later);
    const auto book = site.start();
    book->tallyOf("printer")->opened(printer("A1"));
    REQUIRE(book->keep());
    CHECK(book->standing().trouble->code() == "counters.newer-form");
    CHECK(book->standing().parts.empty());
    CHECK(site.stirs == 0);
    CHECK(site.text() == later);
}

TEST_CASE("G3 counters that cannot be written are told once, counted on, and written later") {
    Site site;
    const auto book = site.start();
    const ClosedFolder closed(site);
    const auto tally = book->tallyOf("printer");
    tally->opened(printer("A1"));
    std::vector<std::string> lines;
    log::setSink([&](log::Level, std::string_view line) { lines.emplace_back(line); });
    CHECK(book->keep().error().code() == "counters.not-written");
    CHECK_FALSE(book->keep());
    log::setSink({});
    CHECK(lines.size() == 1);
    CHECK(book->standing().trouble->code() == "counters.not-written");
    tally->count(Count::uses, 1);
    CHECK(of(*book).counts[Count::uses] == 1);
    closed.reopen();
    REQUIRE(book->keep());
    CHECK_FALSE(book->standing().trouble);
    CHECK(of(*site.start()).counts[Count::uses] == 1);
}

TEST_CASE("G3 whoever looks beside the kiosk changes nothing, and knows what nobody counted") {
    Site site;
    CHECK_FALSE(CounterBook::standingIn(site.file).isThere);
    CHECK(std::filesystem::is_empty(site.folder.path()));
    site.write("{");
    CHECK(CounterBook::standingIn(site.file).trouble->code() == "counters.damaged");
    CHECK(site.text() == "{");
    std::filesystem::remove(site.file);
    site.runs("A1", 3);
    CHECK(CounterBook::standingIn(site.file).parts.at("printer").counts[Count::uses] == 3);
}

} // namespace kiosk::counters
