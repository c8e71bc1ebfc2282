// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "firmware/base/result.h"
#include "screens/kit/window/kms/pointers.h"
#include "screens/kit/window/window.h"

struct libinput;
struct libinput_event;
struct udev;

namespace kiosk::kit {

/// What touches and keys the glass, as udev finds it, also when it is plugged in later: touch
/// panels, mice, tablets, keypads and switch interfaces, by libinput
/// (wayland.freedesktop.org/libinput/doc). Which of a panel's places is which of the glass, a
/// panel that is mounted otherwise tells by udev's LIBINPUT_CALIBRATION_MATRIX. Devices are opened
/// to be read only; their times are the kernel's, so that a busy program still knows how long a
/// press lasted. One thread.
class Input {
public:
    /// Errors: "screen.unavailable" (technician): without udev nobody could touch anything.
    static Result<Input> open();

    /// Readable when something happened.
    int descriptor() const;
    /// What has happened since the last call. Never blocks.
    /// \param width,height of the glass in its pixels
    std::vector<Window::Event> take(Pointers& pointers, int width, int height);

private:
    struct Release {
        void operator()(udev* handle) const;
        void operator()(libinput* handle) const;
        void operator()(libinput_event* event) const;
    };

    Input() = default;

    std::unique_ptr<udev, Release> udev_;
    std::unique_ptr<libinput, Release> devices_;
};

} // namespace kiosk::kit
