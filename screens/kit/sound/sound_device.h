// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "firmware/base/result.h"

namespace kiosk::kit {

/// One of the cabinet's ways to sound, by SDL, mono. Open only while it sounds: an open device asks
/// for silence some twenty times a second, and a loaded driver looks for new cards ten times.
/// Main thread.
class SoundDevice {
public:
    struct Form {
        int samplesPerSecond = 22050;
        std::uint16_t samplesAhead = 1024; ///< what still sounds when it is told to stop
    };

    /// `name` as SDL lists it; empty: the system's usual one.
    SoundDevice(std::string name, Form form) : name_(std::move(name)), form_(form) {}
    ~SoundDevice() { close(); }
    SoundDevice(const SoundDevice&) = delete;
    SoundDevice& operator=(const SoundDevice&) = delete;

    /// Takes a tenth of a second. Errors: "sound.unavailable" (technician).
    Result<> open();
    bool isOpen() const { return id_ != 0; }
    void close();

    /// Opens it where it is closed. Samples between -1 and 1 follow what is queued already.
    Result<> play(std::span<const float> samples);
    /// Drops what is queued.
    void clear();
    /// Whether all that was queued has been handed to the device.
    bool isDone() const;

private:
    std::string name_;
    Form form_;
    std::uint32_t id_ = 0; ///< SDL's; 0 while closed
};

} // namespace kiosk::kit
