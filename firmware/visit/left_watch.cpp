// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/left_watch.h"

#include "firmware/base/log.h"

namespace kiosk::visit {

namespace {

using drivers::MediaState;

constexpr std::chrono::milliseconds kBetweenLooks{1000};
/// Whoever walks off with a card in the hand has lifted it by then.
constexpr std::chrono::seconds kLooksAnyway{3};
/// Whoever has not come back by then does not come back for a reminder.
constexpr std::chrono::minutes kLooksAtMost{5};

void record(std::string_view what, bool before, bool now) {
    if (!before && now)
        log::tell<"visit.left-behind">(what);
    if (before && !now)
        log::tell<"visit.left-taken">(what);
}

} // namespace

LeftWatch::LeftWatch(Workplace& workplace, std::function<void(const LeftBehind&)> changed)
    : at_(workplace), changed_(std::move(changed)) {}

LeftWatch::Duty LeftWatch::dutyAt(const State& state) {
    if (const auto* help = std::get_if<state::Help>(&state))
        return dutyAt(help->kept->state);
    if (std::holds_alternative<state::Take>(state) || std::holds_alternative<state::Kept>(state))
        return Duty::look;
    if (std::holds_alternative<state::Start>(state))
        return Duty::afterwards;
    return std::holds_alternative<state::Identify>(state) ? Duty::remember : Duty::none;
}

void LeftWatch::follow(const State& state) {
    const Duty duty = dutyAt(state);
    if (duty == duty_)
        return;
    duty_ = duty;
    since_ = at_.clock.steady();
    ++round_;
    if (duty == Duty::none)
        tell({});
    if (duty == Duty::afterwards) {
        record("card", false, told_.card);
        record("sheet", false, told_.sheet);
    }
    if (duty == Duty::look || duty == Duty::afterwards)
        lookAtReader();
}

void LeftWatch::lookAtReader() {
    at_.readerWorker.submit([this, round = round_, memory = memory_](const std::stop_token& stop) {
        at_.loop.post([this, round, sight = look(at_, memory, stop)] {
            if (round == round_)
                readerLooked(sight);
        });
    });
}

Result<LeftWatch::Sight> LeftWatch::look(Workplace& at, ReaderMemory memory,
                                         const std::stop_token& stop) {
    memory = TRY(recalled(at.reader, memory, stop));
    if (TRY(at.reader.use(stop, &drivers::CardReader::cardStillThere)))
        return Sight{true, memory};
    if (memory == ReaderMemory::whole)
        return Sight{};
    // Nothing is left of it once it finds nothing.
    const bool found = TRY(at.reader.use(stop, &drivers::CardReader::findCard));
    return Sight{found, found ? memory : ReaderMemory::whole};
}

/// What a reader in trouble does not see may lie there all the same.
void LeftWatch::readerLooked(const Result<Sight>& sight) {
    memory_ = sight ? sight->memory : ReaderMemory::lost;
    tell({.card = sight ? sight->lies : told_.card, .sheet = told_.sheet});
    exit_ == Exit::blind ? lookAgain() : lookAtPrinter();
}

void LeftWatch::lookAtPrinter() {
    at_.printerWorker.submit([this, round = round_](const std::stop_token& stop) {
        const auto status = at_.printer.status(stop);
        at_.loop.post([this, round, media = status ? status->media : MediaState::notPresent] {
            if (media == MediaState::unknown)
                exit_ = Exit::blind;
            if (round != round_)
                return;
            tell({.card = told_.card, .sheet = media == MediaState::present});
            lookAgain();
        });
    });
}

void LeftWatch::lookAgain() {
    if (!goesOn())
        return giveUp();
    at_.loop.after(kBetweenLooks, [this, round = round_] {
        if (round == round_)
            lookAtReader();
    });
}

void LeftWatch::giveUp() {
    if (!told_.anything())
        return;
    log::tell<"visit.left-untold">();
    told_ = {};
    changed_(told_);
}

bool LeftWatch::goesOn() const {
    const auto time = at_.clock.steady() - since_;
    return duty_ == Duty::look || time < kLooksAnyway || (told_.anything() && time < kLooksAtMost);
}

void LeftWatch::tell(const LeftBehind& left) {
    if (left == told_)
        return;
    if (duty_ == Duty::afterwards) {
        record("card", told_.card, left.card);
        record("sheet", told_.sheet, left.sheet);
    }
    told_ = left;
    changed_(told_);
}

} // namespace kiosk::visit
