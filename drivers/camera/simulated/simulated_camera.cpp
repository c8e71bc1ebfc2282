// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/simulated/simulated_camera.h"

#include <algorithm>

namespace kiosk::drivers {

void SimulatedCamera::show(Frame frame) {
    const std::scoped_lock lock(mutex_);
    frame_ = std::move(frame);
}

void SimulatedCamera::setFault(Fault fault) {
    const std::scoped_lock lock(mutex_);
    fault_ = fault;
    if (fault == Fault::unplugged)
        capturing_ = false;
}

bool SimulatedCamera::capturing() const {
    const std::scoped_lock lock(mutex_);
    return capturing_;
}

DeviceIdentity SimulatedCamera::identity() const {
    return {.module = "simulated",
            .model = "Simulated camera",
            .serial = "",
            .firmware = "",
            .port = "memory"};
}

CameraCapabilities SimulatedCamera::capabilities() const {
    return {.exposureControl = true};
}

Result<> SimulatedCamera::attached() const {
    if (fault_ == Fault::unplugged)
        return fail(ErrorKind::notFound, "camera.gone", Remedy::technician);
    return {};
}

Result<> SimulatedCamera::check(std::stop_token) {
    const std::scoped_lock lock(mutex_);
    return attached();
}

Result<> SimulatedCamera::reset(std::stop_token) {
    const std::scoped_lock lock(mutex_);
    capturing_ = false;
    return attached();
}

Result<> SimulatedCamera::start(std::stop_token) {
    const std::scoped_lock lock(mutex_);
    TRY(attached());
    capturing_ = true;
    exposure_ = 0;
    return {};
}

void SimulatedCamera::stop() {
    const std::scoped_lock lock(mutex_);
    capturing_ = false;
}

Result<Frame> SimulatedCamera::grab(std::stop_token stop) {
    const std::scoped_lock lock(mutex_);
    TRY(attached());
    if (!capturing_)
        return fail(ErrorKind::internal, "camera.off", Remedy::supplier, "grab before start");
    if (stop.stop_requested())
        return fail(ErrorKind::cancelled, "camera.cancelled", Remedy::wait);
    if (fault_ == Fault::silent || !frame_)
        return fail(ErrorKind::timedOut, "camera.silent", Remedy::technician);
    if (fault_ == Fault::damaged)
        return fail(ErrorKind::malformed, "camera.damaged-frame", Remedy::wait);
    return exposed(*frame_);
}

Result<> SimulatedCamera::expose(Exposure exposure, std::stop_token) {
    const std::scoped_lock lock(mutex_);
    TRY(attached());
    constexpr int kMostSteps = 4;
    if (exposure == Exposure::automatic)
        exposure_ = 0;
    else if (exposure == Exposure::brighter)
        exposure_ = std::min(exposure_ + 1, kMostSteps);
    else
        exposure_ = std::max(exposure_ - 1, -kMostSteps);
    return {};
}

Frame SimulatedCamera::exposed(Frame frame) const {
    for (std::uint8_t& level : frame.luma) {
        const int light = exposure_ >= 0 ? level << exposure_ : level >> -exposure_;
        level = static_cast<std::uint8_t>(std::min(light, 255));
    }
    return frame;
}

} // namespace kiosk::drivers
