// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace kiosk::tests {

/// How dark a picture is, dot by dot: to find a glyph or a number again where it was drawn.
class Ink {
public:
    static constexpr double kSame = 0.06;      ///< of the ink: antialiasing between whole dots
    static constexpr double kDifferent = 0.15; ///< the same digits in another order differ by more

    /// `dark` are rows of `width` dots, 0 for the ground; the darkest becomes 255.
    Ink(int width, std::vector<int> dark);

    int width() const { return width_; }
    int height() const { return static_cast<int>(dark_.size()) / width_; }
    int at(int x, int y) const { return dark_[index(x, y, width_)]; }

    /// Without the empty edges.
    Ink cropped() const;
    /// Of a larger picture.
    Ink part(int left, int top, int width, int height) const;
    /// As a thermal head burns it: dots or none.
    Ink burned() const;
    bool isBlank() const;

    /// By what share of its ink this differs from the place in `whole` that is most like it; huge
    /// where it is larger than `whole`.
    double differenceWithin(const Ink& whole) const;

private:
    static std::size_t index(int x, int y, int width) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(x);
    }
    struct Reach {
        std::vector<int> least, most;
    };
    static Reach reachOf(const Ink& whole);
    long differenceAt(const Reach& reach, std::size_t from, std::size_t stride, long enough) const;

    int width_;
    std::vector<int> dark_;
};

} // namespace kiosk::tests
