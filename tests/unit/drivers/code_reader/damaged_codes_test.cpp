// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <catch2/catch.hpp>

#include "drivers/code_reader/code_reader.h"
#include "tests/support/code_pictures.h"

using namespace kiosk;
using tests::CodePicture;

namespace {

struct Rate {
    int shown = 0;
    int read = 0;
    int misread = 0;
};

/// The set as a whole is fixed by this seed: the rate changes only when the reader does.
constexpr std::uint64_t kSeed = 20261123;
constexpr int kPicturesPerDamage = 10;

struct Damage {
    std::string_view name;
    CodePicture most; ///< each picture takes between a third and all of it
    int leastRead;    ///< of kPicturesPerDamage: a floor against getting worse, not a goal
};

const Damage kDamages[] = {
    {"blur", {.blurPixels = 2.2}, 8},
    {"noise", {.noise = 45}, 9},
    {"tilt", {.tilt = 0.35}, 9},
    {"low contrast", {.noise = 4, .contrast = 0.15}, 9},
    {"blots", {.damagedShare = 0.03}, 4},
    {"all together",
     {.tilt = 0.2, .blurPixels = 0.9, .noise = 14, .contrast = 0.5, .damagedShare = 0.01},
     5},
};

CodePicture drawn(const CodePicture& most, std::mt19937_64& random) {
    std::uniform_real_distribution<double> share(0.3, 1.0);
    CodePicture how{.width = 480, .height = 360};
    how.modulePixels = 3 + 2 * share(random);
    how.degrees = 360 * share(random);
    how.tilt = most.tilt * share(random);
    how.blurPixels = most.blurPixels * share(random);
    how.noise = most.noise * share(random);
    how.contrast = 1 - (1 - most.contrast) * share(random);
    how.damagedShare = most.damagedShare * share(random);
    how.seed = random();
    return how;
}

std::string copyNumber(std::mt19937_64& random) {
    std::string text = "LK1:990000:";
    for (int i = 0; i < 16; ++i)
        text += "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[random() % 32];
    return text;
}

Rate rateFor(const Damage& damage, std::mt19937_64& random) {
    Rate rate;
    for (int i = 0; i < kPicturesPerDamage; ++i) {
        const std::string text = copyNumber(random);
        const auto code = drivers::readCode(tests::drawCode(text, drawn(damage.most, random)));
        ++rate.shown;
        rate.read += code && code->text == text ? 1 : 0;
        rate.misread += code && code->text != text ? 1 : 0;
    }
    return rate;
}

} // namespace

TEST_CASE("D10 damaged codes are read or not read, never read wrongly") {
    std::mt19937_64 random(kSeed);
    for (const Damage& damage : kDamages) {
        const Rate rate = rateFor(damage, random);
        WARN(damage.name << ": read " << rate.read << " of " << rate.shown);
        CHECK(rate.misread == 0);
        CHECK(rate.read >= damage.leastRead);
    }
}
