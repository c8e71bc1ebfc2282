// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "screens/speech/sound/pcm.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::tests {

/// Sound cards whose sound lands in files: SDL's driver "disk", which takes any name of a device
/// for a file's. Time is what a card has taken of sound, and a card hurries: nobody waits for it as
/// long as a person would hear.
class DiskCards {
public:
    /// Milliseconds a card takes for each 23 of sound.
    explicit DiskCards(int hurry = 1) {
        setenv("SDL_AUDIODRIVER", "disk", 1);
        setenv("SDL_DISKAUDIODELAY", std::to_string(hurry).c_str(), 1);
    }

    /// The device to be opened.
    std::string device(const std::string& name) const { return folder_.path() / name; }

    /// Seconds of sound a card has taken, less what SDL has not written yet: 70 ms at most.
    double taken(const std::string& name) const {
        std::error_code unknown;
        const auto bytes = std::filesystem::file_size(device(name), unknown);
        return unknown ? 0 : static_cast<double>(bytes) / sizeof(float) / speech::kSamplesPerSecond;
    }

    /// Waits until the card has taken that much.
    void take(const std::string& name, double seconds) const {
        while (taken(name) < seconds)
            std::this_thread::yield();
    }

    std::vector<float> samples(const std::string& name) const {
        std::ifstream stream(device(name), std::ios::binary);
        std::vector<float> samples;
        float sample = 0;
        while (stream.read(reinterpret_cast<char*>(&sample), sizeof sample))
            samples.push_back(sample);
        return samples;
    }

private:
    TemporaryFolder folder_;
};

inline bool isSound(float sample) {
    return std::abs(sample) > 1e-4;
}

/// Seconds from the beginning to the last sample that is not silent; 0 where all are.
inline double untilSilence(const std::vector<float>& samples) {
    const auto last = std::find_if(samples.rbegin(), samples.rend(), isSound);
    return static_cast<double>(samples.rend() - last) / speech::kSamplesPerSecond;
}

} // namespace kiosk::tests
