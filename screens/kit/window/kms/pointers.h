// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "screens/kit/press_filter.h"
#include "screens/kit/window/kms/placement.h"

namespace kiosk::kit {

/// From places on the glass to what fingers and a mouse do on the picture. Places are in the
/// glass's pixels; the time is when the kernel saw it.
class Pointers {
public:
    Pointers(const Placement& placement, int glassWidth, int glassHeight);

    PointerEvent touched(std::int32_t finger, double x, double y, SteadyTime at);
    /// Nothing for a finger that never touched.
    std::optional<PointerEvent> dragged(std::int32_t finger, double x, double y, SteadyTime at);
    std::optional<PointerEvent> lifted(std::int32_t finger, SteadyTime at);
    /// The device takes the touch back, for a palm for example: it ends beside the picture, where
    /// no press counts.
    std::optional<PointerEvent> takenBack(std::int32_t finger, SteadyTime at);

    /// A mouse moved by so much, or a tablet to there. Something only while its button is down.
    std::optional<PointerEvent> movedBy(double dx, double dy, SteadyTime at);
    std::optional<PointerEvent> movedTo(double x, double y, SteadyTime at);
    PointerEvent button(bool isDown, SteadyTime at);

private:
    PointerEvent eventOf(PointerEvent::Kind kind, std::int64_t finger, PointMm at,
                         SteadyTime time) const;

    Placement placement_;
    double width_;
    double height_;
    std::map<std::int32_t, PointMm> fingers_; ///< those that lie on the glass, and where
    double mouseX_;
    double mouseY_;
    bool isDown_ = false;
};

} // namespace kiosk::kit
