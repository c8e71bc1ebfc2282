// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "firmware/base/result.h"
#include "screens/speech/sentence.h"
#include "screens/speech/sound/pcm.h"
#include "screens/speech/words/runs.h"

namespace kiosk::speech {

/// A sentence ready to be heard.
struct Utterance {
    SpokenForm form;
    Pcm sound;
};

/// Turns sentences into sound, one at a time. Loop thread.
class Synthesizer {
public:
    using Done = std::move_only_function<void(Result<Utterance>)>;

    virtual ~Synthesizer() = default;
    /// `done` is called on the loop's thread, at once or later; not after cancel() or another
    /// begin().
    virtual void begin(const Sentence& sentence, int ratePercent, Done done) = 0;
    virtual void cancel() = 0;
};

/// The headset socket and the loudspeaker.
class Outlet {
public:
    virtual ~Outlet() = default;
    /// Sounds now, instead of whatever sounded. Gain in decibels against the usual loudness.
    virtual void play(Channel channel, const Pcm& sound, double gainDb) = 0;
    /// Nothing sounds within 100 ms (A34).
    virtual void stop() = 0;
    /// Nothing will be said for long: gives the devices back.
    virtual void rest() = 0;
};

} // namespace kiosk::speech
