// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/voice.h"

#include "firmware/app/voice_check.h"
#include "firmware/base/log.h"
#include "firmware/base/process/program.h"

namespace kiosk::app {
namespace {

constexpr std::chrono::seconds kBeforeCheck{2};

std::optional<speech::OutletChoice> choiceOf(const std::optional<SoundChoice::Outlet>& outlet) {
    if (!outlet)
        return std::nullopt;
    return speech::OutletChoice{outlet->device, outlet->fullScaleDb};
}

speech::OwnVoice::Source sourceOf(const Config& config, const kit::Catalogue& catalogue) {
    speech::OwnVoice::Source source{.words = config.assets / "speech",
                                    .program = ownProgram(kSpeakerProgram)};
    for (const kit::LanguageFacts& language : catalogue.languages().all())
        source.recordings.emplace(
            language.tag,
            speech::Recordings::load(config.assets / "voice", catalogue.of({language.tag})));
    return source;
}

void tellRecordings(const speech::OwnVoice::Source& source) {
    for (const auto& [language, recordings] : source.recordings)
        if (const auto& leftOut = recordings.leftOut(); !leftOut.empty())
            log::tell<"speech.recordings-left-out">(language, leftOut.size());
}

void tellOutlets(speech::Outlets& outlets) {
    if (const auto opened = outlets.check(); !opened)
        log::tell<"speech.no-outlet">(opened.error());
    else
        log::tell<"speech.ready">();
}

bool hasAnything(const std::optional<SoundChoice>& sound) {
    return sound && (sound->headset || sound->loudspeaker);
}

} // namespace

Voice::Voice(const SoundChoice& sound, speech::OwnVoice::Source source,
             const kit::Catalogue& catalogue, EventLoop& loop, const Clock& clock)
    : outlets_({.headset = choiceOf(sound.headset), .loudspeaker = choiceOf(sound.loudspeaker)}),
      voice_(loop, std::make_unique<ThreadWorker>(), std::move(source)),
      speaker_(loop, clock, voice_, outlets_),
      narration_(speech::Narrator(catalogue, {.keys = sound.keys, .slot = sound.slot}), speaker_) {}

std::unique_ptr<Voice> Voice::open(const Config& config, const kit::Catalogue& catalogue,
                                   EventLoop& loop, const Clock& clock) {
    if (!hasAnything(config.sound))
        return nullptr;
    speech::OwnVoice::Source source = sourceOf(config, catalogue);
    tellRecordings(source);
    std::unique_ptr<Voice> voice(
        new Voice(*config.sound, std::move(source), catalogue, loop, clock));
    // Opening a sound device takes a tenth of a second, which the first picture need not wait for.
    loop.after(kBeforeCheck, [&outlets = voice->outlets_] { tellOutlets(outlets); });
    return voice;
}

} // namespace kiosk::app
