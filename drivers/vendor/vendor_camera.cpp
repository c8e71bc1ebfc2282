// SPDX-License-Identifier: Apache-2.0
#include "drivers/vendor/vendor.h"
#include "drivers/vendor/vendor_device.h"

namespace kiosk::drivers {

namespace {

using namespace std::chrono_literals;
using namespace vendor;

constexpr Milliseconds kStarting = 2s;
constexpr Milliseconds kNextFrame = 2s;
constexpr int kLongestSide = 4096;

class VendorCamera final : public Camera {
public:
    VendorCamera(OpenedDevice device, const kiosk_camera_ops& ops, CameraCapabilities can)
        : device_(std::move(device)), ops_(ops), can_(std::move(can)) {}
    ~VendorCamera() override { VendorCamera::stop(); }
    VendorCamera(const VendorCamera&) = delete;
    VendorCamera& operator=(const VendorCamera&) = delete;

    DeviceIdentity identity() const override { return device_.identity(); }
    CameraCapabilities capabilities() const override { return can_; }
    Result<> check(std::stop_token) override { return device_.check(); }
    Result<> reset(std::stop_token stop) override { return device_.reset(stop); }
    Result<> start(std::stop_token stop) override {
        return device_.ask(kStarting, stop, ops_.start);
    }
    void stop() override { ops_.stop(device_.device()); }
    Result<Frame> grab(std::stop_token stop) override {
        Frame frame{.width = can_.width, .height = can_.height};
        frame.luma.resize(static_cast<std::size_t>(can_.width) *
                          static_cast<std::size_t>(can_.height));
        auto lent = sized<kiosk_frame>();
        lent.luma = frame.luma.data();
        lent.room = frame.luma.size();
        TRY(device_.ask(kNextFrame, stop, ops_.grab, &lent));
        if (lent.width != can_.width || lent.height != can_.height)
            return wrong("vendor.bad-size", "a frame of another size");
        return frame;
    }

private:
    OpenedDevice device_;
    kiosk_camera_ops ops_;
    CameraCapabilities can_;
};

Result<CameraCapabilities> capabilitiesOf(const OpenedDevice& device, const kiosk_camera_ops& ops) {
    auto told = sized<kiosk_camera_capabilities>();
    TRY(device.askAtOnce(ops.capabilities, &told));
    const auto fits = [](std::int32_t side) { return side >= 1 && side <= kLongestSide; };
    if (!fits(told.width) || !fits(told.height))
        return wrong("vendor.bad-size", "size of frames");
    return CameraCapabilities{.width = told.width,
                              .height = told.height,
                              .format = TRY(textOf(told.format, "format")),
                              .exposureControl =
                                  TRY(yesOrNo(told.exposure_control, "exposure_control"))};
}

} // namespace

Result<std::unique_ptr<Camera>> vendor::openCamera(std::shared_ptr<const Module> module,
                                                   const std::string& at) {
    auto opened = TRY(openClass(std::move(module), at, &Module::camera));
    auto can = TRY(capabilitiesOf(opened.first, opened.second));
    return std::make_unique<VendorCamera>(std::move(opened.first), opened.second, std::move(can));
}

Result<std::unique_ptr<Camera>> openVendorCamera(const std::string& at) {
    const Place place = placeIn(at);
    return openCamera(TRY(Module::load(place.file)), place.at);
}

} // namespace kiosk::drivers
