// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "screens/kit/sound/sound_device.h"

namespace kiosk::kit {

/// Two soft tones that call somebody back, through the cabinet's loudspeaker. Whatever it says is
/// on the screen too (A39). Main thread.
class Chime {
public:
    /// `device` as SoundDevice names it.
    explicit Chime(std::string device = {});

    /// Sounds for three quarters of a second, beside what goes on. One that still sounds is not
    /// repeated. Errors: "sound.unavailable" (technician): the kiosk stays silent.
    Result<> ring();

    /// To be called now and then: gives the loudspeaker back once it is silent.
    void rest();

private:
    SoundDevice device_;
    std::vector<float> samples_;
};

} // namespace kiosk::kit
