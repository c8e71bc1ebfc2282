// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/sound/espeak.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "firmware/base/bytes.h"
#include "firmware/base/process/piped_program.h"
#include "firmware/base/process/shared_memory.h"
#include "screens/speech/sound/wav.h"

namespace kiosk::speech {
namespace {

constexpr std::chrono::seconds kPatience{10};
constexpr std::size_t kMostBytes = std::size_t{120} * 2 * kSamplesPerSecond; ///< two minutes

/// espeak-ng speaks no slower; below, the words are set apart.
constexpr double kSlowestWordsPerMinute = 80;
constexpr double kGapPerMissingWord = 0.3; ///< in units of 10 ms; measured

struct Spec {
    std::string_view voice;
    double wordsPerMinute; ///< usual: three syllables a second in Mandarin (A36)
};

Spec specOf(Voice voice) {
    switch (voice) {
    case Voice::mandarin:
        return {"cmn-latn-pinyin", 150}; // "cmn" reads pinyin as English
    case Voice::english:
        return {"en", 125};
    case Voice::uyghur:
        return {"ug", 140};
    }
    return {};
}

std::unexpected<Error> noVoice(std::string_view why) {
    return fail(ErrorKind::configuration, "speech.no-voice", Remedy::technician, why);
}

} // namespace

std::vector<std::string> espeakCommand(const std::filesystem::path& program, Voice voice,
                                       int ratePercent) {
    const Spec spec = specOf(voice);
    const double wanted = spec.wordsPerMinute * ratePercent / 100;
    const double rate = std::max(wanted, kSlowestWordsPerMinute);
    const double gap = (rate - wanted) * kGapPerMissingWord;
    return {program.string(),
            "-v",
            std::string(spec.voice),
            "-s",
            std::to_string(std::lround(rate)),
            "-g",
            std::to_string(std::lround(gap)),
            "-b",
            "1",
            "--stdin",
            "--stdout"};
}

Result<Pcm> espeak(const std::filesystem::path& program, const Run& run, int ratePercent,
                   const std::stop_token& stop) {
    const SharedMemory words = TRY(SharedMemory::holding(toBytes(run.words)));
    auto speaker =
        PipedProgram::start(espeakCommand(program, run.voice, ratePercent), words.descriptor());
    if (!speaker)
        return noVoice(speaker.error().detail());
    const auto latest = std::chrono::steady_clock::now() + kPatience;
    const Bytes sound = TRY(speaker->read(kMostBytes, [&]() -> Result<> {
        if (stop.stop_requested())
            return fail(ErrorKind::cancelled, "speech.stopped", Remedy::wait);
        if (std::chrono::steady_clock::now() > latest)
            return noVoice("no answer");
        return {};
    }));
    if (sound.size() > kMostBytes)
        return noVoice("endless sound");
    if (sound.empty())
        return noVoice("no sound");
    return pcmFromWav(sound);
}

} // namespace kiosk::speech
