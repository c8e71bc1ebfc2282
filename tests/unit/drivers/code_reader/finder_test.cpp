// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/decoder.h"
#include "drivers/code_reader/finder.h"
#include "tests/support/clutter.h"
#include "tests/support/code_pictures.h"

using namespace kiosk;
using drivers::findFinderTraces;
using tests::CodePicture;
using tests::drawCode;

namespace {

const std::string kShort = "LK1:990000:A7K2-9QXM-0042:7F";
const std::string kLong(900, 'A');
constexpr int kTurns = 12;

/// Of 12 angles: at how many the decoder reads the code, and at how many of those the finder is
/// blind.
struct Sight {
    int read = 0;
    int missed = 0;
};

Sight sightOf(const std::string& text, CodePicture how) {
    Sight sight;
    how.width = 760;
    how.height = 600;
    for (int turn = 0; turn < kTurns; ++turn) {
        how.degrees = turn * 360.0 / kTurns + 1;
        how.seed = static_cast<std::uint64_t>(turn) + 1;
        const auto frame = drawCode(text, how);
        if (!drivers::decode(frame))
            continue;
        ++sight.read;
        const auto traces = findFinderTraces(frame);
        const bool light = how.ink == CodePicture::Ink::lightOnDark;
        sight.missed += (light ? traces.lightOnDark : traces.darkOnLight) ? 0 : 1;
    }
    return sight;
}

} // namespace

TEST_CASE("D10 what the decoder reads the finder sees") {
    const auto [name, text, how] = GENERATE(table<std::string, std::string, CodePicture>({
        {"plain", kShort, {}},
        {"small", kShort, {.modulePixels = 3}},
        {"dense", kLong, {.modulePixels = 4}},
        {"tilted", kShort, {.tilt = 0.3}},
        {"faint", kShort, {.noise = 3, .contrast = 0.2}},
        {"blurred", kShort, {.blurPixels = 1.5}},
        {"grainy", kShort, {.noise = 25}},
    }));
    const Sight sight = sightOf(text, how);
    WARN(name << ": of " << sight.read << " read " << sight.missed << " not seen");
    CHECK(sight.read > 0);
    CHECK(sight.missed * kTurns <= sight.read);
}

TEST_CASE("D10 clutter is not taken for a code") {
    int seen = 0;
    for (std::uint64_t seed = 1; seed <= 24; ++seed) {
        const auto traces = findFinderTraces(tests::groundFrame(1280, 720, seed));
        seen += traces.darkOnLight || traces.lightOnDark ? 1 : 0;
    }
    CHECK(seen <= 1);
}

TEST_CASE("D10 most of what stands about before a kiosk is not taken for a code") {
    int seen = 0;
    for (std::uint64_t seed = 1; seed <= 24; ++seed) {
        const auto traces = findFinderTraces(tests::clutterFrame(1280, 720, seed));
        seen += traces.darkOnLight || traces.lightOnDark ? 1 : 0;
    }
    CHECK(seen <= 6);
}
