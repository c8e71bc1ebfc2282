// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/kit/window/window.h"

namespace kiosk::kit {

/// What a Window stands on, with the same words and the same promises: SDL on a desk, the kernel's
/// own screen and inputs in a cabinet. Main thread, except wake().
class Glass {
public:
    virtual ~Glass() = default;

    virtual std::vector<Window::Event> wait(std::optional<std::chrono::milliseconds> longest) = 0;
    virtual void wake() = 0;
    virtual Canvas canvas() = 0;
    virtual void present(Canvas& canvas, const std::vector<RectPx>& changed) = 0;
};

} // namespace kiosk::kit
