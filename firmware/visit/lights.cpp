// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/lights.h"

#include "firmware/visit/machine.h"

namespace kiosk::visit {

namespace {

using drivers::FlashRate;

struct LightsOf {
    Lights operator()(const state::Identify& s) const {
        const bool reading = s.phase == IdentifyView::Phase::reading;
        return {.card = reading ? FlashRate::continuous : FlashRate::slow};
    }
    Lights operator()(const state::Take& s) const {
        const bool late = s.secondsLeft <= kTakeSeconds / 2;
        return {.paper = late ? FlashRate::quick : FlashRate::slow};
    }
    Lights operator()(const state::Kept& s) const {
        return {.paper = s.slip == printing::PrintPhase::done ? FlashRate::slow : FlashRate::off};
    }
    template <typename Other>
    Lights operator()(const Other&) const {
        return {};
    }
};

} // namespace

Lights lightsFor(const State& state) {
    return std::visit(LightsOf{}, state);
}

} // namespace kiosk::visit
