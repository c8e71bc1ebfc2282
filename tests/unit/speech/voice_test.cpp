// SPDX-License-Identifier: Apache-2.0
// With espeak-ng itself, as the kiosk runs it.
#include <cstdlib>
#include <thread>

#include <catch2/catch.hpp>

#include "firmware/base/process/program.h"
#include "screens/speech/own_voice.h"
#include "screens/speech/sound/espeak.h"
#include "screens/speech/steps.h"

namespace kiosk::speech {
namespace {

const std::filesystem::path kSpeaker = KIOSK_BINARY_DIR "/bin/kiosk-speaker";

double seconds(const Run& run, int ratePercent) {
    const auto pcm = espeak(kSpeaker, run, ratePercent, {});
    REQUIRE(pcm);
    return static_cast<double>(pcm->size()) / kSamplesPerSecond;
}

int peakOf(const Pcm& pcm) {
    int peak = 0;
    for (const int sample : pcm)
        peak = std::max(peak, std::abs(sample));
    return peak;
}

const Run kMandarin{Voice::mandarin, "qing3 ba3 shen1 fen4 zheng4 fang4 zai4 du2 ka3 qu1"};
const Run kEnglish{Voice::english, "Please lay your identity card on the reader below."};
const Run kUyghur{Voice::uyghur, "كىملىكىڭىزنى تۆۋەندىكى ئوقۇغۇچقا قويۇڭ"};

} // namespace

TEST_CASE("A36 each voice speaks at 50 to 200 percent of its usual rate") {
    for (const Run& run : {kMandarin, kEnglish, kUyghur}) {
        const double usual = seconds(run, 100);
        CAPTURE(run.words, usual);
        for (const int percent : kRatesPercent) {
            CAPTURE(percent);
            CHECK(seconds(run, percent) == Approx(usual * 100 / percent).epsilon(0.25));
        }
        CHECK(seconds(run, 50) > seconds(run, 75));
    }
}

TEST_CASE("A36 Mandarin is spoken at three syllables a second") {
    CHECK(10 / seconds(kMandarin, 100) == Approx(3).epsilon(0.2));
}

TEST_CASE("espeak-ng speaks behind its walls, loud enough and to an end") {
    const auto pcm = espeak(kSpeaker, kMandarin, 100, {});
    REQUIRE(pcm);
    CHECK(peakOf(*pcm) > 8000);
    CHECK(std::abs(static_cast<int>(pcm->back())) < 500);
}

TEST_CASE("A34 a voice that is told to stop does so within 100 ms") {
    std::stop_source source;
    source.request_stop();
    const auto before = std::chrono::steady_clock::now();
    const auto stopped = espeak(kSpeaker, kMandarin, 100, source.get_token());
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code() == "speech.stopped");
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::milliseconds(100));
}

TEST_CASE("Without the program there is no voice, and that is said") {
    const auto none = espeak("/nonexistent/kiosk-speaker", kMandarin, 100, {});
    REQUIRE_FALSE(none);
    CHECK(none.error().code() == "speech.no-voice");
}

TEST_CASE("A38 a sentence in two scripts is one utterance of two voices") {
    const SystemClock clock;
    EventLoop loop(clock);
    OwnVoice voice(loop, std::make_unique<InlineWorker>(),
                   {KIOSK_SOURCE_DIR "/assets/speech", kSpeaker});
    std::optional<Utterance> made;
    voice.begin({"⁨营业执照⁩ is valid", "en"}, 100, [&](Result<Utterance> utterance) {
        REQUIRE(utterance);
        made = std::move(*utterance);
    });
    loop.runReady();
    REQUIRE(made);
    CHECK(made->form.runs.size() == 2);
    CHECK(lengthOf(made->sound) > std::chrono::seconds(1));
}

TEST_CASE("A34 what was cancelled is never heard of again") {
    const SystemClock clock;
    EventLoop loop(clock);
    OwnVoice voice(loop, std::make_unique<InlineWorker>(),
                   {KIOSK_SOURCE_DIR "/assets/speech", kSpeaker});
    int heard = 0;
    voice.begin({"第一句", "zh-CN"}, 100, [&](const Result<Utterance>&) { ++heard; });
    voice.begin({"第二句", "zh-CN"}, 100, [&](const Result<Utterance>&) { heard += 10; });
    loop.runReady();
    CHECK(heard == 10);
}

} // namespace kiosk::speech
