// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/own_voice.h"

#include <optional>
#include <utility>

#include "screens/speech/sound/espeak.h"

namespace kiosk::speech {

/// What the worker works with.
class OwnVoice::Workshop {
public:
    explicit Workshop(Source source) : source_(std::move(source)) {}

    Result<Utterance> make(const Sentence& sentence, int ratePercent, const std::stop_token& stop) {
        if (!pinyin_)
            pinyin_ = TRY(Pinyin::load(source_.words));
        Utterance utterance{spokenForm(sentence.text, sentence.language, *pinyin_), {}};
        if (const Pcm* recorded = recordingOf(sentence); recorded != nullptr && ratePercent == 100)
            utterance.sound = *recorded;
        else
            for (const Run& run : utterance.form.runs) {
                const Pcm sound = TRY(espeak(source_.program, run, ratePercent, stop));
                utterance.sound.insert(utterance.sound.end(), sound.begin(), sound.end());
            }
        return utterance;
    }

private:
    const Pcm* recordingOf(const Sentence& sentence) const {
        const auto ours = source_.recordings.find(sentence.language);
        return ours == source_.recordings.end() ? nullptr : ours->second.find(sentence.text);
    }

    Source source_;
    std::optional<Pinyin> pinyin_;
};

OwnVoice::OwnVoice(EventLoop& loop, std::unique_ptr<Worker> worker, Source source)
    : loop_(loop),
      workshop_(std::make_shared<Workshop>(std::move(source))),
      worker_(std::move(worker)) {}

OwnVoice::~OwnVoice() {
    cancel();
}

void OwnVoice::begin(const Sentence& sentence, int ratePercent, Done done) {
    cancel();
    worker_->submit([&loop = loop_, workshop = workshop_, turn = turn_, now = *turn_, sentence,
                     ratePercent, done = std::move(done)](const std::stop_token& stop) mutable {
        auto made = workshop->make(sentence, ratePercent, stop);
        loop.post([turn, now, made = std::move(made), done = std::move(done)]() mutable {
            if (*turn == now)
                done(std::move(made));
        });
    });
}

void OwnVoice::cancel() {
    ++*turn_;
    worker_->cancelAll();
}

} // namespace kiosk::speech
