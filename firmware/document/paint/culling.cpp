// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/culling.h"

#include <algorithm>
#include <limits>

namespace kiosk::document::paint {

namespace {

class Extents {
public:
    void include(const ofd::Point& point) {
        left_ = std::min(left_, point.x);
        top_ = std::min(top_, point.y);
        right_ = std::max(right_, point.x);
        bottom_ = std::max(bottom_, point.y);
    }

    BoxMm box() const { return {left_, top_, right_ - left_, bottom_ - top_}; }

private:
    static constexpr double kFar = std::numeric_limits<double>::max();
    double left_ = kFar, top_ = kFar, right_ = -kFar, bottom_ = -kFar;
};

} // namespace

bool meetsClip(cairo_t* context, const BoxMm& box) {
    double left = 0, top = 0, right = 0, bottom = 0;
    cairo_clip_extents(context, &left, &top, &right, &bottom);
    return box.x <= right && box.x + box.width >= left && box.y <= bottom &&
           box.y + box.height >= top && left < right && top < bottom;
}

BoxMm grown(const BoxMm& box, double by) {
    return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

BoxMm extentsOf(const std::vector<ofd::PathStep>& steps) {
    Extents extents;
    for (const ofd::PathStep& step : steps) {
        using Kind = ofd::PathStep::Kind;
        if (step.kind == Kind::curve) {
            extents.include(step.control1);
            extents.include(step.control2);
        }
        if (step.kind != Kind::close)
            extents.include(step.to);
    }
    return extents.box();
}

} // namespace kiosk::document::paint
