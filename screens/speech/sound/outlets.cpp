// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/sound/outlets.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <SDL.h>

#include "firmware/base/log.h"
#include "screens/speech/steps.h"

namespace kiosk::speech {
namespace {

/// What a device holds when it is told to stop still sounds: 23 ms.
constexpr Uint16 kSamplesAhead = 512;

} // namespace

double scaleFor(double gainDb, double fullScaleDb) {
    return std::min(1.0, std::pow(10.0, (kUsualSoundLevelDb + gainDb - fullScaleDb) / 20));
}

/// Opened when it is first needed.
class Outlets::Device {
public:
    explicit Device(std::string name) : name_(std::move(name)) {}
    ~Device() { close(); }
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    Result<> open() {
        if (id_ != 0)
            return {};
        if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
            return unavailable();
        SDL_AudioSpec wanted{};
        wanted.freq = kSamplesPerSecond;
        wanted.format = AUDIO_F32SYS;
        wanted.channels = 1;
        wanted.samples = kSamplesAhead;
        id_ = SDL_OpenAudioDevice(name_.empty() ? nullptr : name_.c_str(), 0, &wanted, nullptr, 0);
        if (id_ == 0) {
            const auto why = unavailable();
            SDL_QuitSubSystem(SDL_INIT_AUDIO);
            return why;
        }
        SDL_PauseAudioDevice(id_, 0);
        return {};
    }

    bool isOpen() const { return id_ != 0; }

    void close() {
        if (id_ == 0)
            return;
        SDL_CloseAudioDevice(id_);
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        id_ = 0;
    }

    void play(const Pcm& sound, double scaleOfSamples) {
        if (const auto opened = open(); !opened) {
            log::warning("speech", "no sound", {{"code", opened.error().code()}});
            return;
        }
        constexpr float kFullScale = std::numeric_limits<std::int16_t>::max();
        const auto scale = static_cast<float>(scaleOfSamples) / kFullScale;
        std::vector<float> samples(sound.size());
        std::ranges::transform(sound, samples.begin(), [scale](std::int16_t sample) {
            return static_cast<float>(sample) * scale;
        });
        SDL_QueueAudio(id_, samples.data(), static_cast<Uint32>(samples.size() * sizeof(float)));
    }

    void stop() {
        if (id_ != 0)
            SDL_ClearQueuedAudio(id_);
    }

private:
    static std::unexpected<Error> unavailable() {
        return fail(ErrorKind::unavailable, "sound.unavailable", Remedy::technician,
                    SDL_GetError());
    }

    std::string name_;
    SDL_AudioDeviceID id_ = 0;
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
        devices_.at(chosen->device).play(sound, scaleFor(gainDb, chosen->fullScaleDb));
}

void Outlets::stop() {
    for (auto& [name, device] : devices_)
        device.stop();
}

void Outlets::rest() {
    for (auto& [name, device] : devices_)
        device.close();
}

} // namespace kiosk::speech
