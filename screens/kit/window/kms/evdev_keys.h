// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "screens/kit/key.h"

namespace kiosk::kit {

/// What a key of the keypad or a switch interface means, by the kernel's code
/// (linux/input-event-codes.h): the place on the keyboard, whatever is printed there. The same keys
/// as on a desk (sdl_keys.h). Nothing for every other key.
std::optional<Key> keyOfCode(std::uint32_t code);

} // namespace kiosk::kit
