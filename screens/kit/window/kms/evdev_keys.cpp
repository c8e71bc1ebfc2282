// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/window/kms/evdev_keys.h"

#include <algorithm>
#include <iterator>

#include <linux/input-event-codes.h>

namespace kiosk::kit {
namespace {

struct CodeMeaning {
    std::uint32_t code;
    Key key;
};

constexpr CodeMeaning kCodeMeanings[] = {
    {KEY_UP, Key::up},
    {KEY_DOWN, Key::down},
    {KEY_LEFT, Key::left},
    {KEY_RIGHT, Key::right},
    {KEY_KP8, Key::up},
    {KEY_KP2, Key::down},
    {KEY_KP4, Key::left},
    {KEY_KP6, Key::right},
    {KEY_ENTER, Key::ok},
    {KEY_KPENTER, Key::ok},
    {KEY_KP5, Key::ok},
    {KEY_OK, Key::ok},
    {KEY_SELECT, Key::ok},
    {KEY_BACKSPACE, Key::back},
    {KEY_ESC, Key::back},
    {KEY_BACK, Key::back},
    {KEY_F1, Key::help},
    {KEY_HELP, Key::help},
    {KEY_EQUAL, Key::volumeUp},
    {KEY_KPPLUS, Key::volumeUp},
    {KEY_VOLUMEUP, Key::volumeUp},
    {KEY_MINUS, Key::volumeDown},
    {KEY_KPMINUS, Key::volumeDown},
    {KEY_VOLUMEDOWN, Key::volumeDown},
    {KEY_PAGEUP, Key::faster},
    {KEY_PAGEDOWN, Key::slower},
    {KEY_R, Key::repeat},
    {KEY_KP0, Key::repeat},
    {KEY_SPACE, Key::next},
    {KEY_TAB, Key::choose},
};

} // namespace

std::optional<Key> keyOfCode(std::uint32_t code) {
    const auto* meaning = std::ranges::find(kCodeMeanings, code, &CodeMeaning::code);
    if (meaning == std::end(kCodeMeanings))
        return std::nullopt;
    return meaning->key;
}

} // namespace kiosk::kit
