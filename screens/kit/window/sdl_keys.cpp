// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/window/sdl_keys.h"

#include <algorithm>
#include <iterator>

#include <SDL_keycode.h>

namespace kiosk::kit {
namespace {

struct Meaning {
    std::int32_t keyCode;
    Key key;
};

// Keypads and switch interfaces send what their makers chose; these are the usual ones, and those
// of a desk's keyboard.
constexpr Meaning kMeanings[] = {
    {SDLK_UP, Key::up},
    {SDLK_DOWN, Key::down},
    {SDLK_LEFT, Key::left},
    {SDLK_RIGHT, Key::right},
    {SDLK_KP_8, Key::up},
    {SDLK_KP_2, Key::down},
    {SDLK_KP_4, Key::left},
    {SDLK_KP_6, Key::right},
    {SDLK_RETURN, Key::ok},
    {SDLK_KP_ENTER, Key::ok},
    {SDLK_KP_5, Key::ok},
    {SDLK_BACKSPACE, Key::back},
    {SDLK_ESCAPE, Key::back},
    {SDLK_F1, Key::help},
    {SDLK_HELP, Key::help},
    {SDLK_PLUS, Key::volumeUp},
    {SDLK_EQUALS, Key::volumeUp},
    {SDLK_KP_PLUS, Key::volumeUp},
    {SDLK_VOLUMEUP, Key::volumeUp},
    {SDLK_MINUS, Key::volumeDown},
    {SDLK_KP_MINUS, Key::volumeDown},
    {SDLK_VOLUMEDOWN, Key::volumeDown},
    {SDLK_PAGEUP, Key::faster},
    {SDLK_PAGEDOWN, Key::slower},
    {SDLK_r, Key::repeat},
    {SDLK_KP_0, Key::repeat},
    {SDLK_SPACE, Key::next},
    {SDLK_TAB, Key::choose},
};

} // namespace

std::optional<Key> keyOf(std::int32_t keyCode) {
    const auto* meaning = std::ranges::find(kMeanings, keyCode, &Meaning::keyCode);
    if (meaning == std::end(kMeanings))
        return std::nullopt;
    return meaning->key;
}

} // namespace kiosk::kit
