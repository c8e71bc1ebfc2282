// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/path_work.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kiosk::document::paint {

namespace {

/// Set by measurement: so many edge moves of Cairo's scan converter take as long as a step.
constexpr double kEdgesPerUnit = 1500;
/// So many pixels along an edge, each a span of its own, take as long as a step.
constexpr double kPixelsPerUnit = 16;
/// No page shows more of one line.
constexpr double kLongestVisible = 10'000;
constexpr double kMostWork = 1e9;

/// How far a path goes, in pixels.
class Reach {
public:
    explicit Reach(const cairo_matrix_t& toPixels) : toPixels_(toPixels) {}

    void moveTo(ofd::Point to) { pen_ = to; }

    void lineTo(ofd::Point to) {
        double x = to.x - pen_.x;
        double y = to.y - pen_.y;
        length_ += std::hypot(x, y);
        cairo_matrix_transform_distance(&toPixels_, &x, &y);
        pixels_ += std::min(std::max(std::abs(x), std::abs(y)), kLongestVisible);
        climb_ += std::abs(y);
        position_ += y;
        highest_ = std::max(highest_, position_);
        lowest_ = std::min(lowest_, position_);
        pen_ = to;
    }

    /// Each row has climb / height edges, and there are as many rows as the path is high.
    double edges() const { return climb_ * climb_ / std::max(highest_ - lowest_, 1.0); }
    double length() const { return length_; } ///< in the path's own units
    double pixels() const { return pixels_; }

private:
    cairo_matrix_t toPixels_;
    ofd::Point pen_;
    double length_ = 0, climb_ = 0, pixels_ = 0;
    double position_ = 0, highest_ = 0, lowest_ = 0;
};

void follow(Reach& reach, const ofd::PathStep& step) {
    switch (step.kind) {
    case ofd::PathStep::Kind::move:
        return reach.moveTo(step.to);
    case ofd::PathStep::Kind::curve:
        reach.lineTo(step.control1);
        reach.lineTo(step.control2);
        return reach.lineTo(step.to);
    case ofd::PathStep::Kind::line:
        return reach.lineTo(step.to);
    case ofd::PathStep::Kind::close:
        return;
    }
}

double dashes(const ofd::Style& style, double length) {
    if (!style.dash || style.dash->empty())
        return 0;
    const double period = std::accumulate(style.dash->begin(), style.dash->end(), 0.0) /
                          static_cast<double>(style.dash->size());
    return period > 0 ? length / period : 0;
}

} // namespace

std::size_t pathWork(cairo_t* context, const std::vector<ofd::PathStep>& steps,
                     const ofd::Style& style) {
    cairo_matrix_t toPixels;
    cairo_get_matrix(context, &toPixels);
    Reach reach(toPixels);
    for (const ofd::PathStep& step : steps)
        follow(reach, step);
    const double work = reach.edges() / kEdgesPerUnit + reach.pixels() / kPixelsPerUnit +
                        dashes(style, reach.length());
    return static_cast<std::size_t>(std::clamp(work, 0.0, kMostWork));
}

} // namespace kiosk::document::paint
