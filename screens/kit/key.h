// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/clock.h"

namespace kiosk::kit {

/// The keys of the cabinet's keypad (A26) and the two switches that plug in beside it (A27).
/// `choose` is to a switch what `ok` is to the keypad, `next` steps on to the next target.
enum class Key {
    up,
    down,
    left,
    right,
    ok,
    back,
    help,
    volumeUp,
    volumeDown,
    faster,
    slower,
    repeat,
    next,
    choose
};

/// A key going down; a key held down is pressed once.
struct KeyEvent {
    Key key = Key::ok;
    SteadyTime time{};

    bool operator==(const KeyEvent&) const = default;
};

/// Whoever uses the two switches has no other way to press anything.
constexpr bool isSwitch(Key key) {
    return key == Key::next || key == Key::choose;
}

/// Whether a key may bring the focus elsewhere.
constexpr bool movesFocus(Key key) {
    return key == Key::up || key == Key::down || key == Key::left || key == Key::right ||
           key == Key::next;
}

} // namespace kiosk::kit
