// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/faces/ornament.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kiosk::sandbox::ornament {

namespace {

struct Point {
    double x = 0, y = 0;
};

Point operator+(Point a, Point b) {
    return {a.x + b.x, a.y + b.y};
}

Point operator*(Point p, double factor) {
    return {p.x * factor, p.y * factor};
}

std::string written(Point p) {
    return mm(p.x) + " " + mm(p.y) + " ";
}

/// A sine wave as cubic curves, one for each half period: with handles at 4 / (3 pi) of its length
/// and 4 / 3 of its height a cubic has a sine's peak and slopes.
std::string wave(Point from, Point along, Point across, double halfPeriod, int halves,
                 double amplitude) {
    const double reach = 4 / (3 * std::numbers::pi) * halfPeriod;
    std::string data = "M " + written(from);
    for (int i = 0; i < halves; ++i) {
        const Point start = from + along * (i * halfPeriod);
        const Point lift = across * ((i % 2 == 0 ? 4.0 : -4.0) / 3 * amplitude);
        data += "B " + written(start + along * reach + lift) +
                written(start + along * (halfPeriod - reach) + lift) +
                written(start + along * halfPeriod);
    }
    return data;
}

/// One side of a frame: two families of waves half a step apart, each swelling through its nodes.
void braid(PageWriter& artwork, Point from, Point along, double length, double amplitude,
           const PathStyle& style) {
    const Point across{-along.y, along.x};
    const int halves = std::max(2, 2 * static_cast<int>(length / (amplitude * 4.4)));
    const double halfPeriod = length / halves;
    std::string data;
    for (const double part : {1.0, 0.62, 0.24, -0.24, -0.62, -1.0}) {
        data += wave(from, along, across, halfPeriod, halves, amplitude * part);
        data += wave(from + along * (halfPeriod / 2), along, across, halfPeriod, halves - 1,
                     amplitude * part);
    }
    artwork.path(data, style);
}

std::string circlePath(double x, double y, double radius) {
    const std::string arc = "A " + mm(radius) + " " + mm(radius) + " 0 1 1 ";
    return "M " + written({x - radius, y}) + arc + written({x + radius, y}) + arc +
           written({x - radius, y}) + "C ";
}

} // namespace

void rosette(PageWriter& artwork, double x, double y, double radius, int circles,
             const PathStyle& style) {
    std::string data;
    for (int i = 0; i < circles; ++i) {
        const double angle = 2 * std::numbers::pi * i / circles;
        data += circlePath(x + radius / 2 * std::cos(angle), y + radius / 2 * std::sin(angle),
                           radius / 2);
    }
    artwork.path(data, style);
}

void braidedFrame(PageWriter& artwork, const Rectangle& outer, double band, Colour colour) {
    const PathStyle fine{.stroke = colour, .widthMm = 0.12};
    const PathStyle edge{.stroke = colour, .widthMm = 0.35};
    const Rectangle middle = outer.inset(band / 2);
    const double amplitude = band * 0.40;
    const double width = middle.width - 2 * band;
    const double height = middle.height - 2 * band;
    braid(artwork, {middle.x + band, middle.y}, {1, 0}, width, amplitude, fine);
    braid(artwork, {middle.x + band, middle.bottom()}, {1, 0}, width, amplitude, fine);
    braid(artwork, {middle.x, middle.y + band}, {0, 1}, height, amplitude, fine);
    braid(artwork, {middle.right(), middle.y + band}, {0, 1}, height, amplitude, fine);
    artwork.rectangle(outer.x, outer.y, outer.width, outer.height, edge);
    const Rectangle inner = outer.inset(band);
    artwork.rectangle(inner.x, inner.y, inner.width, inner.height, edge);
    const Rectangle hair = inner.inset(1.2);
    artwork.rectangle(hair.x, hair.y, hair.width, hair.height, fine);
    constexpr Colour kPaper{255, 255, 255};
    for (const double x : {middle.x, middle.right()})
        for (const double y : {middle.y, middle.bottom()}) {
            artwork.circle(x, y, band * 0.92, {.stroke = colour, .widthMm = 0.35, .fill = kPaper});
            rosette(artwork, x, y, band * 0.86, 16, fine);
        }
}

void crest(PageWriter& artwork, double x, double y, double radius, Colour colour) {
    constexpr int kPetals = 8;
    std::string petals;
    for (int i = 0; i < kPetals; ++i) {
        const double angle = 2 * std::numbers::pi * i / kPetals;
        const double spread = std::numbers::pi / kPetals * 1.15;
        const auto at = [&](double turn, double reach) {
            return Point{x + reach * radius * std::sin(angle + turn),
                         y - reach * radius * std::cos(angle + turn)};
        };
        petals += "M " + written(at(0, 0.22)) + "B " + written(at(-spread, 0.45)) +
                  written(at(-spread * 0.7, 0.78)) + written(at(0, 0.84)) + "B " +
                  written(at(spread * 0.7, 0.78)) + written(at(spread, 0.45)) +
                  written(at(0, 0.22)) + "C ";
    }
    artwork.path(petals, {.stroke = std::nullopt, .fill = colour, .alpha = 225});
    artwork.circle(x, y, radius * 0.15, {.stroke = std::nullopt, .fill = colour});
    artwork.circle(x, y, radius, {.stroke = colour, .widthMm = 0.5});
    artwork.circle(x, y, radius * 0.92, {.stroke = colour, .widthMm = 0.15});
}

void waveGround(PageWriter& artwork, const Rectangle& area, Colour colour) {
    constexpr double kRowMm = 2.4;
    constexpr double kHalfPeriodMm = 11;
    const int halves = static_cast<int>(area.width / kHalfPeriodMm);
    const double halfPeriod = area.width / halves;
    std::string data;
    for (double y = area.y + kRowMm; y < area.bottom() - kRowMm / 2; y += kRowMm)
        data += wave({area.x, y}, {1, 0}, {0, 1}, halfPeriod, halves, kRowMm * 0.75);
    artwork.path(data, {.stroke = colour, .widthMm = 0.15});
}

void paper(PageWriter& artwork, const Rectangle& sheet, const Paper& paper) {
    artwork.rectangle(sheet.x, sheet.y, sheet.width, sheet.height,
                      {.stroke = std::nullopt, .fill = paper.ground});
    waveGround(artwork, sheet.inset(paper.inset), paper.waves);
    if (paper.band > 0)
        braidedFrame(artwork, sheet, paper.band, paper.edge);
    else
        artwork.rectangle(sheet.x, sheet.y, sheet.width, sheet.height,
                          {.stroke = paper.edge, .widthMm = 0.7});
}

void portrait(PageWriter& artwork, const Rectangle& area) {
    constexpr Colour kGround{226, 234, 241};
    constexpr Colour kFigure{168, 184, 198};
    artwork.rectangle(area.x, area.y, area.width, area.height,
                      {.stroke = kFigure, .widthMm = 0.2, .fill = kGround});
    const double unit = area.width / 10;
    const double middle = area.middleX();
    artwork.circle(middle, area.y + 4.6 * unit, 2 * unit,
                   {.stroke = std::nullopt, .fill = kFigure});
    const Point left{area.x + 1.2 * unit, area.bottom()};
    const Point right{area.right() - 1.2 * unit, area.bottom()};
    const double shoulder = area.y + 7.4 * unit;
    artwork.path("M " + written(left) + "B " + written({left.x, shoulder + unit}) +
                     written({middle - 3 * unit, shoulder}) + written({middle, shoulder}) + "B " +
                     written({middle + 3 * unit, shoulder}) + written({right.x, shoulder + unit}) +
                     written(right) + "C",
                 {.stroke = std::nullopt, .fill = kFigure});
}

} // namespace kiosk::sandbox::ornament
