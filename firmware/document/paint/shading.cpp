// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/shading.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace kiosk::document::paint {

namespace {

using ofd::Point;
using ofd::Shading;

/// Repeats beyond a side that is extended while the other is not: Cairo knows both or none.
constexpr double kFar = 100;
/// More repeats than this are left to Cairo, whatever becomes of the ends.
constexpr double kMostRepeats = 500;

/// The part of the axis that is painted, counted in repeats of the colours from its start.
struct Span {
    double first = 0, last = 1;
    double length = 1; ///< of the whole axis
    bool endless = false;
};

double axisLength(const Shading& shading) {
    const double way = std::hypot(shading.end.x - shading.start.x, shading.end.y - shading.start.y);
    if (shading.kind == Shading::Kind::axial)
        return way;
    return std::max(way, std::abs(shading.endRadius - shading.startRadius));
}

/// How far before the start an axis may go: circles have no radius below nothing.
double earliest(const Shading& shading, double repeats) {
    const double growth = (shading.endRadius - shading.startRadius) / repeats;
    if (shading.kind == Shading::Kind::axial || growth <= 0)
        return -kFar;
    return std::max(-kFar, -shading.startRadius / growth);
}

Span spanOf(const Shading& shading) {
    if (shading.map == Shading::Map::direct)
        return {};
    const double axis = axisLength(shading);
    Span span;
    span.length = shading.mapUnit > 0 && axis > 0 ? axis / shading.mapUnit : 1;
    span.first = shading.extendsBefore ? earliest(shading, span.length) : 0;
    span.last = shading.extendsAfter ? span.length + kFar : span.length;
    const bool bothWays = shading.extendsBefore && shading.extendsAfter;
    if (bothWays || span.last - span.first > kMostRepeats) {
        span.first = 0;
        span.last = 1;
        span.endless = true;
    }
    return span;
}

SourcePattern geometry(const Shading& shading, const Span& span) {
    const auto between = [&span](double from, double to, double repeats) {
        return from + (to - from) * repeats / span.length;
    };
    const auto pointAt = [&](double repeats) {
        return Point{between(shading.start.x, shading.end.x, repeats),
                     between(shading.start.y, shading.end.y, repeats)};
    };
    const auto radiusAt = [&](double repeats) {
        return std::max(0.0, between(shading.startRadius, shading.endRadius, repeats));
    };
    const Point start = pointAt(span.first);
    const Point end = pointAt(span.last);
    if (shading.kind == Shading::Kind::axial)
        return SourcePattern(cairo_pattern_create_linear(start.x, start.y, end.x, end.y));
    return SourcePattern(cairo_pattern_create_radial(start.x, start.y, radiusAt(span.first), end.x,
                                                     end.y, radiusAt(span.last)));
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

/// The stops of the repeat with that number, every other one reversed where they mirror.
std::vector<Shading::Stop> stopsOfRepeat(const Shading& shading, double repeat) {
    std::vector<Shading::Stop> stops = shading.stops;
    if (shading.map == Shading::Map::reflect && std::fmod(std::abs(repeat), 2) == 1) {
        std::ranges::reverse(stops);
        for (Shading::Stop& stop : stops)
            stop.position = 1 - stop.position;
    }
    for (Shading::Stop& stop : stops)
        stop.position += repeat;
    return stops;
}

/// Cairo extends on both sides or on none: a side that must not be extended ends in nothing.
void addStops(cairo_pattern_t* pattern, const Shading& shading, const Span& span, double alpha) {
    std::vector<Shading::Stop> stops;
    for (double repeat = std::floor(span.first); repeat < span.last; ++repeat)
        std::ranges::copy(stopsOfRepeat(shading, repeat), std::back_inserter(stops));
    if (!span.endless && !shading.extendsBefore)
        addStop(pattern, 0, stops.front().colour, 0);
    for (const Shading::Stop& stop : stops)
        addStop(pattern,
                std::clamp((stop.position - span.first) / (span.last - span.first), 0.0, 1.0),
                stop.colour, stop.colour.alpha * alpha);
    if (!span.endless && !shading.extendsAfter)
        addStop(pattern, 1, stops.back().colour, 0);
}

cairo_extend_t extend(const Shading& shading, const Span& span) {
    if (!span.endless)
        return CAIRO_EXTEND_PAD;
    return shading.map == Shading::Map::reflect ? CAIRO_EXTEND_REFLECT : CAIRO_EXTEND_REPEAT;
}

void addTriangle(cairo_pattern_t* pattern, const ofd::Triangle& triangle, double alpha) {
    cairo_mesh_pattern_begin_patch(pattern);
    cairo_mesh_pattern_move_to(pattern, triangle[0].at.x, triangle[0].at.y);
    cairo_mesh_pattern_line_to(pattern, triangle[1].at.x, triangle[1].at.y);
    cairo_mesh_pattern_line_to(pattern, triangle[2].at.x, triangle[2].at.y);
    for (unsigned corner = 0; corner < triangle.size(); ++corner) {
        const ofd::Rgba& colour = triangle[corner].colour;
        cairo_mesh_pattern_set_corner_color_rgba(pattern, corner, colour.red, colour.green,
                                                 colour.blue, colour.alpha * alpha);
    }
    cairo_mesh_pattern_end_patch(pattern);
}

} // namespace

SourcePattern makeShading(const Shading& shading, double alpha) {
    const Span span = spanOf(shading);
    SourcePattern pattern = geometry(shading, span);
    addStops(pattern.get(), shading, span, alpha);
    cairo_pattern_set_extend(pattern.get(), extend(shading, span));
    squeeze(pattern.get(), shading);
    return pattern;
}

SourcePattern makeMesh(const ofd::Mesh& mesh, double alpha) {
    SourcePattern pattern(cairo_pattern_create_mesh());
    for (const ofd::Triangle& triangle : mesh.triangles)
        addTriangle(pattern.get(), triangle, alpha);
    return pattern;
}

} // namespace kiosk::document::paint
