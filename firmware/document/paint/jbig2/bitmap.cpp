// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/jbig2/bitmap.h"

#include "firmware/document/paint/images.h"

namespace kiosk::document::paint::jbig2 {

namespace {

std::uint8_t combined(std::uint8_t below, std::uint8_t above, Combine how) {
    switch (how) {
    case Combine::unite:
        return below | above;
    case Combine::intersect:
        return below & above;
    case Combine::differ:
        return below ^ above;
    case Combine::agree:
        return below == above ? 1 : 0;
    case Combine::replace:
        return above;
    }
    return above;
}

} // namespace

Result<Bitmap> Bitmap::create(std::uint64_t width, std::uint64_t height, std::uint8_t fill) {
    if (width == 0 || height == 0)
        return damagedImage("JBIG2");
    if (width > kLongestSide || height > kLongestSide || width * height > kMostPixels)
        return fail(ErrorKind::limitExceeded, "image.too-large", Remedy::supplier, "JBIG2");
    return Bitmap(static_cast<int>(width), static_cast<int>(height), fill);
}

Bitmap::Bitmap(int width, int height, std::uint8_t fill)
    : width_(width),
      height_(height),
      pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), fill) {}

void Bitmap::draw(const Bitmap& other, std::int64_t x, std::int64_t y, Combine how) {
    for (int row = 0; row < other.height_; ++row) {
        for (int column = 0; column < other.width_; ++column) {
            const std::int64_t toX = x + column, toY = y + row;
            if (toX < width_ && toY < height_ && toX >= 0 && toY >= 0)
                set(toX, toY, combined(at(toX, toY), other.at(column, row), how));
        }
    }
}

} // namespace kiosk::document::paint::jbig2
