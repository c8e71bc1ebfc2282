// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/base/clock.h"
#include "screens/speech/sentence.h"

namespace kiosk::speech {

/// What ended a sentence.
enum class Ending { heard, action, newSpeech, headsetMoved };

/// One sentence as it was spoken.
struct Spoken {
    std::string text;  ///< in words, without isolates
    std::string words; ///< as the voices got it: pinyin
    std::string language;
    Channel channel = Channel::loudspeaker;
    bool isPrivate = false;
    int ratePercent = 100;
    double gainDb = 0;
    SteadyTime begun{};
    std::optional<SteadyTime> ended{}; ///< nothing while it sounds
    Ending ending = Ending::heard;
};

/// All that was said, for tests. It holds what is private: a kiosk in service keeps none.
using SpeechLog = std::vector<Spoken>;

} // namespace kiosk::speech
