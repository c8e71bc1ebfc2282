// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/enhance.h"

#include <algorithm>

namespace kiosk::drivers {

namespace {

constexpr int kSharpening = 2;

Frame sameSize(const Frame& frame) {
    return {frame.width, frame.height, std::vector<std::uint8_t>(frame.luma.size())};
}

std::size_t index(const Frame& frame, int x, int y) {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(frame.width) +
           static_cast<std::size_t>(x);
}

/// Mean of three along a step of `stride`; the first and last of each run stand for what is
/// beyond them.
void meanOfThree(const Frame& from, Frame& to, int dx, int dy) {
    for (int y = 0; y < from.height; ++y) {
        const auto above = from.row(std::max(y - dy, 0));
        const auto here = from.row(y);
        const auto below = from.row(std::min(y + dy, from.height - 1));
        for (int x = 0; x < from.width; ++x) {
            const auto before = static_cast<std::size_t>(std::max(x - dx, 0));
            const auto at = static_cast<std::size_t>(x);
            const auto after = static_cast<std::size_t>(std::min(x + dx, from.width - 1));
            to.luma[index(to, x, y)] =
                static_cast<std::uint8_t>((above[before] + here[at] + below[after]) / 3);
        }
    }
}

/// Between two pixels of a row or column when the picture grows by three to two: source position in
/// sixths, the pixel before it and its share.
struct Step {
    int before;
    int after;
    int shareOfAfter; ///< of 6
};

Step stepAt(int target, int sourceSize) {
    // Centres meet: source = (target + ½) · ⅔ − ½, in sixths 4 · target − 1.
    const int sixths = std::clamp(4 * target - 1, 0, 6 * (sourceSize - 1));
    return {sixths / 6, std::min(sixths / 6 + 1, sourceSize - 1), sixths % 6};
}

int between(int before, int after, int shareOfAfter) {
    return before * (6 - shareOfAfter) + after * shareOfAfter;
}

} // namespace

Frame smoothed(const Frame& frame) {
    Frame across = sameSize(frame);
    meanOfThree(frame, across, 1, 0);
    Frame result = sameSize(frame);
    meanOfThree(across, result, 0, 1);
    return result;
}

Frame sharpened(const Frame& frame) {
    const Frame blurred = smoothed(smoothed(frame));
    Frame result = sameSize(frame);
    std::ranges::transform(frame.luma, blurred.luma, result.luma.begin(), [](int sharp, int soft) {
        return static_cast<std::uint8_t>(std::clamp(sharp + kSharpening * (sharp - soft), 0, 255));
    });
    return result;
}

Frame enlarged(const Frame& frame) {
    const int width = frame.width * 3 / 2;
    const int height = frame.height * 3 / 2;
    Frame result{width, height,
                 std::vector<std::uint8_t>(static_cast<std::size_t>(width) *
                                           static_cast<std::size_t>(height))};
    std::vector<Step> columns;
    for (int x = 0; x < width; ++x)
        columns.push_back(stepAt(x, frame.width));
    auto to = result.luma.begin();
    for (int y = 0; y < height; ++y) {
        const Step rows = stepAt(y, frame.height);
        const std::uint8_t* upper = frame.row(rows.before).data();
        const std::uint8_t* lower = frame.row(rows.after).data();
        for (const Step& column : columns) {
            const int above =
                between(upper[column.before], upper[column.after], column.shareOfAfter);
            const int below =
                between(lower[column.before], lower[column.after], column.shareOfAfter);
            *to++ = static_cast<std::uint8_t>(between(above, below, rows.shareOfAfter) / 36);
        }
    }
    return result;
}

Frame inverted(const Frame& frame) {
    Frame result = sameSize(frame);
    std::ranges::transform(frame.luma, result.luma.begin(),
                           [](int level) { return static_cast<std::uint8_t>(255 - level); });
    return result;
}

} // namespace kiosk::drivers
