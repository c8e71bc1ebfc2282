// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/sound/sound_device.h"

#include <utility>

#include "screens/kit/sdl/late_sdl.h"

namespace kiosk::kit {

namespace {

std::unexpected<Error> unavailable() {
    return fail(ErrorKind::unavailable, "sound.unavailable", Remedy::technician, SDL_GetError());
}

} // namespace

Result<> SoundDevice::open() {
    if (isOpen())
        return {};
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
        return unavailable();
    SDL_AudioSpec wanted{};
    wanted.freq = form_.samplesPerSecond;
    wanted.format = AUDIO_F32SYS;
    wanted.channels = 1;
    wanted.samples = form_.samplesAhead;
    id_ = SDL_OpenAudioDevice(name_.empty() ? nullptr : name_.c_str(), 0, &wanted, nullptr, 0);
    if (id_ == 0) {
        const auto why = unavailable();
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return why;
    }
    SDL_PauseAudioDevice(id_, 0);
    return {};
}

void SoundDevice::close() {
    if (!isOpen())
        return;
    SDL_CloseAudioDevice(std::exchange(id_, 0));
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

Result<> SoundDevice::play(std::span<const float> samples) {
    TRY(open());
    if (SDL_QueueAudio(id_, samples.data(), static_cast<Uint32>(samples.size_bytes())) != 0)
        return unavailable();
    return {};
}

void SoundDevice::clear() {
    if (isOpen())
        SDL_ClearQueuedAudio(id_);
}

bool SoundDevice::isDone() const {
    return !isOpen() || SDL_GetQueuedAudioSize(id_) == 0;
}

} // namespace kiosk::kit
