// SPDX-License-Identifier: Apache-2.0
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
    return quantile(brightness, 0.5) < kDarkLevel && brightest < 2 * kDarkLevel ? FrameHint::dark
                                                                                : FrameHint::none;
}

} // namespace kiosk::drivers
