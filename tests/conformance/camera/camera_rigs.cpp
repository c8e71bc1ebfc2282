// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/simulated/simulated_camera.h"
#include "drivers/camera/v4l2/v4l2_camera.h"
#include "tests/conformance/camera/camera_rig.h"
#include "tests/conformance/camera/mock_bed.h"
#include "tests/support/emulated_camera.h"

namespace kiosk::tests {

namespace {

using drivers::Frame;
using drivers::SimulatedCamera;
using drivers::v4l2::PixelFormat;
using namespace std::chrono_literals;

/// The V4L2 module on a camera emulated under umockdev.
class V4l2Rig final : public CameraRig {
public:
    explicit V4l2Rig(PixelFormat format)
        : device_(mockBed(), {.format = format, .width = kRigWidth, .height = kRigHeight}),
          camera_(drivers::openV4l2({.path = device_.path(), .silence = 60ms}).value()),
          tolerance_(format == PixelFormat::mjpg ? 3 : 0) {}

    drivers::Camera& camera() override { return *camera_; }
    void show(const Frame& frame) override { device_.show(frame); }
    void unplug() override { device_.unplug(); }
    void plugIn() override { device_.plugIn(); }
    void makeSilent() override { device_.setFault(EmulatedCamera::Fault::stall); }
    void damageFrames() override { device_.setFault(EmulatedCamera::Fault::halfFrame); }
    void heal() override { device_.setFault(EmulatedCamera::Fault::none); }
    bool capturing() const override { return device_.streaming() || device_.bufferCount() > 0; }
    double tolerance() const override { return tolerance_; }

private:
    EmulatedCamera device_;
    std::unique_ptr<drivers::Camera> camera_;
    double tolerance_;
};

class SimulatedRig final : public CameraRig {
public:
    drivers::Camera& camera() override { return camera_; }
    void show(const Frame& frame) override { camera_.show(frame); }
    void unplug() override { camera_.setFault(SimulatedCamera::Fault::unplugged); }
    void plugIn() override { heal(); }
    void makeSilent() override { camera_.setFault(SimulatedCamera::Fault::silent); }
    void damageFrames() override { camera_.setFault(SimulatedCamera::Fault::damaged); }
    void heal() override { camera_.setFault(SimulatedCamera::Fault::none); }
    bool capturing() const override { return camera_.capturing(); }
    double tolerance() const override { return 0; }

private:
    SimulatedCamera camera_;
};

std::unique_ptr<CameraRig> v4l2Rig(PixelFormat format) {
    return std::make_unique<V4l2Rig>(format);
}

} // namespace

std::vector<RigMaker> cameraRigs() {
    return {
        {"v4l2 GREY", [] { return v4l2Rig(PixelFormat::grey); }},
        {"v4l2 NV12", [] { return v4l2Rig(PixelFormat::nv12); }},
        {"v4l2 YUYV", [] { return v4l2Rig(PixelFormat::yuyv); }},
        {"v4l2 MJPG", [] { return v4l2Rig(PixelFormat::mjpg); }},
        {"simulated", [] { return std::make_unique<SimulatedRig>(); }},
    };
}

} // namespace kiosk::tests
