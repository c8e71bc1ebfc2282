// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "drivers/camera/v4l2/luma.h"

namespace kiosk::drivers::v4l2 {

struct DeviceNames {
    std::string card; ///< "HD Camera"
    std::string bus;  ///< "usb-0000:00:14.0-1"
};

/// A buffer the driver has filled and handed over.
struct FilledBuffer {
    unsigned index = 0;
    std::size_t bytes = 0;
    bool flaggedDamaged = false;
};

/// What a control of the camera can be set to (VIDIOC_QUERYCTRL).
struct ControlRange {
    int minimum = 0;
    int maximum = 0;
    int standard = 0; ///< as after power-on
};

/// A V4L2 node: one thin function per call, no policy. Single-planar capture, memory-mapped
/// buffers (Linux media API, "Streaming I/O (Memory Mapping)"). Not thread-safe. Every call may
/// fail with "camera.gone" (technician).
class V4l2Device {
public:
    /// Errors: "camera.gone" no such node, "camera.no-access" (configuration).
    static Result<std::unique_ptr<V4l2Device>> open(const std::string& path);

    ~V4l2Device();
    V4l2Device(const V4l2Device&) = delete;
    V4l2Device& operator=(const V4l2Device&) = delete;

    /// Error "camera.not-a-camera" (configuration) when the node cannot capture and stream.
    Result<DeviceNames> names() const;
    /// VIDIOC_ENUM_FMT, those of ours the driver claims.
    Result<std::vector<PixelFormat>> formats() const;
    /// Asks for a format and size; returns what the driver chose instead, or nothing when that is
    /// none of ours. Error "camera.busy" (wait).
    Result<std::optional<FrameLayout>> setFormat(PixelFormat format, int width, int height);

    /// Nothing where the camera has no such control (V4L2_CID_…), or none that can be set.
    std::optional<ControlRange> control(std::uint32_t id) const;
    Result<int> value(std::uint32_t id) const;
    Result<> setValue(std::uint32_t id, int value);

    /// Maps about `count` buffers; the driver may give fewer or more. Error
    /// "camera.too-few-buffers" (supplier) below two: one is being filled while one is read.
    Result<> mapBuffers(unsigned count);
    void unmapBuffers();
    unsigned bufferCount() const { return static_cast<unsigned>(buffers_.size()); }
    /// What the buffer holds, until it is queued again.
    ByteView contents(const FilledBuffer& buffer) const;

    Result<> queue(unsigned index);
    /// A filled buffer, or nothing when none is ready.
    Result<std::optional<FilledBuffer>> dequeue();
    Result<> streamOn();
    void streamOff();
    /// Waits at most `limit`; true when the driver says that a buffer may be ready.
    Result<bool> wait(std::chrono::milliseconds limit) const;

private:
    explicit V4l2Device(int file) : file_(file) {}
    Result<> call(unsigned long request, void* argument, std::string_view name) const;
    Result<> mapBuffer(unsigned index);

    int file_;
    std::vector<std::span<std::byte>> buffers_; ///< mapped memory
};

} // namespace kiosk::drivers::v4l2
