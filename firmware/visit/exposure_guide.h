// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "drivers/camera/camera.h"

namespace kiosk::visit {

/// Tells from the hints of a camera's frames when it should see brighter or darker: a dark hall, a
/// telephone that shines into the lens. One step at a time, for the camera needs some frames to
/// follow. One look, one thread.
class ExposureGuide {
public:
    /// The step to take now, if any.
    std::optional<drivers::Exposure> heed(drivers::FrameHint hint);

private:
    drivers::FrameHint held_ = drivers::FrameHint::none;
    int frames_ = 0; ///< with that hint, since the last step
    int steps_ = 0;  ///< brighter than by itself
};

} // namespace kiosk::visit
