// SPDX-License-Identifier: Apache-2.0
// SDL's driver "disk" writes what a card would get.
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <thread>

#include <SDL.h>
#include <catch2/catch.hpp>

#include "screens/speech/sound/outlets.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::speech {
namespace {

/// Samples in seconds from the beginning to the last that is not silent; 0 where all are.
struct Heard {
    double peak = 0;
    double untilSilence = 0;
};

Heard heardIn(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    Heard heard;
    float sample = 0;
    for (std::size_t at = 0; stream.read(reinterpret_cast<char*>(&sample), sizeof sample); ++at) {
        heard.peak = std::max(heard.peak, static_cast<double>(std::abs(sample)));
        if (std::abs(sample) > 1e-4)
            heard.untilSilence = static_cast<double>(at + 1) / kSamplesPerSecond;
    }
    return heard;
}

class DiskCard {
public:
    DiskCard() {
        setenv("SDL_AUDIODRIVER", "disk", 1);
        setenv("SDL_DISKAUDIOFILE", (folder_.path() / "card.raw").c_str(), 1);
        setenv("SDL_DISKAUDIODELAY", "1", 1); // a millisecond for each 23 ms of sound
    }
    /// Waits until the card has taken that much sound.
    void take(double soundSeconds) const {
        const auto bytes = static_cast<std::uintmax_t>(soundSeconds * kSamplesPerSecond) * 4;
        std::error_code unknown;
        while (std::filesystem::file_size(file(), unknown) < bytes || unknown)
            std::this_thread::yield();
    }
    std::filesystem::path file() const { return folder_.path() / "card.raw"; }

private:
    tests::TemporaryFolder folder_;
};

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
    const DiskCard card;
    Outlets outlets({.headset = OutletChoice{"", 65}, .loudspeaker = OutletChoice{"", 65}});
    outlets.play(Channel::headset, tone(0.5), 0);
    card.take(1.5);
    outlets.rest();
    const Heard whole = heardIn(card.file());
    CHECK(whole.peak == Approx(30000 / 32767.0).epsilon(0.01));
    CHECK(whole.untilSilence > 0.49);
    CHECK(whole.untilSilence < 1);

    outlets.play(Channel::headset, tone(60), 0);
    card.take(0.5);
    outlets.stop();
    const double told =
        static_cast<double>(std::filesystem::file_size(card.file())) / 4 / kSamplesPerSecond;
    card.take(told + 1);
    outlets.rest();
    const Heard cut = heardIn(card.file());
    CHECK(cut.untilSilence > 0.4);
    CHECK(cut.untilSilence < told + 0.1);
}

TEST_CASE("A sound card that is not there is an error with a name") {
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", "/nonexistent/card.raw", 1);
    Outlets outlets({.loudspeaker = OutletChoice{}});
    const auto opened = outlets.check();
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code() == "sound.unavailable");
    outlets.play(Channel::loudspeaker, tone(0.1), 0); // silent, and no crash
}

} // namespace kiosk::speech
