// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/lights.h"

#include "firmware/visit/machine.h"

namespace kiosk::visit {

namespace {

using drivers::FlashRate;

FlashRate reminderOf(bool lies) {
    return lies ? FlashRate::quick : FlashRate::off;
}

Lights cardLight(bool reading) {
    return {.card = reading ? FlashRate::continuous : FlashRate::slow};
}

struct LightsOf {
    const LeftBehind& left;

    Lights operator()(const state::Start&) const {
        return {.card = reminderOf(left.card), .paper = reminderOf(left.sheet)};
    }
    Lights operator()(const state::Identify& s) const {
        return cardLight(s.phase == IdentifyView::Phase::reading);
    }
    Lights operator()(const state::CompanionCard& s) const { return cardLight(s.reading); }
    Lights operator()(const state::HolderCard& s) const { return cardLight(s.reading); }
    Lights operator()(const state::Help& s) const { return lightsFor(s.kept->state, left); }
    Lights operator()(const state::SecondPerson&) const { return {.card = FlashRate::slow}; }
    Lights operator()(const state::Take& s) const {
        const bool late = s.secondsLeft <= kTakeSeconds / 2;
        return {.card = reminderOf(left.card), .paper = late ? FlashRate::quick : FlashRate::slow};
    }
    Lights operator()(const state::Kept& s) const {
        return {.card = reminderOf(left.card),
                .paper = s.slip == printing::PrintPhase::done ? FlashRate::slow : FlashRate::off};
    }
    template <typename Other>
    Lights operator()(const Other&) const {
        return {};
    }
};

} // namespace

Lights lightsFor(const State& state, const LeftBehind& left) {
    return std::visit(LightsOf{left}, state);
}

} // namespace kiosk::visit
