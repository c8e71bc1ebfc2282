// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/window/chime.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include <SDL.h>

namespace kiosk::kit {
namespace {

constexpr int kSamplesPerSecond = 22050;
constexpr double kLoudness = 0.3; ///< of full scale; how loud that is belongs to the cabinet

struct Tone {
    double hertz;
    double seconds;
};
/// A falling third is heard as a call, not as an alarm; ears that age hear both.
constexpr std::array kTones{Tone{880.0, 0.25}, Tone{698.5, 0.5}};

std::unexpected<Error> noSound() {
    return fail(ErrorKind::unavailable, "sound.unavailable", Remedy::technician, SDL_GetError());
}

/// Fades away, so that neither its end nor the next tone clicks.
void append(std::vector<float>& samples, const Tone& tone) {
    const int count = static_cast<int>(tone.seconds * kSamplesPerSecond);
    for (int i = 0; i < count; ++i) {
        const double time = static_cast<double>(i) / kSamplesPerSecond;
        const double attack = std::min(1.0, time / 0.01);
        const double fade = 1.0 - static_cast<double>(i) / count;
        samples.push_back(static_cast<float>(kLoudness * attack * fade *
                                             std::sin(2 * std::numbers::pi * tone.hertz * time)));
    }
}

} // namespace

/// Opened to sound and closed again: a device that is open asks for silence some twenty times a
/// second.
struct Chime::Device {
    SDL_AudioDeviceID id = 0;
    std::vector<float> samples;

    Device() = default;
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;
    ~Device() {
        close();
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }

    bool open() {
        SDL_AudioSpec wanted{};
        wanted.freq = kSamplesPerSecond;
        wanted.format = AUDIO_F32SYS;
        wanted.channels = 1;
        wanted.samples = 1024;
        if (id == 0)
            id = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
        return id != 0;
    }
    void close() {
        if (id != 0)
            SDL_CloseAudioDevice(std::exchange(id, 0));
    }
};

Chime::Chime(std::unique_ptr<Device> device) : device_(std::move(device)) {}
Chime::~Chime() = default;
Chime::Chime(Chime&&) noexcept = default;
Chime& Chime::operator=(Chime&&) noexcept = default;

Result<Chime> Chime::open() {
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0 || SDL_GetNumAudioDevices(0) == 0)
        return noSound();
    auto device = std::make_unique<Device>();
    for (const Tone& tone : kTones)
        append(device->samples, tone);
    return Chime(std::move(device));
}

void Chime::ring() {
    if (!device_->open() || SDL_GetQueuedAudioSize(device_->id) > 0)
        return;
    SDL_QueueAudio(device_->id, device_->samples.data(),
                   static_cast<Uint32>(device_->samples.size() * sizeof(float)));
    SDL_PauseAudioDevice(device_->id, 0);
}

void Chime::rest() {
    if (device_->id != 0 && SDL_GetQueuedAudioSize(device_->id) == 0)
        device_->close();
}

} // namespace kiosk::kit
