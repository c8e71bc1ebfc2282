// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/shading.h"

#include <cmath>
#include <numbers>

namespace kiosk::document::paint {

namespace {

using ofd::Point;
using ofd::Shading;

/// Where one repeat of the colours ends: at `mapUnit` along the axis, or at its end.
double repeatShare(const Shading& shading) {
    const double length =
        shading.kind == Shading::Kind::axial
            ? std::hypot(shading.end.x - shading.start.x, shading.end.y - shading.start.y)
            : std::abs(shading.endRadius - shading.startRadius);
    const bool repeats = shading.map != Shading::Map::direct && shading.mapUnit > 0;
    return repeats && length > 0 ? shading.mapUnit / length : 1;
}

SourcePattern geometry(const Shading& shading) {
    const double share = repeatShare(shading);
    const Point start = shading.start;
    const Point end{start.x + (shading.end.x - start.x) * share,
                    start.y + (shading.end.y - start.y) * share};
    if (shading.kind == Shading::Kind::axial)
        return SourcePattern(cairo_pattern_create_linear(start.x, start.y, end.x, end.y));
    const double radius =
        std::max(0.0, shading.startRadius + (shading.endRadius - shading.startRadius) * share);
    return SourcePattern(
        cairo_pattern_create_radial(start.x, start.y, shading.startRadius, end.x, end.y, radius));
}

/// Circles become ellipses: narrowed across the long axis, about the start point.
void squeeze(cairo_pattern_t* pattern, const Shading& shading) {
    if (shading.kind != Shading::Kind::radial || shading.eccentricity <= 0)
        return;
    const double narrow = std::sqrt(1 - shading.eccentricity * shading.eccentricity);
    cairo_matrix_t toCircle;
    cairo_matrix_init_translate(&toCircle, shading.start.x, shading.start.y);
    cairo_matrix_scale(&toCircle, 1, 1 / narrow);
    cairo_matrix_rotate(&toCircle, -shading.angle * std::numbers::pi / 180);
    cairo_matrix_translate(&toCircle, -shading.start.x, -shading.start.y);
    cairo_pattern_set_matrix(pattern, &toCircle);
}

void addStop(cairo_pattern_t* pattern, double position, const ofd::Rgba& colour, double alpha) {
    cairo_pattern_add_color_stop_rgba(pattern, position, colour.red, colour.green, colour.blue,
                                      alpha);
}

/// Cairo extends on both sides or on none: a side that must not be extended ends in nothing.
void addStops(cairo_pattern_t* pattern, const Shading& shading, double alpha) {
    const bool direct = shading.map == Shading::Map::direct;
    if (direct && !shading.extendsBefore)
        addStop(pattern, 0, shading.stops.front().colour, 0);
    for (const Shading::Stop& stop : shading.stops)
        addStop(pattern, stop.position, stop.colour, stop.colour.alpha * alpha);
    if (direct && !shading.extendsAfter)
        addStop(pattern, 1, shading.stops.back().colour, 0);
}

cairo_extend_t extend(Shading::Map map) {
    switch (map) {
    case Shading::Map::direct:
        return CAIRO_EXTEND_PAD;
    case Shading::Map::repeat:
        return CAIRO_EXTEND_REPEAT;
    case Shading::Map::reflect:
        return CAIRO_EXTEND_REFLECT;
    }
    return CAIRO_EXTEND_PAD;
}

} // namespace

SourcePattern makeShading(const Shading& shading, double alpha) {
    SourcePattern pattern = geometry(shading);
    addStops(pattern.get(), shading, alpha);
    cairo_pattern_set_extend(pattern.get(), extend(shading.map));
    squeeze(pattern.get(), shading);
    return pattern;
}

} // namespace kiosk::document::paint
