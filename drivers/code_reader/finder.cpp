// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/finder.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace kiosk::drivers {

namespace {

constexpr int kRowStep = 4;
/// Three finder patterns give this many rows soon; text and clutter give single ones.
constexpr int kRowsWanted = 4;
/// Steps smaller than this are grain, not edges.
constexpr int kLeastContrast = 16;

/// Lengths of the last five runs of one brightness.
class RunWindow {
public:
    void push(int length) {
        std::ranges::rotate(runs_, runs_.begin() + 1);
        runs_.back() = length;
    }

    /// 1:1:3:1:1, each run within half a module, the middle within one.
    bool looksLikeFinder() const {
        int total = 0;
        for (const int run : runs_) {
            if (run == 0)
                return false;
            total += run;
        }
        if (total < 7)
            return false;
        constexpr std::array kModules{1, 1, 3, 1, 1};
        for (std::size_t i = 0; i < runs_.size(); ++i) {
            const int tolerance = kModules[i] == 3 ? 2 * total : total + 4;
            if (std::abs(14 * runs_[i] - 2 * kModules[i] * total) > tolerance)
                return false;
        }
        return true;
    }

private:
    std::array<int, 5> runs_{};
};

/// The level that parts dark from light around each pixel: halfway between the slow means of a
/// row's last bright and dark stretches would need two passes; a running mean is near enough.
class RunningMean {
public:
    explicit RunningMean(int first) : scaled_(first << kShift) {}
    int level() const { return scaled_ >> kShift; }
    void add(int value) { scaled_ += value - level(); }

private:
    static constexpr int kShift = 5;
    int scaled_;
};

struct RowTraces {
    bool darkOnLight = false;
    bool lightOnDark = false;
};

RowTraces tracesIn(std::span<const std::uint8_t> row) {
    RowTraces found;
    RunningMean mean(row.front());
    RunWindow runs;
    bool dark = false;
    int length = 0;
    for (const int value : row) {
        const int distance = value - mean.level();
        mean.add(value);
        const bool nowDark = std::abs(distance) < kLeastContrast / 2 ? dark : distance < 0;
        ++length;
        if (nowDark == dark)
            continue;
        runs.push(length);
        if (runs.looksLikeFinder())
            (dark ? found.darkOnLight : found.lightOnDark) = true;
        dark = nowDark;
        length = 0;
    }
    return found;
}

} // namespace

FinderTraces findFinderTraces(const Frame& frame) {
    int darkRows = 0;
    int lightRows = 0;
    for (int y = 0; y < frame.height; y += kRowStep) {
        const RowTraces found = tracesIn(frame.row(y));
        darkRows += found.darkOnLight ? 1 : 0;
        lightRows += found.lightOnDark ? 1 : 0;
    }
    return {darkRows >= kRowsWanted, lightRows >= kRowsWanted};
}

} // namespace kiosk::drivers
