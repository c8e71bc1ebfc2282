// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/scenarios/virtual_play.h"

// A sound kiosk over thirty days of a manual clock: nothing that a month brings is an alarm, and
// one fault planted in it is told.

namespace kiosk::faults {

namespace {

using namespace std::chrono_literals;
using bench::Happening;
using bench::VirtualStage;
using nlohmann::json;

constexpr int kDays = 30;
constexpr int kHoursOfDay = 24;
constexpr auto kHiccup = 20s; ///< shorter than an answer counts
/// Until everything has been asked again after it.
constexpr auto kRound = 90s;

/// What one look at the kiosk finds, "printer.paper-out technician", in the order it is told.
std::vector<std::string> findingsNow(VirtualStage& stage) {
    const json report = json::parse(stage.askDesk(R"({"ask": "health"})"));
    REQUIRE(report.contains("findings"));
    std::vector<std::string> told;
    for (const json& finding : report["findings"])
        told.push_back(finding["why"]["code"].get<std::string>() + " " +
                       finding["why"]["remedy"].get<std::string>());
    return told;
}

/// In steps so short that whatever the kiosk does by itself is done many times.
void pass(VirtualStage& stage, std::chrono::milliseconds time) {
    constexpr std::chrono::milliseconds kStep = 20s;
    for (; time > 0ms; time -= kStep)
        REQUIRE(stage.pass(std::min(time, kStep)));
}

void happen(VirtualStage& stage, Happening what) {
    REQUIRE(stage.happen(what));
}

/// The network goes and comes back, the reader's plug is moved, the clock is set by a little.
void usualHour(VirtualStage& stage, int hour) {
    pass(stage, 20min);
    if (hour % 5 == 0) {
        happen(stage, Happening::networkCut);
        pass(stage, kHiccup);
        happen(stage, Happening::networkConnected);
    }
    if (hour % 31 == 0) {
        happen(stage, Happening::readerUnplugged);
        pass(stage, kHiccup);
        happen(stage, Happening::readerPlugged);
    }
    const auto drift = hour % 2 == 0 ? 400ms : -350ms;
    stage.clock().setWall(stage.clock().wall() + drift);
    pass(stage, 40min - kHiccup);
}

/// Somebody refills before it is low, and the clock's list is renewed with a start of each week.
void usualDay(VirtualStage& stage, int day) {
    happen(stage, Happening::paperLoaded);
    if (day % 7 == 0) {
        happen(stage, Happening::kioskKilled);
        happen(stage, Happening::kioskStarted);
        pass(stage, kRound);
    }
}

struct Month {
    int looks = 0;
    std::size_t things = 0;            ///< that the kiosk did by itself
    std::map<std::string, int> alarms; ///< by what was told: how often
};

/// `spoil` is done at the noon of a day, and `mend` the noon after.
Month monthOf(VirtualStage& stage, int spoiltDay = -1, std::optional<Happening> spoil = {},
              std::optional<Happening> mend = {}) {
    Month month;
    const std::size_t before = stage.thingsDone();
    for (int hour = 0; hour < kDays * kHoursOfDay; ++hour) {
        const int day = hour / kHoursOfDay;
        if (hour % kHoursOfDay == 0 && day != spoiltDay)
            usualDay(stage, day);
        if (spoil && hour == spoiltDay * kHoursOfDay + 12)
            happen(stage, *spoil);
        if (mend && hour == (spoiltDay + 1) * kHoursOfDay + 12)
            happen(stage, *mend);
        usualHour(stage, hour);
        ++month.looks;
        for (const std::string& alarm : findingsNow(stage))
            ++month.alarms[alarm];
    }
    month.things = stage.thingsDone() - before;
    return month;
}

} // namespace

TEST_CASE("D12 a sound kiosk raises no alarm in a simulated month") {
    const auto stage = bench::openStage();
    pass(*stage, kRound);
    const Month month = monthOf(*stage);
    CHECK(month.looks == kDays * kHoursOfDay);
    CHECK(month.things > std::size_t{kDays} * kHoursOfDay * 60); // it was awake each minute
    for (const auto& [alarm, times] : month.alarms)
        FAIL_CHECK(alarm << ", told " << times << " times");
}

TEST_CASE("D12 a day without paper in that month is told for that day, and no longer") {
    const auto stage = bench::openStage();
    pass(*stage, kRound);
    const Month month = monthOf(*stage, 17, Happening::paperOut, Happening::paperLoaded);
    CHECK(month.alarms == std::map<std::string, int>{{"printer.paper-out attendant", 12}});
}

} // namespace kiosk::faults
