// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/code_reader/hand_scanner/typed_text.h"

namespace kiosk::drivers::scanner {

enum class KeyMove { up, down, repeat };

/// The text that a scanner types as a keyboard: key codes of linux/input-event-codes.h, as the US
/// layout has them, which is how scanners leave the factory. Enter, keypad Enter or Tab ends a
/// code. A key without a letter of its own, or one pressed with Ctrl, Alt or Meta, makes the code
/// unbelievable. Pure.
class KeyTyping {
public:
    /// The text of a code when this was its end.
    std::optional<std::string> key(unsigned code, KeyMove move, Moment at);
    /// The system dropped events.
    void lose();

private:
    bool isModifier(unsigned code, KeyMove move);

    TypedText text_;
    bool leftShift_ = false;
    bool rightShift_ = false;
};

} // namespace kiosk::drivers::scanner
