// SPDX-License-Identifier: Apache-2.0
#include "tests/machine/devices/connected_camera.h"

#include <algorithm>

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/mman.h>

namespace kiosk::machine {

namespace {

constexpr std::string_view kOutput = "/dev/video1";
constexpr unsigned kBuffers = 2;
constexpr int kNoTextInPicture = 2; ///< of the control "OSD Text Mode"

std::unexpected<Error> noCamera(std::string_view detail) {
    return fail(ErrorKind::device, "machine.no-camera", Remedy::technician, detail);
}

/// vivid's own controls have names in the kernel, but no numbers in its headers.
Result<> setControl(const DeviceFile& node, std::string_view name, int value) {
    v4l2_queryctrl control{};
    control.id = V4L2_CTRL_FLAG_NEXT_CTRL;
    while (node.control(VIDIOC_QUERYCTRL, &control, "list controls")) {
        if (name == reinterpret_cast<const char*>(control.name)) {
            v4l2_control wish{.id = control.id, .value = value};
            return node.control(VIDIOC_S_CTRL, &wish, name);
        }
        control.id |= V4L2_CTRL_FLAG_NEXT_CTRL;
    }
    return noCamera(name);
}

/// The size of what runs over the cable; both ends must agree.
Result<> setCableSize(const DeviceFile& node) {
    v4l2_enum_dv_timings each{};
    while (node.control(VIDIOC_ENUM_DV_TIMINGS, &each, "list sizes")) {
        if (each.timings.bt.width == ConnectedCamera::kWidth &&
            each.timings.bt.height == ConnectedCamera::kHeight)
            return node.control(VIDIOC_S_DV_TIMINGS, &each.timings, "set size");
        ++each.index;
    }
    return noCamera("no cable of this size");
}

Result<> connect() {
    const DeviceFile capture = TRY(DeviceFile::open(ConnectedCamera::kPath, O_RDWR));
    TRY(setCableSize(capture));
    TRY(setControl(capture, "OSD Text Mode", kNoTextInPicture));
    return setControl(capture, "Loop Video", 1);
}

} // namespace

Result<std::unique_ptr<ConnectedCamera>> ConnectedCamera::open() {
    TRY(connect());
    std::unique_ptr<ConnectedCamera> camera(
        new ConnectedCamera(TRY(DeviceFile::open(kOutput, O_RDWR))));
    TRY(camera->start());
    return camera;
}

ConnectedCamera::~ConnectedCamera() {
    for (const std::span<std::byte> buffer : buffers_)
        ::munmap(buffer.data(), buffer.size());
}

Result<> ConnectedCamera::start() {
    TRY(setCableSize(output_));
    v4l2_format format{};
    format.type = V4L2_BUF_TYPE_VIDEO_OUTPUT;
    format.fmt.pix.pixelformat = V4L2_PIX_FMT_GREY;
    format.fmt.pix.width = kWidth;
    format.fmt.pix.height = kHeight;
    format.fmt.pix.field = V4L2_FIELD_NONE;
    TRY(output_.control(VIDIOC_S_FMT, &format, "set format"));
    if (format.fmt.pix.pixelformat != V4L2_PIX_FMT_GREY || format.fmt.pix.bytesperline != kWidth)
        return noCamera("the output is not grey");
    v4l2_requestbuffers wish{};
    wish.count = kBuffers;
    wish.type = V4L2_BUF_TYPE_VIDEO_OUTPUT;
    wish.memory = V4L2_MEMORY_MMAP;
    TRY(output_.control(VIDIOC_REQBUFS, &wish, "request buffers"));
    for (unsigned index = 0; index < wish.count; ++index)
        TRY(mapAndQueue(index));
    int type = V4L2_BUF_TYPE_VIDEO_OUTPUT;
    return output_.control(VIDIOC_STREAMON, &type, "start output");
}

/// The kernel shows the last buffer it was given for as long as no other comes: what is written
/// into the memory afterwards is seen without queueing anything again.
Result<> ConnectedCamera::mapAndQueue(unsigned index) {
    v4l2_buffer buffer{};
    buffer.type = V4L2_BUF_TYPE_VIDEO_OUTPUT;
    buffer.memory = V4L2_MEMORY_MMAP;
    buffer.index = index;
    TRY(output_.control(VIDIOC_QUERYBUF, &buffer, "query buffer"));
    void* memory = ::mmap(nullptr, buffer.length, PROT_READ | PROT_WRITE, MAP_SHARED,
                          output_.number(), static_cast<off_t>(buffer.m.offset));
    if (memory == MAP_FAILED)
        return noCamera("no memory for the output");
    buffers_.emplace_back(static_cast<std::byte*>(memory), buffer.length);
    buffer.bytesused = buffer.length;
    buffer.field = V4L2_FIELD_NONE;
    return output_.control(VIDIOC_QBUF, &buffer, "queue buffer");
}

void ConnectedCamera::show(const drivers::Frame& frame) {
    const auto pixels = std::as_bytes(std::span(frame.luma));
    for (const std::span<std::byte> buffer : buffers_)
        std::ranges::copy(pixels.first(std::min(pixels.size(), buffer.size())), buffer.begin());
}

} // namespace kiosk::machine
