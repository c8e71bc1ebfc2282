// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/staff/soak_report.h"

namespace kiosk::staff {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kMegabyte = 1'000'000;

const health::Cause kGone("reader.gone", Remedy::technician);

/// So many rounds, of which round n holds what is said.
template <typename Held>
SoakReport soaked(int rounds, const Held& held, SoakEnd end = SoakEnd::time) {
    SoakMeter meter(10min);
    for (int round = 1; round <= rounds; ++round)
        meter.roundOver(held(round), std::chrono::seconds(round));
    return meter.end(end, std::chrono::seconds(rounds));
}

health::Footprint steady(int /*round*/) {
    return {.memory = 100 * kMegabyte, .files = 40};
}

} // namespace

TEST_CASE("G2 a soak counts each way in which a part fails, from the round it began in") {
    SoakMeter meter(10min);
    for (int round = 1; round <= 20; ++round) {
        if (round >= 7)
            meter.failed(SoakPart::cardReader, kGone);
        if (round == 9)
            meter.failed(SoakPart::printer, {"printer.silent", Remedy::technician});
        meter.roundOver(steady(round), std::chrono::seconds(round));
    }
    const SoakReport report = meter.end(SoakEnd::time, 20s);
    REQUIRE(report.failures.size() == 2);
    CHECK(report.failures[0] == SoakFailure{SoakPart::cardReader, kGone, 14, 7});
    CHECK(report.failures[1].firstRound == 9);
    CHECK(report.rounds == 20);
    CHECK_FALSE(isPassed(report));
}

TEST_CASE("G2 a soak is passed by holding out for all of its time") {
    CHECK(isPassed(soaked(60, steady)));
    CHECK_FALSE(isPassed(soaked(60, steady, SoakEnd::stopped)));
    CHECK_FALSE(isPassed(soaked(60, steady, SoakEnd::served)));
    CHECK_FALSE(isPassed(soaked(0, steady)));
}

TEST_CASE("G2 memory that grows is found, and who must act") {
    const SoakReport report = soaked(60, [](int round) {
        return health::Footprint{.memory = 100 * kMegabyte + round * 100'000, .files = 40};
    });
    REQUIRE(report.failures.size() == 1);
    CHECK(report.failures[0].part == SoakPart::machine);
    CHECK(report.failures[0].why == health::Cause("soak.memory-grew", Remedy::supplier));
    CHECK(report.memory.first == 100 * kMegabyte + 11 * 100'000);
    CHECK(report.memory.last == 100 * kMegabyte + 51 * 100'000);
    CHECK(report.memory.highest == 100 * kMegabyte + 60 * 100'000);
}

TEST_CASE("G2 a file left open every twenty rounds is found") {
    const SoakReport report = soaked(60, [](int round) {
        return health::Footprint{.memory = 100 * kMegabyte, .files = 40 + round / 20};
    });
    REQUIRE(report.failures.size() == 1);
    CHECK(report.failures[0].why.code() == "soak.files-grew");
    CHECK(report.files.first == 40);
    CHECK(report.files.last == 42);
}

TEST_CASE("G2 what fills up at first, or is held for a moment, is no growth") {
    const auto warming = [](int round) {
        return health::Footprint{.memory = std::min(round, 10) * 20 * kMegabyte,
                                 .files = round % 3 == 0 ? 60 : 40};
    };
    const SoakReport report = soaked(200, warming);
    CHECK(isPassed(report));
    CHECK(report.files.highest == 60);
    CHECK(report.files.last == 40);
    // 1 % of 500 MB is a growth that is none.
    CHECK(isPassed(soaked(60, [](int round) {
        return health::Footprint{.memory = 500 * kMegabyte + round * 100'000, .files = 40};
    })));
}

TEST_CASE("G2 unknown is never grown, and too short a soak judges nothing") {
    CHECK(isPassed(soaked(60, [](int) { return health::Footprint{}; })));
    CHECK_FALSE(soaked(60, [](int) { return health::Footprint{}; }).memory.first);
    const SoakReport brief = soaked(19, [](int round) {
        return health::Footprint{.memory = round * 50 * kMegabyte, .files = round};
    });
    CHECK(isPassed(brief));
    CHECK_FALSE(brief.memory.first);
    CHECK(brief.memory.highest == 19 * 50 * kMegabyte);
    // A look that could not be had in between spoils no others.
    const SoakReport holed =
        soaked(60, [](int round) { return round == 30 ? health::Footprint{} : steady(round); });
    CHECK(holed.files.last == 40);
}

TEST_CASE("G2 each part and end of a soak has a name of its own, read back") {
    for (const auto* part : {"cardReader", "printer", "camera", "store", "machine"})
        CHECK(name(soakPartNamed(part).value()) == part);
    for (const auto* end : {"none", "time", "stopped", "served"})
        CHECK(name(soakEndNamed(end).value()) == end);
    CHECK_FALSE(soakPartNamed("toaster"));
    CHECK_FALSE(soakEndNamed(""));
}

} // namespace kiosk::staff
