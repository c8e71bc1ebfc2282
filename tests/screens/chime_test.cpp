// SPDX-License-Identifier: Apache-2.0
#include <SDL.h>
#include <catch2/catch.hpp>

#include "screens/kit/sound/chime.h"
#include "tests/support/disk_card.h"

namespace kiosk::kit {

static_assert(SoundDevice::Form{}.samplesPerSecond == speech::kSamplesPerSecond,
              "DiskCards counts seconds at that rate");

TEST_CASE("A39 the chime sounds for three quarters of a second and is not doubled") {
    const tests::DiskCards cards;
    Chime chime(cards.device("card"));
    REQUIRE(chime.ring());
    REQUIRE(chime.ring()); // it still sounds
    cards.take("card", 2);
    const double length = tests::untilSilence(cards.samples("card"));
    CHECK(length > 0.7);
    CHECK(length < 0.8);
}

TEST_CASE("a loudspeaker that has sounded is given back, and nothing of it wakes any more") {
    const tests::DiskCards cards;
    Chime chime(cards.device("card"));
    CHECK(SDL_WasInit(SDL_INIT_AUDIO) == 0); // nor before it sounds
    REQUIRE(chime.ring());
    chime.rest();
    CHECK(SDL_WasInit(SDL_INIT_AUDIO) != 0); // still sounding
    cards.take("card", 2);
    chime.rest();
    CHECK(SDL_WasInit(SDL_INIT_AUDIO) == 0);
}

TEST_CASE("a loudspeaker that is not there is an error, and nothing of it stays behind") {
    setenv("SDL_AUDIODRIVER", "disk", 1);
    Chime chime("/nonexistent/card.raw");
    const auto rung = chime.ring();
    REQUIRE_FALSE(rung);
    CHECK(rung.error().code() == "sound.unavailable");
    CHECK(SDL_WasInit(SDL_INIT_AUDIO) == 0);
}

} // namespace kiosk::kit
