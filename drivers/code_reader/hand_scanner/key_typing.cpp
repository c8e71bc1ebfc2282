// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/hand_scanner/key_typing.h"

#include <algorithm>
#include <array>

#include <linux/input-event-codes.h>

namespace kiosk::drivers::scanner {

namespace {

struct Key {
    unsigned code;
    char plain;
    char shifted;
};

constexpr std::array kKeys{
    Key{KEY_1, '1', '!'},          Key{KEY_2, '2', '@'},           Key{KEY_3, '3', '#'},
    Key{KEY_4, '4', '$'},          Key{KEY_5, '5', '%'},           Key{KEY_6, '6', '^'},
    Key{KEY_7, '7', '&'},          Key{KEY_8, '8', '*'},           Key{KEY_9, '9', '('},
    Key{KEY_0, '0', ')'},          Key{KEY_MINUS, '-', '_'},       Key{KEY_EQUAL, '=', '+'},
    Key{KEY_Q, 'q', 'Q'},          Key{KEY_W, 'w', 'W'},           Key{KEY_E, 'e', 'E'},
    Key{KEY_R, 'r', 'R'},          Key{KEY_T, 't', 'T'},           Key{KEY_Y, 'y', 'Y'},
    Key{KEY_U, 'u', 'U'},          Key{KEY_I, 'i', 'I'},           Key{KEY_O, 'o', 'O'},
    Key{KEY_P, 'p', 'P'},          Key{KEY_LEFTBRACE, '[', '{'},   Key{KEY_RIGHTBRACE, ']', '}'},
    Key{KEY_A, 'a', 'A'},          Key{KEY_S, 's', 'S'},           Key{KEY_D, 'd', 'D'},
    Key{KEY_F, 'f', 'F'},          Key{KEY_G, 'g', 'G'},           Key{KEY_H, 'h', 'H'},
    Key{KEY_J, 'j', 'J'},          Key{KEY_K, 'k', 'K'},           Key{KEY_L, 'l', 'L'},
    Key{KEY_SEMICOLON, ';', ':'},  Key{KEY_APOSTROPHE, '\'', '"'}, Key{KEY_GRAVE, '`', '~'},
    Key{KEY_BACKSLASH, '\\', '|'}, Key{KEY_Z, 'z', 'Z'},           Key{KEY_X, 'x', 'X'},
    Key{KEY_C, 'c', 'C'},          Key{KEY_V, 'v', 'V'},           Key{KEY_B, 'b', 'B'},
    Key{KEY_N, 'n', 'N'},          Key{KEY_M, 'm', 'M'},           Key{KEY_COMMA, ',', '<'},
    Key{KEY_DOT, '.', '>'},        Key{KEY_SLASH, '/', '?'},       Key{KEY_SPACE, ' ', ' '}};

bool endsCode(unsigned code) {
    return code == KEY_ENTER || code == KEY_KPENTER || code == KEY_TAB;
}

} // namespace

bool KeyTyping::isModifier(unsigned code, KeyMove move) {
    if (code != KEY_LEFTSHIFT && code != KEY_RIGHTSHIFT)
        return false;
    (code == KEY_LEFTSHIFT ? leftShift_ : rightShift_) = move != KeyMove::up;
    return true;
}

std::optional<std::string> KeyTyping::key(unsigned code, KeyMove move, Moment at) {
    if (isModifier(code, move) || move != KeyMove::down) // a key held down types one letter
        return std::nullopt;
    if (endsCode(code))
        return text_.end(at);
    const auto key = std::ranges::find(kKeys, code, &Key::code);
    if (key == kKeys.end())
        text_.lose();
    else
        text_.add(leftShift_ || rightShift_ ? key->shifted : key->plain, at);
    return std::nullopt;
}

void KeyTyping::lose() {
    text_.lose();
    leftShift_ = rightShift_ = false;
}

} // namespace kiosk::drivers::scanner
