// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/preview.h"

#include <algorithm>

namespace kiosk::visit {

namespace {

/// A viewfinder is hardly wider on any board, and a hand's width in it needs no more.
constexpr int kWidestPx = 640;

/// Opaque grey.
constexpr std::uint32_t pixelOf(unsigned level) {
    return 0xFF000000U | level * 0x010101U;
}

/// Mean of the `step` × `step` pixels from column `left` of the rows from `top` on.
unsigned meanAt(const drivers::Frame& frame, int left, int top, int step) {
    unsigned sum = 0;
    for (int y = top; y < top + step; ++y)
        for (const std::uint8_t level :
             frame.row(y).subspan(static_cast<std::size_t>(left), static_cast<std::size_t>(step)))
            sum += level;
    return sum / static_cast<unsigned>(step * step);
}

} // namespace

document::SharedPicture previewOf(const drivers::Frame& frame) {
    const int wanted = (frame.width + kWidestPx - 1) / kWidestPx;
    const int step = std::clamp(wanted, 1, std::max(frame.height, 1));
    auto picture = std::make_shared<document::Picture>();
    picture->width = frame.width / step;
    picture->height = frame.height / step;
    picture->pixels.reserve(static_cast<std::size_t>(picture->width) *
                            static_cast<std::size_t>(picture->height));
    for (int y = 0; y < picture->height; ++y)
        for (int x = 0; x < picture->width; ++x)
            picture->pixels.push_back(pixelOf(meanAt(frame, x * step, y * step, step)));
    return picture;
}

} // namespace kiosk::visit
