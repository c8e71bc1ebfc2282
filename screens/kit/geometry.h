// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

/// Places and extents on the glass. Every number is in millimetres; the origin is the upper left
/// corner of the visible area.
namespace kiosk::kit {

struct PointMm {
    double x = 0;
    double y = 0;

    bool operator==(const PointMm&) const = default;
};

struct ExtentMm {
    double width = 0;
    double height = 0;

    bool operator==(const ExtentMm&) const = default;
};

struct InsetsMm {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    static constexpr InsetsMm all(double mm) { return {mm, mm, mm, mm}; }
    static constexpr InsetsMm symmetric(double x, double y) { return {x, y, x, y}; }
    double across() const { return left + right; }
    double down() const { return top + bottom; }
};

struct RectMm {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    bool empty() const { return width <= 0 || height <= 0; }

    bool contains(PointMm point) const {
        return point.x >= x && point.x < right() && point.y >= y && point.y < bottom();
    }
    bool overlaps(const RectMm& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    RectMm inside(const InsetsMm& insets) const {
        return {x + insets.left, y + insets.top, std::max(0.0, width - insets.across()),
                std::max(0.0, height - insets.down())};
    }
    RectMm grownBy(double mm) const { return {x - mm, y - mm, width + 2 * mm, height + 2 * mm}; }

    bool operator==(const RectMm&) const = default;
};

} // namespace kiosk::kit
