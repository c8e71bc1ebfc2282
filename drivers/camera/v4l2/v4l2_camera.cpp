// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/v4l2/v4l2_camera.h"

#include <algorithm>
#include <thread>

#include "drivers/camera/v4l2/exposure_control.h"

namespace kiosk::drivers {

namespace {

using namespace std::chrono_literals;
using v4l2::FilledBuffer;
using v4l2::FrameLayout;
using v4l2::PixelFormat;
using v4l2::V4l2Device;

constexpr unsigned kBuffers = 4;
/// How long a stop request may go unseen.
constexpr auto kStopLatency = 50ms;
/// Some drivers say "ready" before they are; asking again at once would keep a core busy.
constexpr auto kFalseAlarmPause = 2ms;

/// Raw formats cost nothing to decode; but above this size a USB 2 camera sends them at a few
/// frames a second, while as JPEG it keeps 30.
constexpr int kRawPixelsOverUsb = 640 * 480;

/// The formats to try, best first.
std::vector<PixelFormat> ranked(std::vector<PixelFormat> formats, const V4l2Options& options) {
    const bool large = options.width * options.height > kRawPixelsOverUsb;
    const auto rank = [large](PixelFormat format) {
        return large && format == PixelFormat::yuyv ? static_cast<int>(PixelFormat::mjpg) + 1
                                                    : static_cast<int>(format);
    };
    std::ranges::sort(formats, {}, rank);
    return formats;
}

/// Drivers answer a wish for one format with another without an error: what they chose counts.
Result<FrameLayout> agreeOnLayout(V4l2Device& device, const V4l2Options& options) {
    const auto offered = TRY(device.formats());
    for (const PixelFormat format : ranked(offered, options)) {
        const auto layout = TRY(device.setFormat(format, options.width, options.height));
        if (layout)
            return *layout;
    }
    return fail(ErrorKind::unsupported, "camera.format-unsupported", Remedy::supplier,
                "none of GREY, NV12, YUYV, MJPG");
}

class V4l2Camera final : public Camera {
public:
    explicit V4l2Camera(const V4l2Options& options) : options_(options) {}
    ~V4l2Camera() override { V4l2Camera::stop(); }
    V4l2Camera(const V4l2Camera&) = delete;
    V4l2Camera& operator=(const V4l2Camera&) = delete;

    Result<> open();

    DeviceIdentity identity() const override {
        return {.module = "v4l2",
                .model = names_.card,
                .serial = "",
                .firmware = "",
                .port = names_.bus.empty() ? options_.path : names_.bus};
    }
    CameraCapabilities capabilities() const override;
    Result<> check(std::stop_token stop) override;
    Result<> reset(std::stop_token stop) override;
    Result<> start(std::stop_token stop) override;
    void stop() override;
    Result<Frame> grab(std::stop_token stop) override;
    Result<> expose(Exposure exposure, std::stop_token stop) override;

private:
    Result<FilledBuffer> nextBuffer(const std::stop_token& stop);
    Result<std::optional<FilledBuffer>> newestReady();
    Result<> returnAll();

    V4l2Options options_;
    v4l2::DeviceNames names_;
    FrameLayout layout_;
    v4l2::ExposureControl exposure_;
    std::unique_ptr<V4l2Device> device_;
    bool streaming_ = false;
};

Result<> V4l2Camera::open() {
    auto device = TRY(V4l2Device::open(options_.path));
    names_ = TRY(device->names());
    layout_ = TRY(agreeOnLayout(*device, options_));
    exposure_ = v4l2::ExposureControl::of(*device);
    device_ = std::move(device);
    return {};
}

CameraCapabilities V4l2Camera::capabilities() const {
    return {.width = layout_.width,
            .height = layout_.height,
            .format = std::string(v4l2::name(layout_.format)),
            .exposureControl = exposure_.any()};
}

Result<> V4l2Camera::check(std::stop_token) {
    if (!device_)
        return open();
    static_cast<void>(TRY(device_->names()));
    return {};
}

Result<> V4l2Camera::reset(std::stop_token) {
    stop();
    device_.reset();
    return open();
}

Result<> V4l2Camera::start(std::stop_token) {
    if (streaming_)
        return {};
    if (!device_)
        TRY(open());
    streaming_ = true; // so that stop() also undoes half a start
    const auto begin = [this]() -> Result<> {
        if (exposure_.any()) // what the last look needed is nothing to this one
            TRY(exposure_.set(*device_, Exposure::automatic));
        TRY(device_->mapBuffers(kBuffers));
        TRY(returnAll());
        return device_->streamOn();
    };
    auto begun = begin();
    if (!begun)
        stop();
    return begun;
}

Result<> V4l2Camera::expose(Exposure exposure, std::stop_token) {
    if (!device_)
        TRY(open());
    return exposure_.set(*device_, exposure);
}

Result<> V4l2Camera::returnAll() {
    for (unsigned index = 0; index < device_->bufferCount(); ++index)
        TRY(device_->queue(index));
    return {};
}

void V4l2Camera::stop() {
    if (!streaming_)
        return;
    device_->streamOff();
    device_->unmapBuffers();
    streaming_ = false;
}

Result<Frame> V4l2Camera::grab(std::stop_token stop) {
    if (!streaming_)
        return fail(ErrorKind::internal, "camera.off", Remedy::supplier, "grab before start");
    const FilledBuffer buffer = TRY(nextBuffer(stop));
    auto frame = v4l2::lumaOf(layout_, device_->contents(buffer));
    TRY(device_->queue(buffer.index));
    return frame;
}

/// Waits for a buffer with a picture in it. Empty and flagged ones are the driver's own way to say
/// that a frame was lost: they go back unseen.
Result<FilledBuffer> V4l2Camera::nextBuffer(const std::stop_token& stop) {
    const auto deadline = std::chrono::steady_clock::now() + options_.silence;
    bool toldReady = false;
    while (std::chrono::steady_clock::now() < deadline) {
        if (stop.stop_requested())
            return fail(ErrorKind::cancelled, "camera.cancelled", Remedy::wait);
        const auto buffer = TRY(newestReady());
        if (buffer && buffer->bytes > 0 && !buffer->flaggedDamaged)
            return *buffer;
        if (buffer) {
            TRY(device_->queue(buffer->index));
            toldReady = false;
            continue;
        }
        if (toldReady)
            std::this_thread::sleep_for(kFalseAlarmPause);
        toldReady = TRY(device_->wait(kStopLatency));
    }
    return fail(ErrorKind::timedOut, "camera.silent", Remedy::technician);
}

/// The newest filled buffer; older ones go back. When all of them are full the driver has nowhere
/// to put newer frames, and what they show may be long past: then the newest goes back as well.
Result<std::optional<FilledBuffer>> V4l2Camera::newestReady() {
    std::optional<FilledBuffer> newest;
    for (unsigned taken = 0; taken < device_->bufferCount(); ++taken) {
        const auto buffer = TRY(device_->dequeue());
        if (!buffer)
            return newest;
        if (newest)
            TRY(device_->queue(newest->index));
        newest = buffer;
    }
    if (newest)
        TRY(device_->queue(newest->index));
    return std::nullopt;
}

} // namespace

Result<std::unique_ptr<Camera>> openV4l2(const V4l2Options& options) {
    auto camera = std::make_unique<V4l2Camera>(options);
    TRY(camera->open());
    return camera;
}

} // namespace kiosk::drivers
