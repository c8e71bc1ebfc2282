// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/sound/chime.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace kiosk::kit {
namespace {

constexpr SoundDevice::Form kForm{};
constexpr double kLoudness = 0.3; ///< of full scale; how loud that is belongs to the cabinet

struct Tone {
    double hertz;
    double seconds;
};
/// A falling third is heard as a call, not as an alarm; ears that age hear both.
constexpr std::array kTones{Tone{880.0, 0.25}, Tone{698.5, 0.5}};

/// Fades away, so that neither its end nor the next tone clicks.
void append(std::vector<float>& samples, const Tone& tone) {
    const int count = static_cast<int>(tone.seconds * kForm.samplesPerSecond);
    for (int i = 0; i < count; ++i) {
        const double time = static_cast<double>(i) / kForm.samplesPerSecond;
        const double attack = std::min(1.0, time / 0.01);
        const double fade = 1.0 - static_cast<double>(i) / count;
        samples.push_back(static_cast<float>(kLoudness * attack * fade *
                                             std::sin(2 * std::numbers::pi * tone.hertz * time)));
    }
}

} // namespace

Chime::Chime(std::string device) : device_(std::move(device), kForm) {
    for (const Tone& tone : kTones)
        append(samples_, tone);
}

Result<> Chime::ring() {
    if (!device_.isDone())
        return {};
    return device_.play(samples_);
}

void Chime::rest() {
    if (device_.isDone())
        device_.close();
}

} // namespace kiosk::kit
