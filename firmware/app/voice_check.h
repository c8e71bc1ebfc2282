// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "firmware/app/config.h"

namespace kiosk::app {

/// Our program beside this one that becomes espeak-ng.
inline constexpr std::string_view kSpeakerProgram = "kiosk-speaker";

/// Whether the voice works, tried once without a sound: "espeak-ng, headset and loudspeaker".
/// Errors: those of speech::espeak().
Result<std::string> tryVoice(const SoundChoice& sound);

} // namespace kiosk::app
