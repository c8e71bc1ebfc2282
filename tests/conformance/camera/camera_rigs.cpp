// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/camera/camera_rigs.h"

#include "drivers/camera/v4l2/v4l2_camera.h"
#include "tests/conformance/kit/rigs.h"
#include "tests/conformance/mock_bed.h"
#include "tests/support/emulated_camera.h"

namespace kiosk::tests {

namespace {

using drivers::Frame;
using drivers::v4l2::PixelFormat;
using namespace std::chrono_literals;

/// The V4L2 module on a camera emulated under umockdev.
class V4l2Rig final : public CameraRig {
public:
    explicit V4l2Rig(PixelFormat format)
        : device_(mockBed(), {.format = format, .width = kRigWidth, .height = kRigHeight}),
          tolerance_(format == PixelFormat::mjpg ? 3 : 0) {
        V4l2Rig::openAnew();
    }

    drivers::Camera& camera() override { return *camera_; }
    void show(const Frame& frame) override { device_.show(frame); }
    void unplug() override { device_.unplug(); }
    void plugIn() override { device_.plugIn(); }
    void openAnew() override {
        camera_.reset();
        camera_ = drivers::openV4l2({.path = device_.path(), .silence = 200ms}).value();
    }
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
        {"simulated", simulatedCameraRig},
    };
}

} // namespace kiosk::tests
