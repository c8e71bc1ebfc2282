// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "screens/kit/key.h"

namespace kiosk::kit {

/// What a key of the keypad or a switch interface means, by SDL's key code: both are keyboards to
/// the system. Nothing for every other key.
std::optional<Key> keyOf(std::int32_t keyCode);

} // namespace kiosk::kit
