// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/sound/espeak.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "firmware/base/bytes.h"
#include "firmware/base/process/child.h"
#include "firmware/base/process/descriptor.h"
#include "firmware/base/process/shared_memory.h"
#include "screens/speech/sound/wav.h"

namespace kiosk::speech {
namespace {

constexpr int kBetweenLooksMs = 10;
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

Result<Bytes> readSound(int pipe, const std::stop_token& stop) {
    const auto latest = std::chrono::steady_clock::now() + kPatience;
    Bytes all;
    std::array<std::byte, 65536> piece{};
    while (all.size() <= kMostBytes) {
        if (stop.stop_requested())
            return fail(ErrorKind::cancelled, "speech.stopped", Remedy::wait);
        if (std::chrono::steady_clock::now() > latest)
            return noVoice("no answer");
        pollfd waiting{pipe, POLLIN, 0};
        if (::poll(&waiting, 1, kBetweenLooksMs) == 0)
            continue;
        const ssize_t count = ::read(pipe, piece.data(), piece.size());
        if (count <= 0)
            return all;
        all.insert(all.end(), piece.begin(), piece.begin() + count);
    }
    return noVoice("endless sound");
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
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return noVoice(std::strerror(errno));
    const Descriptor ours(ends[0]);
    Descriptor theirs(ends[1]);
    const auto child =
        Child::start(espeakCommand(program, run.voice, ratePercent),
                     {{STDIN_FILENO, words.descriptor()}, {STDOUT_FILENO, theirs.number()}});
    if (!child)
        return noVoice(child.error().detail());
    theirs = Descriptor(); // its end of the pipe is the last one
    const Bytes sound = TRY(readSound(ours.number(), stop));
    if (sound.empty())
        return noVoice("no sound");
    return pcmFromWav(sound);
}

} // namespace kiosk::speech
