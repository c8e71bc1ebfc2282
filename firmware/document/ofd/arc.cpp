// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numbers>

#include "firmware/document/ofd/path_data.h"

namespace kiosk::document::ofd {

namespace {

constexpr double kTurn = 2 * std::numbers::pi;

/// The ellipse an arc lies on, and the part of it, as angles on the unit circle.
struct Ellipse {
    Point centre;
    double radiusX, radiusY;
    double cosine, sine; ///< of the rotation
    double from, sweep;  ///< radians

    Point at(double x, double y) const {
        return {centre.x + cosine * radiusX * x - sine * radiusY * y,
                centre.y + sine * radiusX * x + cosine * radiusY * y};
    }
};

double signedSweep(double from, double to, bool clockwise) {
    double sweep = to - from;
    if (clockwise && sweep < 0)
        sweep += kTurn;
    if (!clockwise && sweep > 0)
        sweep -= kTurn;
    return sweep;
}

/// From end points to centre, as SVG 1.1 appendix F.6.5 derives it.
Ellipse ellipseOf(Point from, const Arc& arc) {
    const double angle = arc.rotation * kTurn / 360;
    Ellipse ellipse{
        {}, std::abs(arc.radiusX), std::abs(arc.radiusY), std::cos(angle), std::sin(angle), 0, 0};
    const double halfX = (from.x - arc.to.x) / 2;
    const double halfY = (from.y - arc.to.y) / 2;
    double x = (ellipse.cosine * halfX + ellipse.sine * halfY) / ellipse.radiusX;
    double y = (-ellipse.sine * halfX + ellipse.cosine * halfY) / ellipse.radiusY;
    const double reach = x * x + y * y;
    if (reach > 1) { // too small to span the two points: grown until it just does
        ellipse.radiusX *= std::sqrt(reach);
        ellipse.radiusY *= std::sqrt(reach);
        x /= std::sqrt(reach);
        y /= std::sqrt(reach);
    }
    const double side = arc.large == arc.clockwise ? -1 : 1;
    const double scale = reach >= 1 ? 0 : side * std::sqrt(1 / reach - 1);
    const Point middle{scale * y, -scale * x}; // on the unit circle's plane
    ellipse.centre = {(from.x + arc.to.x) / 2, (from.y + arc.to.y) / 2};
    ellipse.centre = ellipse.at(middle.x, middle.y);
    ellipse.from = std::atan2(y - middle.y, x - middle.x);
    ellipse.sweep =
        signedSweep(ellipse.from, std::atan2(-y - middle.y, -x - middle.x), arc.clockwise);
    return ellipse;
}

} // namespace

std::vector<PathStep> arcToCurves(Point from, const Arc& arc) {
    if (arc.radiusX == 0 || arc.radiusY == 0)
        return {{PathStep::Kind::line, {}, {}, arc.to}};
    if (from.x == arc.to.x && from.y == arc.to.y)
        return {};
    const Ellipse ellipse = ellipseOf(from, arc);
    const int parts = std::max(1, static_cast<int>(std::ceil(std::abs(ellipse.sweep) / kTurn * 4)));
    const double step = ellipse.sweep / parts;
    const double handle = 4.0 / 3 * std::tan(step / 4);
    std::vector<PathStep> curves;
    for (int i = 0; i < parts; ++i) {
        const double a = ellipse.from + i * step;
        const double b = a + step;
        const double cosA = std::cos(a), sinA = std::sin(a), cosB = std::cos(b), sinB = std::sin(b);
        curves.push_back(
            {PathStep::Kind::curve, ellipse.at(cosA - handle * sinA, sinA + handle * cosA),
             ellipse.at(cosB + handle * sinB, sinB - handle * cosB), ellipse.at(cosB, sinB)});
    }
    curves.back().to = arc.to;
    return curves;
}

} // namespace kiosk::document::ofd
