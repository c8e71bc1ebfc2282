// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/sound/outlets.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "firmware/base/log.h"
#include "screens/kit/sound/sound_device.h"
#include "screens/speech/steps.h"

namespace kiosk::speech {
namespace {

/// What a device holds when it is told to stop still sounds: 23 ms.
constexpr std::uint16_t kSamplesAhead = 512;

} // namespace

double scaleFor(double gainDb, double fullScaleDb) {
    return std::min(1.0, std::pow(10.0, (kUsualSoundLevelDb + gainDb - fullScaleDb) / 20));
}

/// Opened when it is first needed.
class Outlets::Device : public kit::SoundDevice {
public:
    explicit Device(std::string name)
        : SoundDevice(std::move(name),
                      {.samplesPerSecond = kSamplesPerSecond, .samplesAhead = kSamplesAhead}) {}

    void say(const Pcm& sound, double scaleOfSamples) {
        constexpr float kFullScale = std::numeric_limits<std::int16_t>::max();
        const auto scale = static_cast<float>(scaleOfSamples) / kFullScale;
        std::vector<float> samples(sound.size());
        std::ranges::transform(sound, samples.begin(), [scale](std::int16_t sample) {
            return static_cast<float>(sample) * scale;
        });
        if (const auto played = play(samples); !played)
            log::tell<"speech.no-sound">(played.error());
    }
};

Outlets::Outlets(OutletChoices choices) : choices_(std::move(choices)) {
    for (const auto& chosen : {choices_.headset, choices_.loudspeaker})
        if (chosen)
            devices_.try_emplace(chosen->device, chosen->device);
}

Outlets::~Outlets() = default;

const std::optional<OutletChoice>& Outlets::choice(Channel channel) const {
    return channel == Channel::headset ? choices_.headset : choices_.loudspeaker;
}

Result<> Outlets::check() {
    for (auto& [name, device] : devices_) {
        if (device.isOpen()) // it may be sounding
            continue;
        TRY(device.open());
        device.close();
    }
    return {};
}

void Outlets::play(Channel channel, const Pcm& sound, double gainDb) {
    stop();
    if (const auto& chosen = choice(channel))
        devices_.at(chosen->device).say(sound, scaleFor(gainDb, chosen->fullScaleDb));
}

void Outlets::stop() {
    for (auto& [name, device] : devices_)
        device.clear();
}

void Outlets::rest() {
    for (auto& [name, device] : devices_)
        device.close();
}

} // namespace kiosk::speech
