// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/enhance.h"

#include <algorithm>

namespace kiosk::drivers {

namespace {

constexpr int kSharpening = 2;

Frame sameSize(const Frame& frame) {
    return {frame.width, frame.height, std::vector<std::uint8_t>(frame.luma.size())};
}

/// Mean of three neighbours in each row; the ends stand for what is beyond them.
void meanAcross(const Frame& from, Frame& to) {
    const auto width = static_cast<std::size_t>(from.width);
    for (int y = 0; y < from.height; ++y) {
        const std::uint8_t* row = from.row(y).data();
        std::uint8_t* mean = to.luma.data() + static_cast<std::size_t>(y) * width;
        mean[0] =
            static_cast<std::uint8_t>((2 * row[0] + row[std::min<std::size_t>(1, width - 1)]) / 3);
        for (std::size_t x = 1; x + 1 < width; ++x)
            mean[x] = static_cast<std::uint8_t>((row[x - 1] + row[x] + row[x + 1]) / 3);
        if (width > 1)
            mean[width - 1] = static_cast<std::uint8_t>((row[width - 2] + 2 * row[width - 1]) / 3);
    }
}

/// The same in each column.
void meanDown(const Frame& from, Frame& to) {
    const auto width = static_cast<std::size_t>(from.width);
    for (int y = 0; y < from.height; ++y) {
        const std::uint8_t* above = from.row(std::max(y - 1, 0)).data();
        const std::uint8_t* here = from.row(y).data();
        const std::uint8_t* below = from.row(std::min(y + 1, from.height - 1)).data();
        std::uint8_t* mean = to.luma.data() + static_cast<std::size_t>(y) * width;
        for (std::size_t x = 0; x < width; ++x)
            mean[x] = static_cast<std::uint8_t>((above[x] + here[x] + below[x]) / 3);
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
    meanAcross(frame, across);
    Frame result = sameSize(frame);
    meanDown(across, result);
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

Frame sharpenedAndEnlarged(const Frame& frame) {
    return enlarged(sharpened(frame));
}

Frame smoothedAndSharpened(const Frame& frame) {
    return sharpened(smoothed(frame));
}

Frame inverted(const Frame& frame) {
    Frame result = sameSize(frame);
    std::ranges::transform(frame.luma, result.luma.begin(),
                           [](int level) { return static_cast<std::uint8_t>(255 - level); });
    return result;
}

} // namespace kiosk::drivers
