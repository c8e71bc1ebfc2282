// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/auxiliaries/auxiliaries.h"
#include "firmware/visit/state.h"

namespace kiosk::visit {

/// What the lights of the cabinet are to show.
struct Lights {
    drivers::FlashRate card = drivers::FlashRate::off;
    drivers::FlashRate paper = drivers::FlashRate::off;
    drivers::FlashRate call = drivers::FlashRate::off;

    bool operator==(const Lights&) const = default;
};

/// The light shows where the hand goes: a slow one asks, a steady one says "leave it there", a
/// quick one reminds (D5, D11).
Lights lightsFor(const State& state, const LeftBehind& left = {});

} // namespace kiosk::visit
