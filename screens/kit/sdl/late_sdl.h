// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <SDL.h>

#include "firmware/base/late_library.h"

/// What we call of SDL. It brings X, Wayland and PulseAudio with it, thirty libraries that a kiosk
/// on the bare screen needs no earlier than its first sound. Private to windows and sounds.
namespace kiosk::kit {

inline constexpr LateLibrary kLibSdl{KIOSK_LIBSDL2};

// NOLINTBEGIN(readability-identifier-naming): the library's own names
KIOSK_LATE(kLibSdl, SDL_ClearQueuedAudio);
KIOSK_LATE(kLibSdl, SDL_CloseAudioDevice);
KIOSK_LATE(kLibSdl, SDL_CreateRGBSurfaceWithFormatFrom);
KIOSK_LATE(kLibSdl, SDL_CreateWindow);
KIOSK_LATE(kLibSdl, SDL_DestroyWindow);
KIOSK_LATE(kLibSdl, SDL_FreeSurface);
KIOSK_LATE(kLibSdl, SDL_GetCurrentVideoDriver);
KIOSK_LATE(kLibSdl, SDL_GetDisplayBounds);
KIOSK_LATE(kLibSdl, SDL_GetError);
KIOSK_LATE(kLibSdl, SDL_GetQueuedAudioSize);
KIOSK_LATE(kLibSdl, SDL_GetTicks);
KIOSK_LATE(kLibSdl, SDL_GetWindowSize);
KIOSK_LATE(kLibSdl, SDL_GetWindowSurface);
KIOSK_LATE(kLibSdl, SDL_InitSubSystem);
KIOSK_LATE(kLibSdl, SDL_OpenAudioDevice);
KIOSK_LATE(kLibSdl, SDL_PauseAudioDevice);
KIOSK_LATE(kLibSdl, SDL_PollEvent);
KIOSK_LATE(kLibSdl, SDL_PushEvent);
KIOSK_LATE(kLibSdl, SDL_QueueAudio);
KIOSK_LATE(kLibSdl, SDL_QuitSubSystem);
KIOSK_LATE(kLibSdl, SDL_RegisterEvents);
KIOSK_LATE(kLibSdl, SDL_SetHint);
KIOSK_LATE(kLibSdl, SDL_SoftStretchLinear);
KIOSK_LATE(kLibSdl, SDL_UpdateWindowSurface);
KIOSK_LATE(kLibSdl, SDL_UpdateWindowSurfaceRects);
KIOSK_LATE(kLibSdl, SDL_WaitEventTimeout);
// NOLINTEND(readability-identifier-naming)

} // namespace kiosk::kit
