// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <vector>

#include "screens/kit/draw/canvas.h"
#include "tests/support/ink.h"

namespace kiosk::test {

/// The pixels of an area by how much they stand out from its corner.
inline tests::Ink inkOf(const kit::Canvas& canvas, const kit::RectPx& area) {
    const auto grey = [](std::uint32_t pixel) {
        return static_cast<int>((pixel & 0xFF) + (pixel >> 8 & 0xFF) + (pixel >> 16 & 0xFF));
    };
    const int ground = grey(canvas.row(area.y)[static_cast<std::size_t>(area.x)]);
    std::vector<int> dark;
    for (int y = area.y; y < area.y + area.height; ++y)
        for (int x = area.x; x < area.x + area.width; ++x)
            dark.push_back(std::abs(grey(canvas.row(y)[static_cast<std::size_t>(x)]) - ground));
    return {area.width, std::move(dark)};
}

} // namespace kiosk::test
