// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/health/health.h"

namespace kiosk::tests {

/// Of a device that was put in on the first of the year.
inline health::DeviceCounts soundCounts(std::int64_t uses) {
    health::DeviceCounts counted{.since = std::chrono::year(2026) / 1 / 1};
    counted.counts[drivers::Count::openings] = 37;
    counted.counts[drivers::Count::uses] = uses;
    counted.counts[drivers::Count::sheets] = 5004;
    counted.counts[drivers::Count::failures] = 2;
    return counted;
}

/// A kiosk at which nothing is wrong and nothing is unknown, with two regions.
inline health::Health soundHealth() {
    using namespace health;
    const WallTime at = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
    Health sound{
        .software = Version{0, 1, 0},
        .at = at,
        .configuration = Outcome{},
        .assets = Outcome{},
        .store = Outcome{},
        .diskFree = std::int64_t{4} << 30,
        .diskErrors = 0,
        .atRest = AtRest::encrypted,
        .memoryFree = std::int64_t{512} << 20,
        .celsius = 48.5,
        .clock = ClockWord::plausible,
        .trust = {.loaded = Outcome{},
                  .name = ListName::of("3F7A-09C2"),
                  .roots = 4,
                  .copySigners = 2,
                  .changed = at - std::chrono::days(3),
                  .firstEnd = at + std::chrono::days(900)},
        .printer = {.paper = drivers::PaperState::full,
                    .toner = drivers::TonerState::full,
                    .coverOpen = false,
                    .sheetsLeft = 230,
                    .tonerPercent = 37,
                    .lifePages = 5120,
                    .strangePages = 0},
        .queue = {.waiting = 0, .dead = 0, .oldest = std::chrono::seconds(0)},
        .lastEnd = {.how = ending::How::stopped,
                    .at = at - std::chrono::hours(9),
                    .fault = ending::Fault::none,
                    .unasked = 0},
        .record = {.whole = Outcome{}, .last = 4711, .mark = RecordMark::of("3f7a09c2d14e5b60")},
        .key = {.place = KeyPlace::tpm, .signs = Outcome{}}};
    sound.counters.kept = Outcome{};
    for (const Part part : {Part::cardReader, Part::printer, Part::camera}) {
        sound.devices.push_back({.part = part, .state = DeviceWord::online, .faults = 0});
        sound.counters.parts[static_cast<std::size_t>(part)] =
            soundCounts(part == Part::camera ? 812'345 : 4321);
    }
    sound.tried.emplace();
    for (const Trial trial : {Trial::cardReader, Trial::printer, Trial::camera, Trial::screen})
        sound.tried->push_back(
            {trial, TrialEnd::passed, at - std::chrono::hours(200), StaffRole::technician});
    sound.tried->push_back(
        {Trial::soak, TrialEnd::brokenOff, at - std::chrono::hours(190), StaffRole::supervisor});
    sound.network.fill(true);
    for (const std::string_view code : {"990000", "980000"})
        sound.regions.push_back({RegionCode(code), Outcome{}});
    return sound;
}

} // namespace kiosk::tests
