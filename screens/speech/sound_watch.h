// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "screens/speech/sentence.h"

namespace kiosk::speech {

/// Is told what sounds when it sounds. Loop thread.
class SoundWatch {
public:
    virtual ~SoundWatch() = default;
    /// As it is heard: what others must not hear is already another sentence.
    virtual void begun(const Sentence& sentence, Channel channel,
                       std::chrono::milliseconds length) = 0;
    /// All is said, or silenced.
    virtual void ended() = 0;
};

} // namespace kiosk::speech
