// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ink.h"

#include <algorithm>
#include <limits>

namespace kiosk::tests {

namespace {

constexpr int kFaint = 40; ///< of 255: the rim of a glyph

} // namespace

Ink::Ink(int width, std::vector<int> dark) : width_(width), dark_(std::move(dark)) {
    const int darkest = dark_.empty() ? 0 : *std::ranges::max_element(dark_);
    if (darkest > 0)
        for (int& value : dark_)
            value = value * 255 / darkest;
}

bool Ink::isBlank() const {
    return std::ranges::none_of(dark_, [](int value) { return value > kFaint; });
}

Ink Ink::part(int left, int top, int width, int height) const {
    std::vector<int> dark;
    for (int y = top; y < top + height; ++y)
        for (int x = left; x < left + width; ++x)
            dark.push_back(at(x, y));
    Ink result(width, {});
    result.dark_ = std::move(dark);
    return result;
}

Ink Ink::burned() const {
    Ink result = *this;
    for (int& value : result.dark_)
        value = value < 128 ? 0 : 255;
    return result;
}

Ink Ink::cropped() const {
    int left = width(), top = height(), right = 0, bottom = 0;
    for (int y = 0; y < height(); ++y)
        for (int x = 0; x < width(); ++x)
            if (at(x, y) > kFaint) {
                left = std::min(left, x);
                right = std::max(right, x + 1);
                top = std::min(top, y);
                bottom = std::max(bottom, y + 1);
            }
    return part(left, top, std::max(0, right - left), std::max(0, bottom - top));
}

double Ink::differenceWithin(const Ink& whole) const {
    const Reach reach = reachOf(whole);
    double all = 1;
    for (const int value : dark_)
        all += value;
    long least = std::numeric_limits<long>::max();
    for (int y = 0; y + height() <= whole.height(); ++y)
        for (int x = 0; x + width() <= whole.width(); ++x)
            least = std::min(least, differenceAt(reach, index(x, y, whole.width()),
                                                 static_cast<std::size_t>(whole.width()), least));
    return static_cast<double>(least) / all;
}

/// The least and the most of each dot and its neighbours in the line: glyphs lie at fractions of a
/// dot.
Ink::Reach Ink::reachOf(const Ink& whole) {
    Reach reach;
    for (int y = 0; y < whole.height(); ++y)
        for (int x = 0; x < whole.width(); ++x) {
            const auto [least, most] =
                std::minmax({whole.at(std::max(0, x - 1), y), whole.at(x, y),
                             whole.at(std::min(whole.width() - 1, x + 1), y)});
            reach.least.push_back(least);
            reach.most.push_back(most);
        }
    return reach;
}

/// Stops counting where it is more than `enough`.
long Ink::differenceAt(const Reach& reach, std::size_t from, std::size_t stride,
                       long enough) const {
    const auto columns = static_cast<std::size_t>(width_);
    long difference = 0;
    for (std::size_t begin = 0; begin < dark_.size() && difference <= enough; begin += columns) {
        const int* least = &reach.least[from];
        const int* most = &reach.most[from];
        const int* own = &dark_[begin];
        int row = 0;
        for (std::size_t x = 0; x < columns; ++x)
            row += std::max(0, least[x] - own[x]) + std::max(0, own[x] - most[x]);
        difference += row;
        from += stride;
    }
    return difference;
}

} // namespace kiosk::tests
