// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdlib>

#include "drivers/camera/camera.h"

namespace kiosk::drivers {

namespace {

// Levels of brightness, 0 to 255, and shares of a picture's pixels.
constexpr int kDarkLevel = 48;
constexpr int kSaturatedLevel = 250;
constexpr int kEdgeStep = 48;
constexpr int kCoveredSpread = 24;
constexpr double kSpreadTail = 0.02;
constexpr double kGlareShare = 0.5;
/// A code on white paper is saturated as well, but full of edges; glare and a person before a
/// window are not.
constexpr double kEdgesOfText = 0.005;

// Steps across kEdgeWidth pixels, the share of them that falls on one pixel. Measured on codes:
// what our reader still reads has more than 0.36.
constexpr std::size_t kEdgeWidth = 4;
constexpr double kSharpEnough = 0.35;
constexpr double kEdgesToJudge = 0.003; ///< of a picture's pixels: an empty room is not judged

struct Brightness {
    std::array<std::size_t, 256> histogram{};
    std::size_t pixels = 0;
    std::size_t edges = 0; ///< steep steps between horizontal neighbours
};

Brightness measure(const Frame& frame) {
    Brightness brightness;
    brightness.pixels = frame.luma.size();
    for (int y = 0; y < frame.height; ++y) {
        int before = frame.row(y).front();
        for (const int level : frame.row(y)) {
            ++brightness.histogram[static_cast<std::size_t>(level)];
            brightness.edges += std::abs(level - before) >= kEdgeStep ? 1 : 0;
            before = level;
        }
    }
    return brightness;
}

/// The level that `share` of the pixels do not exceed.
int quantile(const Brightness& brightness, double share) {
    const auto wanted = static_cast<std::size_t>(share * static_cast<double>(brightness.pixels));
    std::size_t seen = 0;
    for (std::size_t level = 0; level < brightness.histogram.size(); ++level) {
        seen += brightness.histogram[level];
        if (seen > wanted)
            return static_cast<int>(level);
    }
    return 255;
}

double shareOf(std::size_t count, const Brightness& brightness) {
    return static_cast<double>(count) / static_cast<double>(brightness.pixels);
}

/// How steep the edges of a picture are: 1 where each is one step, 0.25 where none has a steeper
/// pixel than its neighbours.
struct Steepness {
    std::size_t edges = 0;
    double sum = 0;

    double mean() const { return sum / static_cast<double>(edges); }
};

/// The largest step between neighbours from `from` over kEdgeWidth pixels.
int steepestStep(const std::uint8_t* from) {
    int steepest = 0;
    for (std::size_t i = 0; i < kEdgeWidth; ++i)
        steepest = std::max(steepest, std::abs(from[i + 1] - from[i]));
    return steepest;
}

/// Of every second row.
Steepness steepness(const Frame& frame) {
    Steepness found;
    for (int y = 0; y < frame.height; y += 2) {
        const auto row = frame.row(y);
        for (std::size_t x = 0; x + kEdgeWidth < row.size(); ++x) {
            const int across = std::abs(row[x + kEdgeWidth] - row[x]);
            if (across < kEdgeStep)
                continue;
            ++found.edges;
            found.sum += std::min(1.0, static_cast<double>(steepestStep(&row[x])) / across);
        }
    }
    return found;
}

bool isBlurred(const Frame& frame) {
    const Steepness found = steepness(frame);
    const auto judged = static_cast<double>(frame.luma.size()) / 2;
    return static_cast<double>(found.edges) >= kEdgesToJudge * judged &&
           found.mean() < kSharpEnough;
}

bool isGlaring(const Brightness& brightness) {
    std::size_t saturated = 0;
    for (std::size_t level = kSaturatedLevel; level < brightness.histogram.size(); ++level)
        saturated += brightness.histogram[level];
    return shareOf(saturated, brightness) >= kGlareShare &&
           shareOf(brightness.edges, brightness) < kEdgesOfText;
}

} // namespace

std::string_view name(FrameHint hint) {
    switch (hint) {
    case FrameHint::none:
        return "none";
    case FrameHint::covered:
        return "covered";
    case FrameHint::dark:
        return "dark";
    case FrameHint::glare:
        return "glare";
    case FrameHint::blurred:
        return "blurred";
    }
    return "none";
}

FrameHint hintFor(const Frame& frame) {
    if (frame.luma.empty())
        return FrameHint::covered;
    const Brightness brightness = measure(frame);
    if (isGlaring(brightness))
        return FrameHint::glare;
    const int darkest = quantile(brightness, kSpreadTail);
    const int brightest = quantile(brightness, 1 - kSpreadTail);
    if (brightest < 2 * kDarkLevel && brightest - darkest < kCoveredSpread)
        return FrameHint::covered;
    if (quantile(brightness, 0.5) < kDarkLevel && brightest < 2 * kDarkLevel)
        return FrameHint::dark;
    return isBlurred(frame) ? FrameHint::blurred : FrameHint::none;
}

} // namespace kiosk::drivers
