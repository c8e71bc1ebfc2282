// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/assist/assist_book.h"
#include "firmware/base/files.h"
#include "firmware/seal/crypto.h"
#include "tests/support/temporary_folder.h"

// R5: whom a companion has helped today, and what the holders consented to.

namespace kiosk::assist {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

constexpr sys_days kToday = std::chrono::year(2026) / 11 / 27;
constexpr WallTime kNow = kToday + 9h;
const std::string kCompanion = "990101199003071121";
const std::string kHolders[] = {"990102198506140037", "980101197811300183", "990201199209210152",
                                "980202199504010264"};

Consent consentOf(std::size_t holder, std::string companion = kCompanion) {
    return {{std::move(companion), kHolders[holder]}, "consent.2026-11", "zh-CN"};
}

struct Bed {
    tests::TemporaryFolder folder;
    SeededRandom random{7};
    AssistBook book{folder.path() / kFileName, random};

    Result<std::int64_t> record(std::size_t holder, sys_days day = kToday) {
        return book.record(consentOf(holder), day, day + 9h);
    }
};

/// How often a word stands in any file there.
int hits(const std::filesystem::path& folder, ByteView word) {
    const std::string wanted = toText(word);
    int found = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        const std::string content = toText(readFile(file.path()).value());
        for (auto at = content.find(wanted); at != std::string::npos;
             at = content.find(wanted, at + 1))
            ++found;
    }
    return found;
}

} // namespace

TEST_CASE(
    "R5 three people a day are helped, and the fourth is refused, before and at the consent") {
    Bed bed;
    for (std::size_t holder = 0; holder < 3; ++holder) {
        CHECK(bed.book.mayHelp(consentOf(holder).pair, kToday));
        CHECK(bed.record(holder));
    }
    CHECK(bed.book.mayHelp(consentOf(3).pair, kToday).error().code() == "assist.limit");
    CHECK(bed.record(3).error().code() == "assist.limit");
    CHECK(bed.book.records()->size() == 3); // what was refused left no record
}

TEST_CASE("R5 asking counts nobody, and helping the same person again counts once") {
    Bed bed;
    for (std::size_t holder = 0; holder < 4; ++holder)
        CHECK(bed.book.mayHelp(consentOf(holder).pair, kToday));
    for (int time = 0; time < 4; ++time)
        CHECK(bed.record(0));
    CHECK(bed.record(1));
    CHECK(bed.record(2));
    CHECK(bed.record(0));
    CHECK_FALSE(bed.record(3));
}

TEST_CASE("R5 the limit is each companion's own, and the site's") {
    Bed bed;
    const AssistBook strict(bed.folder.path() / kFileName, bed.random, 1);
    CHECK(strict.record(consentOf(0), kToday, kNow));
    CHECK_FALSE(strict.mayHelp(consentOf(1).pair, kToday));
    CHECK(strict.record(consentOf(1, kHolders[3]), kToday, kNow));
}

TEST_CASE("R5 the next day begins anew, as does a day before it") {
    for (const days step : {days(1), days(-1), days(400)}) {
        Bed bed;
        for (std::size_t holder = 0; holder < 3; ++holder)
            REQUIRE(bed.record(holder));
        CHECK(bed.book.mayHelp(consentOf(3).pair, kToday + step));
        CHECK(bed.record(3, kToday + step));
    }
}

TEST_CASE("R5 a restart gives no companion another day") {
    Bed bed;
    for (std::size_t holder = 0; holder < 3; ++holder)
        REQUIRE(bed.record(holder));
    SeededRandom other(99);
    const AssistBook reopened(bed.folder.path() / kFileName, other);
    CHECK_FALSE(reopened.mayHelp(consentOf(3).pair, kToday));
    CHECK(reopened.mayHelp(consentOf(2).pair, kToday));
}

TEST_CASE(
    "R5 a record is what was consented to, when, and shown to be theirs by both numbers alone") {
    Bed bed;
    REQUIRE(bed.record(0));
    REQUIRE(bed.record(0));
    const std::vector<Record> records = bed.book.records().value();
    REQUIRE(records.size() == 2);
    CHECK(records[0].givenAt == kNow);
    CHECK(records[0].words == "consent.2026-11");
    CHECK(records[0].language == "zh-CN");
    CHECK(records[0].sequence < records[1].sequence);
    CHECK(records[0].mark == markOf(consentOf(0).pair, records[0].salt));
    CHECK(records[0].mark != records[1].mark); // nobody sees that it was the same two
    CHECK(records[0].mark != markOf({kHolders[0], kCompanion}, records[0].salt));
    CHECK(records[0].mark != markOf(consentOf(1).pair, records[0].salt));
    CHECK(records[0].mark != markOf({kHolders[1], kHolders[0]}, records[0].salt));
}

TEST_CASE("R5 no number is in any file, and the day's salt is gone with the day") {
    Bed bed;
    REQUIRE(bed.record(0));
    CHECK(hits(bed.folder.path(), bytesOf("consent.2026-11")) >
          0); // the search finds what is there
    CHECK(hits(bed.folder.path(), bytesOf(kCompanion)) == 0);
    CHECK(hits(bed.folder.path(), bytesOf(kHolders[0])) == 0);
    // The first sixteen bytes of this source are the record's salt, the next ones the day's.
    SeededRandom same(7);
    Bytes drawn;
    while (drawn.size() < 32)
        for (std::uint64_t left = same.next(), i = 0; i < sizeof left; ++i, left >>= 8U)
            drawn.push_back(static_cast<std::byte>(left & 0xFFU));
    const ByteView daySalt = ByteView(drawn).subspan(16);
    Bytes companion(daySalt.begin(), daySalt.end());
    companion.push_back(static_cast<std::byte>(kCompanion.size()));
    std::ranges::copy(bytesOf(kCompanion), std::back_inserter(companion));
    companion = seal::sm3(companion);
    REQUIRE(hits(bed.folder.path(), daySalt) > 0);
    REQUIRE(hits(bed.folder.path(), companion) > 0);
    REQUIRE(bed.book.forget(kToday, kNow));
    CHECK(hits(bed.folder.path(), daySalt) > 0);
    REQUIRE(bed.book.forget(kToday + days(1), kNow + days(1)));
    CHECK(hits(bed.folder.path(), daySalt) == 0);
    CHECK(hits(bed.folder.path(), companion) == 0);
    CHECK(bed.book.records()->size() == 1); // the consent is not the day's
}

TEST_CASE("R5 a consent is kept for half a year and no day longer") {
    Bed bed;
    REQUIRE(bed.record(0));
    REQUIRE(bed.book.forget(kToday + kKept, kNow + kKept));
    CHECK(bed.book.records()->size() == 1);
    REQUIRE(bed.book.forget(kToday + kKept, kNow + kKept + 1ms));
    CHECK(bed.book.records()->empty());
}

TEST_CASE("R5 nothing is written where nobody was ever helped") {
    Bed bed;
    CHECK(bed.book.forget(kToday, kNow));
    CHECK(std::filesystem::is_empty(bed.folder.path()));
}

TEST_CASE("R5 a spoilt file refuses in its own words, and records nothing") {
    Bed bed;
    REQUIRE(
        writeFile(bed.folder.path() / kFileName, bytesOf("no database at all, but long enough")));
    CHECK(bed.book.mayHelp(consentOf(0).pair, kToday).error().code() == "assist.storage");
    CHECK(bed.record(0).error().code() == "assist.storage");
    CHECK(bed.book.records().error().code() == "assist.storage");
}

} // namespace kiosk::assist
