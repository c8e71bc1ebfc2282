// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "firmware/base/event_loop.h"
#include "firmware/base/worker.h"
#include "screens/speech/recordings.h"
#include "screens/speech/synthesizer.h"

namespace kiosk::speech {

/// The kiosk's own voice: a recording where there is one and the rate is the usual, espeak-ng
/// otherwise. Works on `worker`, so that the loop never waits.
class OwnVoice final : public Synthesizer {
public:
    struct Source {
        std::filesystem::path words;                                 ///< assets/speech
        std::filesystem::path program;                               ///< kiosk-speaker
        std::map<std::string, Recordings, std::less<>> recordings{}; ///< by language
    };

    /// Loads how Chinese is read when the first sentence comes. `loop` outlives it.
    OwnVoice(EventLoop& loop, std::unique_ptr<Worker> worker, Source source);
    ~OwnVoice() override;
    OwnVoice(const OwnVoice&) = delete;
    OwnVoice& operator=(const OwnVoice&) = delete;

    void begin(const Sentence& sentence, int ratePercent, Done done) override;
    void cancel() override;

private:
    class Workshop;

    EventLoop& loop_;
    std::shared_ptr<Workshop> workshop_; ///< used on the worker alone
    std::shared_ptr<int> turn_ =
        std::make_shared<int>(0);    ///< of the sentence under way; loop thread
    std::unique_ptr<Worker> worker_; ///< last: ends its thread first
};

} // namespace kiosk::speech
