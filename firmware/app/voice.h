// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "firmware/app/config.h"
#include "screens/speech/narration.h"
#include "screens/speech/own_voice.h"
#include "screens/speech/sound/outlets.h"

namespace kiosk::app {

/// What speech is made of, beside the glass. Loop thread.
class Voice {
public:
    /// Nothing where the board has neither headset socket nor loudspeaker. Tells the log that
    /// speech is ready, or what it lacks: a kiosk serves without it. `catalogue`, `loop` and
    /// `clock` outlive it.
    static std::unique_ptr<Voice> open(const Config& config, const kit::Catalogue& catalogue,
                                       EventLoop& loop, const Clock& clock);

    speech::Narration& narration() { return narration_; }
    /// Is told what is said; outlives the voice.
    void setWatch(speech::SoundWatch& watch) { speaker_.setWatch(watch); }

private:
    Voice(const SoundChoice& sound, speech::OwnVoice::Source source,
          const kit::Catalogue& catalogue, EventLoop& loop, const Clock& clock);

    speech::Outlets outlets_;
    speech::OwnVoice voice_;
    speech::Speaker speaker_;
    speech::Narration narration_;
};

} // namespace kiosk::app
