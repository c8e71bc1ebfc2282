// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace kiosk::document {

/// A drawn page or camera picture: 32-bit pixels, 0xAARRGGBB with premultiplied alpha as Cairo's
/// ARGB32, rows top to bottom without padding. Shared read-only between the view and the screens.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels;
};

using SharedPicture = std::shared_ptr<const Picture>;

} // namespace kiosk::document
