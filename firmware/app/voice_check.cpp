// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/voice_check.h"

#include "firmware/base/process/program.h"
#include "screens/speech/sound/espeak.h"

namespace kiosk::app {

Result<std::string> tryVoice(const SoundChoice& sound) {
    static_cast<void>(TRY(speech::espeak(ownProgram(kSpeakerProgram),
                                         {speech::Voice::mandarin, "ni3 hao3"}, 100, {})));
    if (sound.headset && sound.loudspeaker)
        return "espeak-ng, headset and loudspeaker";
    return sound.headset ? "espeak-ng, headset" : "espeak-ng, loudspeaker";
}

} // namespace kiosk::app
