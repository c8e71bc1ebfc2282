// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/camera/v4l2/v4l2_device.h"

namespace kiosk::drivers::v4l2 {

/// The knobs by which a camera sees brighter or darker (Linux media API, "Camera Control
/// Reference"): a bias to its own choice where it has one, else the exposure time by hand. Neither
/// is in every camera.
class ExposureControl {
public:
    ExposureControl() = default;
    static ExposureControl of(const V4l2Device& device);

    bool any() const { return bias_ || time_; }
    /// Error as V4l2Device's.
    Result<> set(V4l2Device& device, Exposure exposure) const;

private:
    Result<> setAutomatic(V4l2Device& device) const;
    Result<> moveBias(V4l2Device& device, Exposure exposure) const;
    Result<> moveTime(V4l2Device& device, Exposure exposure) const;

    std::optional<ControlRange> bias_;
    std::optional<ControlRange> time_; ///< with the switch between the camera's choice and ours
    ControlRange mode_;
};

} // namespace kiosk::drivers::v4l2
