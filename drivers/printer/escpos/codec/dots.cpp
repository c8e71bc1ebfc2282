// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/escpos/codec/dots.h"

namespace kiosk::drivers::escpos {

namespace {

constexpr std::size_t kDotsPerByte = 8;

bool isBlack(std::byte grey) {
    return grey < std::byte{0x80};
}

} // namespace

Dots dotsOf(const RasterPage& page) {
    const auto width = static_cast<std::size_t>(page.width);
    Dots dots{.bytesPerRow = (width + kDotsPerByte - 1) / kDotsPerByte,
              .rows = static_cast<std::size_t>(page.height)};
    dots.bytes.resize(dots.bytesPerRow * dots.rows);
    for (std::size_t at = 0; at < page.dots.size(); ++at)
        if (isBlack(page.dots[at])) {
            const std::size_t column = at % width;
            dots.bytes[at / width * dots.bytesPerRow + column / kDotsPerByte] |=
                std::byte{0x80} >> (column % kDotsPerByte);
        }
    return dots;
}

} // namespace kiosk::drivers::escpos
