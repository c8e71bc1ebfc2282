// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/finder.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>

namespace kiosk::drivers {

namespace {

constexpr int kRowStep = 4;
/// Three finder patterns give this many rows soon, crossed by columns that say the same.
constexpr int kRowsWanted = 2;
/// Steps smaller than this are grain, not edges.
constexpr int kLeastContrast = 16;

using Runs = std::array<int, 5>;

/// 1:1:3:1:1, each run within half a module, the middle within one.
bool looksLikeFinder(const Runs& runs) {
    const int total = std::accumulate(runs.begin(), runs.end(), 0);
    if (total < 7 || std::ranges::find(runs, 0) != runs.end())
        return false;
    constexpr Runs kModules{1, 1, 3, 1, 1};
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const int tolerance = kModules[i] == 3 ? 2 * total : total + 4;
        if (std::abs(14 * runs[i] - 2 * kModules[i] * total) > tolerance)
            return false;
    }
    return true;
}

/// Lengths of the last five runs of one brightness.
class RunWindow {
public:
    void push(int length) {
        std::ranges::rotate(runs_, runs_.begin() + 1);
        runs_.back() = length;
    }

    const Runs& runs() const { return runs_; }
    int total() const { return std::accumulate(runs_.begin(), runs_.end(), 0); }
    /// From the middle of the middle run to the end of the last.
    int fromMiddle() const { return runs_[2] / 2 + runs_[3] + runs_[4]; }

private:
    Runs runs_{};
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

/// Where a row seems to cross a finder pattern.
struct Crossing {
    int x, y;   ///< the pattern's middle
    int level;  ///< parts dark from light there
    bool dark;  ///< its ink
    int length; ///< along the row, pixels
};

/// Pixels of one brightness from `y` on, in steps of one row up or down; moves `y` beyond them.
int runAlong(const Frame& frame, const Crossing& at, int& y, int step, bool dark, int most) {
    int length = 0;
    while (y >= 0 && y < frame.height && length <= most &&
           (frame.row(y)[static_cast<std::size_t>(at.x)] < at.level) == dark) {
        y += step;
        ++length;
    }
    return length;
}

/// Whether the column through the crossing says the same: what is concentric has the rhythm in
/// every direction, clutter by chance in one.
bool columnAgrees(const Frame& frame, const Crossing& at) {
    constexpr int kSteepest = 2; // a tilted code is this much longer one way
    const int most = kSteepest * at.length;
    Runs runs{};
    int up = at.y;
    int down = at.y + 1;
    runs[2] =
        runAlong(frame, at, up, -1, at.dark, most) + runAlong(frame, at, down, 1, at.dark, most);
    runs[1] = runAlong(frame, at, up, -1, !at.dark, most);
    runs[0] = runAlong(frame, at, up, -1, at.dark, most);
    runs[3] = runAlong(frame, at, down, 1, !at.dark, most);
    runs[4] = runAlong(frame, at, down, 1, at.dark, most);
    const int length = std::accumulate(runs.begin(), runs.end(), 0);
    return length <= most && kSteepest * length >= at.length && looksLikeFinder(runs);
}

struct RowTraces {
    bool darkOnLight = false;
    bool lightOnDark = false;
};

RowTraces tracesIn(const Frame& frame, int y) {
    const auto row = frame.row(y);
    RowTraces found;
    RunningMean mean(row.front());
    RunWindow runs;
    bool dark = false;
    int length = 0;
    for (int x = 0; x < frame.width; ++x) {
        const int value = row[static_cast<std::size_t>(x)];
        const int distance = value - mean.level();
        mean.add(value);
        const bool nowDark = std::abs(distance) < kLeastContrast / 2 ? dark : distance < 0;
        ++length;
        if (nowDark == dark)
            continue;
        runs.push(length);
        bool& known = dark ? found.darkOnLight : found.lightOnDark;
        if (!known && looksLikeFinder(runs.runs()))
            known =
                columnAgrees(frame, {x - runs.fromMiddle(), y, mean.level(), dark, runs.total()});
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
        const RowTraces found = tracesIn(frame, y);
        darkRows += found.darkOnLight ? 1 : 0;
        lightRows += found.lightOnDark ? 1 : 0;
    }
    return {darkRows >= kRowsWanted, lightRows >= kRowsWanted};
}

} // namespace kiosk::drivers
