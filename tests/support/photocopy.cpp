// SPDX-License-Identifier: Apache-2.0
#include "tests/support/photocopy.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace kiosk::tests {

namespace {

constexpr double kWhite = 255;
constexpr double kToner = 20;
constexpr double kPaper = 235;

double pixel(const GreyPicture& picture, int x, int y) {
    const bool inside = x >= 0 && y >= 0 && x < picture.width && y < picture.height;
    return inside
               ? picture
                     .levels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                             static_cast<std::size_t>(x)]
               : kWhite;
}

/// Turned about its middle, and `scale` times as large.
GreyPicture turned(const GreyPicture& from, double degrees, double scale) {
    GreyPicture to{static_cast<int>(from.width * scale), static_cast<int>(from.height * scale), {}};
    const double cosine = std::cos(degrees * std::numbers::pi / 180) / scale;
    const double sine = std::sin(degrees * std::numbers::pi / 180) / scale;
    for (int y = 0; y < to.height; ++y)
        for (int x = 0; x < to.width; ++x) {
            const double across = x - to.width / 2.0;
            const double down = y - to.height / 2.0;
            to.levels.push_back(from.at(from.width / 2.0 + across * cosine + down * sine,
                                        from.height / 2.0 + down * cosine - across * sine));
        }
    return to;
}

/// A Gaussian of this radius, one axis after the other.
GreyPicture blurred(const GreyPicture& from, double radius) {
    std::vector<double> weights;
    for (int i = -3; i <= 3; ++i)
        weights.push_back(std::exp(-i * i / (2 * radius * radius + 1e-9)));
    const auto along = [&](const GreyPicture& picture, int dx, int dy) {
        GreyPicture to{picture.width, picture.height, {}};
        for (int y = 0; y < to.height; ++y)
            for (int x = 0; x < to.width; ++x) {
                double sum = 0, weight = 0;
                for (int i = -3; i <= 3; ++i) {
                    const double w = weights[static_cast<std::size_t>(i + 3)];
                    sum += w * pixel(picture, x + i * dx, y + i * dy);
                    weight += w;
                }
                to.levels.push_back(sum / weight);
            }
        return to;
    };
    return along(along(from, 1, 0), 0, 1);
}

void addNoise(GreyPicture& picture, double deviation, std::mt19937_64& random) {
    std::normal_distribution<double> grain(0, deviation);
    for (double& level : picture.levels)
        level += grain(random);
}

/// Dirt on the glass and toner that fell off: round, up to a millimetre at 200 dpi.
void addSpecks(GreyPicture& picture, int count, std::mt19937_64& random) {
    for (int i = 0; i < count; ++i) {
        const double x = std::uniform_real_distribution<double>(0, picture.width)(random);
        const double y = std::uniform_real_distribution<double>(0, picture.height)(random);
        const double radius = std::uniform_real_distribution<double>(1, 4)(random);
        const double level = (random() & 1U) != 0 ? kToner : kPaper;
        for (int row = 0; row < picture.height; ++row)
            for (int column = 0; column < picture.width; ++column)
                if (std::hypot(column - x, row - y) < radius)
                    picture.levels[static_cast<std::size_t>(row * picture.width + column)] = level;
    }
}

} // namespace

double GreyPicture::at(double x, double y) const {
    const int left = static_cast<int>(std::floor(x));
    const int top = static_cast<int>(std::floor(y));
    const double right = x - left;
    const double down = y - top;
    return (1 - down) *
               ((1 - right) * pixel(*this, left, top) + right * pixel(*this, left + 1, top)) +
           down * ((1 - right) * pixel(*this, left, top + 1) +
                   right * pixel(*this, left + 1, top + 1));
}

CopierWay copierWay(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const auto between = [&random](double least, double most) {
        return std::uniform_real_distribution<double>(least, most)(random);
    };
    return {.scanTilt = between(-3, 3),
            .scanBlur = between(0.5, 1.5),
            .scanNoise = between(5, 30),
            .threshold = between(75, 180),
            .specks = static_cast<int>(between(0, 12)),
            .cameraTilt = between(-8, 8),
            .cameraScale = between(0.8, 1.4),
            .cameraBlur = between(0.5, 1.3),
            .cameraNoise = between(4, 18),
            .cameraContrast = between(0.35, 1),
            .seed = random()};
}

drivers::Frame photocopied(const GreyPicture& sheet, const CopierWay& way) {
    std::mt19937_64 random(way.seed);
    GreyPicture copy = blurred(turned(sheet, way.scanTilt, 1), way.scanBlur);
    addNoise(copy, way.scanNoise, random);
    for (double& level : copy.levels)
        level = level < way.threshold ? kToner : kPaper;
    addSpecks(copy, way.specks, random);
    GreyPicture seen = blurred(turned(copy, way.cameraTilt, way.cameraScale), way.cameraBlur);
    addNoise(seen, way.cameraNoise, random);
    drivers::Frame frame{seen.width, seen.height, {}};
    for (const double level : seen.levels)
        frame.luma.push_back(static_cast<std::uint8_t>(
            std::clamp(128 + (level - 128) * way.cameraContrast, 0.0, kWhite)));
    return frame;
}

} // namespace kiosk::tests
