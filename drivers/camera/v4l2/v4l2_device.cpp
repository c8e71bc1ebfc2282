// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/v4l2/v4l2_device.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <linux/videodev2.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "drivers/camera/jpeg.h"

namespace kiosk::drivers::v4l2 {

namespace {

int ioctlAgain(int file, unsigned long request, void* argument) {
    int result = 0;
    do {
        result = ::ioctl(file, request, argument);
    } while (result == -1 && errno == EINTR);
    return result;
}

std::unexpected<Error> failed(std::string_view activity, int number) {
    const std::string detail = std::string(activity) + ": " + std::strerror(number);
    switch (number) {
    case EACCES:
    case EPERM:
        return fail(ErrorKind::configuration, "camera.no-access", Remedy::configuration, detail);
    case EBUSY:
        return fail(ErrorKind::unavailable, "camera.busy", Remedy::wait, detail);
    default:
        // EIO among them: the kernel says so when a camera was pulled while it streamed.
        return fail(ErrorKind::notFound, "camera.gone", Remedy::technician, detail);
    }
}

v4l2_buffer captureBuffer(unsigned index) {
    v4l2_buffer buffer{};
    buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    buffer.memory = V4L2_MEMORY_MMAP;
    buffer.index = index;
    return buffer;
}

/// Texts in V4L2 structures need not end in a zero.
template <std::size_t size>
std::string textOf(const __u8 (&field)[size]) {
    const auto* end = std::find(field, field + size, 0);
    return std::string(field, end);
}

} // namespace

Result<std::unique_ptr<V4l2Device>> V4l2Device::open(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (file == -1)
        return failed(path, errno);
    return std::unique_ptr<V4l2Device>(new V4l2Device(file));
}

V4l2Device::~V4l2Device() {
    unmapBuffers();
    ::close(file_);
}

Result<> V4l2Device::call(unsigned long request, void* argument, std::string_view name) const {
    if (ioctlAgain(file_, request, argument) == -1)
        return failed(name, errno);
    return {};
}

Result<DeviceNames> V4l2Device::names() const {
    v4l2_capability capability{};
    TRY(call(VIDIOC_QUERYCAP, &capability, "query capabilities"));
    const unsigned has = (capability.capabilities & V4L2_CAP_DEVICE_CAPS) != 0
                             ? capability.device_caps
                             : capability.capabilities;
    constexpr unsigned kNeeded = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    if ((has & kNeeded) != kNeeded)
        return fail(ErrorKind::configuration, "camera.not-a-camera", Remedy::configuration,
                    "node does not capture");
    return DeviceNames{textOf(capability.card), textOf(capability.bus_info)};
}

Result<std::vector<PixelFormat>> V4l2Device::formats() const {
    std::vector<PixelFormat> found;
    v4l2_fmtdesc description{};
    description.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    while (ioctlAgain(file_, VIDIOC_ENUM_FMT, &description) == 0) {
        if (const auto format = pixelFormat(description.pixelformat))
            found.push_back(*format);
        ++description.index;
    }
    if (errno != EINVAL) // EINVAL is how the list ends
        return failed("list formats", errno);
    return found;
}

Result<std::optional<FrameLayout>> V4l2Device::setFormat(PixelFormat format, int width,
                                                         int height) {
    v4l2_format wish{};
    wish.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    wish.fmt.pix.pixelformat = fourCc(format);
    wish.fmt.pix.width = static_cast<__u32>(width);
    wish.fmt.pix.height = static_cast<__u32>(height);
    wish.fmt.pix.field = V4L2_FIELD_NONE;
    TRY(call(VIDIOC_S_FMT, &wish, "set format"));
    const v4l2_pix_format& chosen = wish.fmt.pix;
    const auto known = pixelFormat(chosen.pixelformat);
    if (!known || std::size_t{chosen.width} * chosen.height > kLargestPicture)
        return std::nullopt;
    return FrameLayout{*known, static_cast<int>(chosen.width), static_cast<int>(chosen.height),
                       static_cast<int>(chosen.bytesperline)};
}

std::optional<ControlRange> V4l2Device::control(std::uint32_t id) const {
    v4l2_queryctrl query{};
    query.id = id;
    constexpr __u32 kCannotBeSet = V4L2_CTRL_FLAG_DISABLED | V4L2_CTRL_FLAG_READ_ONLY;
    if (ioctlAgain(file_, VIDIOC_QUERYCTRL, &query) == -1 || (query.flags & kCannotBeSet) != 0 ||
        query.minimum >= query.maximum)
        return std::nullopt;
    return ControlRange{query.minimum, query.maximum, query.default_value};
}

Result<int> V4l2Device::value(std::uint32_t id) const {
    v4l2_control control{.id = id, .value = 0};
    TRY(call(VIDIOC_G_CTRL, &control, "get control"));
    return control.value;
}

Result<> V4l2Device::setValue(std::uint32_t id, int value) {
    v4l2_control control{.id = id, .value = value};
    return call(VIDIOC_S_CTRL, &control, "set control");
}

Result<> V4l2Device::mapBuffers(unsigned count) {
    v4l2_requestbuffers wish{};
    wish.count = count;
    wish.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    wish.memory = V4L2_MEMORY_MMAP;
    TRY(call(VIDIOC_REQBUFS, &wish, "request buffers"));
    if (wish.count < 2)
        return fail(ErrorKind::unsupported, "camera.too-few-buffers", Remedy::supplier);
    for (unsigned index = 0; index < wish.count; ++index)
        TRY(mapBuffer(index));
    return {};
}

Result<> V4l2Device::mapBuffer(unsigned index) {
    v4l2_buffer buffer = captureBuffer(index);
    TRY(call(VIDIOC_QUERYBUF, &buffer, "query buffer"));
    void* memory = ::mmap(nullptr, buffer.length, PROT_READ | PROT_WRITE, MAP_SHARED, file_,
                          static_cast<off_t>(buffer.m.offset));
    if (memory == MAP_FAILED)
        return failed("map buffer", errno);
    buffers_.emplace_back(static_cast<std::byte*>(memory), buffer.length);
    return {};
}

void V4l2Device::unmapBuffers() {
    if (buffers_.empty())
        return;
    for (const std::span<std::byte> buffer : buffers_)
        ::munmap(buffer.data(), buffer.size());
    buffers_.clear();
    v4l2_requestbuffers none{};
    none.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    none.memory = V4L2_MEMORY_MMAP;
    ioctlAgain(file_, VIDIOC_REQBUFS, &none); // a camera that is gone has freed them already
}

ByteView V4l2Device::contents(const FilledBuffer& buffer) const {
    const std::span<std::byte> memory = buffers_.at(buffer.index);
    return memory.first(std::min(buffer.bytes, memory.size()));
}

Result<> V4l2Device::queue(unsigned index) {
    v4l2_buffer buffer = captureBuffer(index);
    return call(VIDIOC_QBUF, &buffer, "queue buffer");
}

Result<std::optional<FilledBuffer>> V4l2Device::dequeue() {
    v4l2_buffer buffer = captureBuffer(0);
    if (ioctlAgain(file_, VIDIOC_DQBUF, &buffer) == -1) {
        if (errno == EAGAIN)
            return std::nullopt;
        return failed("dequeue buffer", errno);
    }
    if (buffer.index >= buffers_.size())
        return failed("dequeue buffer", EINVAL);
    return FilledBuffer{buffer.index, buffer.bytesused, (buffer.flags & V4L2_BUF_FLAG_ERROR) != 0};
}

Result<> V4l2Device::streamOn() {
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    return call(VIDIOC_STREAMON, &type, "start stream");
}

void V4l2Device::streamOff() {
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    ioctlAgain(file_, VIDIOC_STREAMOFF, &type); // a camera that is gone streams no more
}

Result<bool> V4l2Device::wait(std::chrono::milliseconds limit) const {
    pollfd entry{.fd = file_, .events = POLLIN, .revents = 0};
    const int ready = ::poll(&entry, 1, static_cast<int>(limit.count()));
    if (ready == -1 && errno != EINTR)
        return failed("wait for frame", errno);
    return ready > 0; // POLLERR too: dequeue() then says what is wrong
}

} // namespace kiosk::drivers::v4l2
