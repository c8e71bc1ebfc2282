// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/simulated/simulated_camera.h"

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
    return {};
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
    return *frame_;
}

} // namespace kiosk::drivers
