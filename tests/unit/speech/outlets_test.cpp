// SPDX-License-Identifier: Apache-2.0
#include <SDL.h>
#include <catch2/catch.hpp>

#include "screens/speech/sound/outlets.h"
#include "tests/support/disk_card.h"

namespace kiosk::speech {
namespace {

Pcm tone(double seconds) {
    Pcm pcm(static_cast<std::size_t>(seconds * kSamplesPerSecond));
    for (std::size_t at = 0; at < pcm.size(); ++at)
        pcm[at] = at / 25 % 2 == 0 ? 30000 : -30000;
    return pcm;
}

} // namespace

TEST_CASE("A35 full scale is never passed, and 65 dB is where the cabinet was measured") {
    CHECK(scaleFor(0, 65) == Approx(1));
    CHECK(scaleFor(0, 85) == Approx(0.1));
    CHECK(scaleFor(35, 100) == Approx(1));
    CHECK(scaleFor(35, 85) == Approx(1));
    CHECK(scaleFor(-45, 100) == Approx(0.0001));
}

TEST_CASE("A34 sound ends by itself, and within 100 ms of samples when it is stopped") {
    const tests::DiskCards cards;
    const OutletChoice choice{cards.device("card"), 65};
    Outlets outlets({.headset = choice, .loudspeaker = choice});
    outlets.play(Channel::headset, tone(0.5), 0);
    cards.take("card", 1.5);
    outlets.rest();
    const std::vector<float> whole = cards.samples("card");
    CHECK(std::ranges::max(whole) == Approx(30000 / 32767.0).epsilon(0.01));
    CHECK(tests::untilSilence(whole) > 0.49);
    CHECK(tests::untilSilence(whole) < 1);

    outlets.play(Channel::headset, tone(60), 0);
    cards.take("card", 0.5);
    outlets.stop();
    const double told = cards.taken("card");
    cards.take("card", told + 1);
    outlets.rest();
    const double cut = tests::untilSilence(cards.samples("card"));
    CHECK(cut > 0.4);
    CHECK(cut < told + 0.1);
}

TEST_CASE("A sound card that is not there is an error with a name") {
    setenv("SDL_AUDIODRIVER", "disk", 1);
    Outlets outlets({.loudspeaker = OutletChoice{.device = "/nonexistent/card.raw"}});
    const auto opened = outlets.check();
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code() == "sound.unavailable");
    outlets.play(Channel::loudspeaker, tone(0.1), 0); // silent, and no crash
}

} // namespace kiosk::speech
