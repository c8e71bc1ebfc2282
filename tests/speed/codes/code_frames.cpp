// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/codes/code_frames.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

#include "tests/support/clutter.h"
#include "tests/support/code_pictures.h"

namespace kiosk::speed {

namespace {

using tests::CodePicture;

constexpr int kWidth = 1280;
constexpr int kHeight = 720;
constexpr int kEmptyFrames = 8;

struct Content {
    std::size_t bytes;
    CodePicture::Correction correction;
    int modules; ///< of the version these bytes take, with its quiet zone
    double modulePixels;
};

constexpr std::array kContents{Content{300, CodePicture::Correction::medium, 69 + 8, 6.0},
                               Content{1200, CodePicture::Correction::low, 117 + 8, 4.6}};

struct Condition {
    CodePicture how;
    double blurModules = 0; ///< standard deviation
};

/// As a code tilted by 32° looks from three times its own size away.
constexpr double kTilt = 0.21;

const std::array kConditions{
    Condition{},
    Condition{.how = {}, .blurModules = 0.28},
    Condition{.how = {}, .blurModules = 0.42},
    Condition{.how = {.tilt = kTilt}},
    Condition{.how = {.glare = 0.7}},
    Condition{.how = {.noise = 6, .contrast = 0.16}},
    Condition{.how = {.shading = 0.75}},
    Condition{.how = {.tilt = kTilt / 2, .noise = 5, .contrast = 0.4, .shading = 0.4, .glare = 0.2},
              .blurModules = 0.28},
};

/// Two box blurs of this radius together spread as a Gaussian of this deviation does.
double boxRadius(double deviation) {
    return (std::sqrt(6 * deviation * deviation + 1) - 1) / 2;
}

/// As large as asked, smaller where a turned and tilted code would leave the picture.
double modulePixels(const Content& content, double degrees, double tilt) {
    const double angle = std::abs(degrees) * std::numbers::pi / 180;
    const double reach = content.modules * (std::cos(angle) + std::sin(angle)) / (1 - tilt / 2);
    return std::min(content.modulePixels, kHeight / reach);
}

std::string payload(std::size_t bytes, std::mt19937_64& random) {
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789+/=-._:;";
    std::string text;
    while (text.size() < bytes)
        text += kLetters[random() % kLetters.size()];
    return text;
}

CodeFrame draw(const Content& content, const Condition& condition, std::mt19937_64& random) {
    std::uniform_real_distribution<double> angle(-45, 45);
    CodePicture how = condition.how;
    how.width = kWidth;
    how.height = kHeight;
    how.correction = content.correction;
    how.degrees = angle(random);
    how.modulePixels = modulePixels(content, how.degrees, how.tilt);
    how.blurPixels = boxRadius(condition.blurModules * how.modulePixels);
    how.seed = random();
    std::string text = payload(content.bytes, random);
    return {drawCode(text, how, tests::clutterFrame(kWidth, kHeight, random())), text};
}

} // namespace

std::vector<CodeFrame> codeFrames(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::vector<CodeFrame> frames;
    for (const Content& content : kContents)
        for (const Condition& condition : kConditions)
            frames.push_back(draw(content, condition, random));
    return frames;
}

std::vector<CodeFrame> emptyFrames(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::vector<CodeFrame> frames;
    for (int i = 0; i < kEmptyFrames; ++i)
        frames.push_back({tests::clutterFrame(kWidth, kHeight, random()), {}});
    return frames;
}

} // namespace kiosk::speed
