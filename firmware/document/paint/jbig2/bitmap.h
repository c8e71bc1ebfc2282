// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "firmware/base/result.h"

namespace kiosk::document::paint::jbig2 {

/// How a region's pixels join those of the page (ITU-T T.88 clause 7.4.1.5).
enum class Combine { unite, intersect, differ, agree, replace };

/// Pixels of one bit, 1 is black, a byte each. Beyond the edges everything is 0.
class Bitmap {
public:
    /// Errors: "image.too-large", "image.damaged" for sizes of nothing.
    static Result<Bitmap> create(std::uint64_t width, std::uint64_t height, std::uint8_t fill = 0);

    int width() const { return width_; }
    int height() const { return height_; }

    std::uint8_t at(std::int64_t x, std::int64_t y) const {
        const bool inside = x >= 0 && y >= 0 && x < width_ && y < height_;
        return inside ? pixels_[index(x, y)] : std::uint8_t{0};
    }
    /// Only inside.
    void set(std::int64_t x, std::int64_t y, std::uint8_t pixel) { pixels_[index(x, y)] = pixel; }

    /// Puts another bitmap's pixels over these, its corner at x and y; what is beyond is left out.
    void draw(const Bitmap& other, std::int64_t x, std::int64_t y, Combine how);

private:
    Bitmap(int width, int height, std::uint8_t fill);
    std::size_t index(std::int64_t x, std::int64_t y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
               static_cast<std::size_t>(x);
    }

    int width_, height_;
    std::vector<std::uint8_t> pixels_;
};

} // namespace kiosk::document::paint::jbig2
