// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "firmware/base/text.h"
#include "screens/speech/synthesizer.h"

namespace kiosk::tests {

/// A voice without sound, at once: three syllables a second at the usual rate.
class QuickVoice final : public speech::Synthesizer {
public:
    /// `words` is assets/speech.
    explicit QuickVoice(const std::filesystem::path& words)
        : pinyin_(std::move(speech::Pinyin::load(words).value())) {}

    void begin(const speech::Sentence& sentence, int ratePercent, Done done) override {
        if (refuses)
            return done(fail(ErrorKind::configuration, "speech.no-voice", Remedy::technician));
        speech::Utterance utterance{speech::spokenForm(sentence.text, sentence.language, pinyin_),
                                    {}};
        const auto characters = codePoints(sentence.text).size();
        const std::size_t samples = characters * speech::kSamplesPerSecond * 100 / 3 /
                                    static_cast<std::size_t>(ratePercent);
        utterance.sound.resize(samples, 1000);
        done(std::move(utterance));
    }
    void cancel() override {}

    bool refuses = false;

private:
    speech::Pinyin pinyin_;
};

/// An outlet that notes what sounds where.
class NotedOutlet final : public speech::Outlet {
public:
    void play(speech::Channel channel, const speech::Pcm&, double gain) override {
        sounding = channel;
        gainDb = gain;
    }
    void stop() override { sounding.reset(); }
    void rest() override { sounding.reset(); }

    std::optional<speech::Channel> sounding; ///< also after the last sample: nobody tells it
    double gainDb = 0;
};

} // namespace kiosk::tests
