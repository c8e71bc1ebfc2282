// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <optional>

#include "drivers/camera/camera.h"

namespace kiosk::drivers {

/// A camera whose picture and faults are set by whoever plays the world around it. Behaves as a
/// real one, except that it never waits and chooses no exposure by itself: silence is reported at
/// once, so that a bench on a manual clock stands still. Thread-safe: the world may act from
/// another thread.
class SimulatedCamera final : public Camera {
public:
    enum class Fault {
        none,
        unplugged, ///< every call is "camera.gone" until the fault is taken away
        silent,    ///< grab() is "camera.silent"
        damaged,   ///< grab() is "camera.damaged-frame"
    };

    /// What stands before the camera from now on. Until the first picture the camera is silent.
    void show(Frame frame);
    void setFault(Fault fault);
    /// Whether it captures: false outside start() and stop().
    bool capturing() const;

    DeviceIdentity identity() const override;
    CameraCapabilities capabilities() const override;
    Result<> check(std::stop_token stop) override;
    Result<> reset(std::stop_token stop) override;
    Result<> start(std::stop_token stop) override;
    void stop() override;
    Result<Frame> grab(std::stop_token stop) override;
    Result<> expose(Exposure exposure, std::stop_token stop) override;

private:
    Result<> attached() const;
    Frame exposed(Frame frame) const;

    mutable std::mutex mutex_; ///< guards all below
    std::optional<Frame> frame_;
    Fault fault_ = Fault::none;
    bool capturing_ = false;
    int exposure_ = 0; ///< steps brighter than by itself: twice the light each
};

} // namespace kiosk::drivers
