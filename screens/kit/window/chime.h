// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "firmware/base/result.h"

namespace kiosk::kit {

/// Two soft tones that call somebody back, through the cabinet's loudspeaker. Whatever it says is
/// on the screen too (A39). Main thread.
class Chime {
public:
    /// Errors: "sound.unavailable" (technician): the kiosk stays silent.
    static Result<Chime> open();
    ~Chime();
    Chime(Chime&&) noexcept;
    Chime& operator=(Chime&&) noexcept;

    /// Sounds for three quarters of a second, beside what goes on. One that still sounds is not
    /// repeated.
    void ring();

    /// To be called now and then: gives the loudspeaker back once it is silent.
    void rest();

private:
    struct Device;
    explicit Chime(std::unique_ptr<Device> device);
    std::unique_ptr<Device> device_;
};

} // namespace kiosk::kit
