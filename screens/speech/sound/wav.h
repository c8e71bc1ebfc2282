// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/bytes.h"
#include "screens/speech/sound/pcm.h"

namespace kiosk::speech {

/// The samples of a WAV file with one channel of 16 bits at kSamplesPerSecond. A head that promises
/// more than there is, as programs write that do not know the length yet, is taken at what there
/// is. Error: "speech.not-a-wav" (configuration).
Result<Pcm> pcmFromWav(ByteView bytes);

} // namespace kiosk::speech
