// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/staff_mode.h"

#include "firmware/base/log.h"
#include "firmware/health/machine_facts.h"
#include "firmware/staff/test_book.h"
#include "firmware/visit/view.h"

namespace kiosk::staff {

namespace {

constexpr std::chrono::milliseconds kSecond{1000};

/// What became of an export to a stick; nothing where it was something else that ended.
std::optional<audit::Entry> exportEntryOf(const event::StickEnded& ended, const Mode& mode) {
    const auto* inside = std::get_if<state::Inside>(&mode.state);
    if (inside == nullptr || inside->stick.deed != StickView::Deed::exporting)
        return std::nullopt;
    return ended.came ? audit::entry<"stick.exported">()
                      : audit::entry<"stick.not-exported">(ended.came.error());
}

SoakPlace soakPlaceOf(StaffPlace& place) {
    return {.at = testPlaceOf(place.at),
            .clock = place.at.clock,
            .worker = place.health.worker,
            .store = [&place] { return health::storeOutcome(place.state); },
            .footprint = place.footprint};
}

} // namespace

StaffMode::StaffMode(StaffPlace place, std::function<void()> changed)
    : place_(std::move(place)),
      changed_(std::move(changed)),
      facts_(place_, [this](const Facts& facts) { apply(event::FactsTold{facts}); }),
      tests_(testPlaceOf(place_.at), [this](const event::TestMoved& moved) { apply(moved); }),
      soak_(soakPlaceOf(place_), [this](const SoakReport& report) { soakMoved(report); }),
      handouts_(place_, [this](const Event& event) { apply(event); }),
      sticks_(place_.sticks, place_.at.loop, [this](const Event& event) { apply(event); }),
      cards_(place_, [this] { return !isOn(); }, [this](const Event& event) { apply(event); }) {}

void StaffMode::followVisit() {
    if (isOn() && !place_.nobodyServed())
        apply(event::Served{});
}

void StaffMode::apply(const Event& event) {
    const bool wasOn = isOn();
    if (const auto* ended = std::get_if<event::StickEnded>(&event))
        if (const auto entry = exportEntryOf(*ended, mode_))
            place_.at.record(*entry);
    Step taken = step(std::move(mode_), event);
    mode_ = std::move(taken.next);
    for (const Command& command : taken.commands)
        run(command);
    keepTime();
    if (wasOn || isOn())
        changed_();
}

void StaffMode::run(const Command& command) {
    std::visit([this](const auto& what) { carryOut(what); }, command);
}

void StaffMode::carryOut(const command::JudgePin& judge) {
    place_.worker.submit([this, judge](const std::stop_token&) {
        const auto verdict = gateOf(place_).tryPin(judge.mark, judge.pin);
        place_.at.loop.post(
            [this, mark = judge.mark, verdict] { apply(event::PinJudged{mark, verdict}); });
    });
}

void StaffMode::carryOut(const command::KeepResult& keep) {
    const TestResult result{.passed = keep.passed,
                            .when = visit::localDateTime(place_.at.clock.wall()),
                            .role = std::string(name(keep.role))};
    log::tell<"staff.test-ended">(name(keep.test), keep.passed);
    place_.at.record(
        audit::entry<"staff.test-ended">(name(keep.test), keep.passed, name(keep.role)));
    place_.worker.submit([this, test = keep.test, result](const std::stop_token&) {
        if (const auto kept = keepResult(place_.state / kTestsFileName, test, result); !kept)
            log::tell<"staff.test-not-kept">(kept.error());
    });
}

void StaffMode::carryOut(const command::BeginSoak& begin) {
    soakedBy_ = begin.role;
    soakEndsAt_ = visit::localTimeOfDay(place_.at.clock.wall() + begin.time);
    soak_.begin(begin.time);
}

/// What it came to is kept, whatever is on the screen by then.
void StaffMode::soakMoved(const SoakReport& report) {
    if (report.end != SoakEnd::none) {
        const SoakResult result{.told = {.passed = isPassed(report),
                                         .when = visit::localDateTime(place_.at.clock.wall()),
                                         .role = std::string(name(soakedBy_))},
                                .report = report};
        place_.at.record(
            audit::entry<"staff.soak-ended">(report.rounds, isPassed(report), name(soakedBy_)));
        place_.worker.submit([this, result](const std::stop_token&) {
            if (const auto kept = keepSoak(place_.state / kTestsFileName, result); !kept)
                log::tell<"staff.test-not-kept">(kept.error());
        });
    }
    apply(event::SoakMoved{{report, soakEndsAt_}});
}

void StaffMode::carryOut(const command::AcceptPart& accept) {
    // Only what the record holds can be pressed: without one there is nothing to accept.
    place_.worker.submit([this, accept](const std::stop_token&) {
        const auto accepted =
            place_.parts->book->accept(accept.part, place_.at.clock.wall(), accept.asShown);
        if (accepted)
            place_.parts->startAfresh(accept.part);
        place_.at.loop.post([this, accepted, part = accept.part] {
            if (accepted)
                place_.at.record(audit::entry<"parts.accepted">(part));
            apply(event::PartAccepted{accepted});
        });
    });
}

void StaffMode::carryOut(const command::Record& record) const {
    log::tell<"staff.mode">(record.what, name(record.role));
    place_.at.record(audit::entry<"staff.mode">(record.what, name(record.role)));
}

void StaffMode::keepTime() {
    if (!isOn() && second_) {
        place_.at.loop.cancel(*second_);
        second_.reset();
    }
    if (!isOn() || second_)
        return;
    second_ = place_.at.loop.after(kSecond, [this] {
        second_.reset();
        apply(event::Second{});
    });
}

} // namespace kiosk::staff
