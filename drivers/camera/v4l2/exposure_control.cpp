// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/v4l2/exposure_control.h"

#include <algorithm>

#include <linux/videodev2.h>

namespace kiosk::drivers::v4l2 {

ExposureControl ExposureControl::of(const V4l2Device& device) {
    ExposureControl control;
    control.bias_ = device.control(V4L2_CID_AUTO_EXPOSURE_BIAS);
    const auto mode = device.control(V4L2_CID_EXPOSURE_AUTO);
    if (mode) {
        control.time_ = device.control(V4L2_CID_EXPOSURE_ABSOLUTE);
        control.mode_ = *mode;
    }
    return control;
}

Result<> ExposureControl::set(V4l2Device& device, Exposure exposure) const {
    if (!any())
        return fail(ErrorKind::unsupported, "camera.no-exposure", Remedy::supplier);
    if (exposure == Exposure::automatic)
        return setAutomatic(device);
    return bias_ ? moveBias(device, exposure) : moveTime(device, exposure);
}

Result<> ExposureControl::setAutomatic(V4l2Device& device) const {
    if (bias_)
        return device.setValue(V4L2_CID_AUTO_EXPOSURE_BIAS, bias_->standard);
    return device.setValue(V4L2_CID_EXPOSURE_AUTO, mode_.standard);
}

/// The bias is a place in the camera's own list: its next entry.
Result<> ExposureControl::moveBias(V4l2Device& device, Exposure exposure) const {
    const int now = TRY(device.value(V4L2_CID_AUTO_EXPOSURE_BIAS));
    const int wanted = exposure == Exposure::brighter ? now + 1 : now - 1;
    return device.setValue(V4L2_CID_AUTO_EXPOSURE_BIAS,
                           std::clamp(wanted, bias_->minimum, bias_->maximum));
}

/// Twice or half the time the camera chose itself, which is asked for before it chooses no more.
Result<> ExposureControl::moveTime(V4l2Device& device, Exposure exposure) const {
    const int now = TRY(device.value(V4L2_CID_EXPOSURE_ABSOLUTE));
    const int wanted =
        exposure == Exposure::brighter ? std::min(now, time_->maximum / 2) * 2 : now / 2;
    TRY(device.setValue(V4L2_CID_EXPOSURE_AUTO, V4L2_EXPOSURE_MANUAL));
    return device.setValue(V4L2_CID_EXPOSURE_ABSOLUTE,
                           std::clamp(wanted, time_->minimum, time_->maximum));
}

} // namespace kiosk::drivers::v4l2
