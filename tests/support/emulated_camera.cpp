// SPDX-License-Identifier: Apache-2.0
#include "tests/support/emulated_camera.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <span>
#include <stdexcept>

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "tests/support/camera_pictures.h"
#include "tests/support/ioctl_memory.h"

namespace kiosk::tests {

namespace {

constexpr int kBiases = 7;    ///< entries in its list of exposure biases, a stop each
constexpr int kOwnTime = 250; ///< exposure it chooses by itself, in 0.1 ms
constexpr std::size_t kPage = 4096;

/// The structure an ioctl carries: its size stands in the request's number.
template <typename Structure>
Structure& as(void* argument) {
    return *static_cast<Structure*>(argument);
}

template <std::size_t size>
void put(__u8 (&field)[size], std::string_view text) {
    std::ranges::copy(text.substr(0, size - 1), field);
}

} // namespace

/// The buffers. The testbed's node is an ordinary file, so what is painted here is what the program
/// sees in its own map of it. The file never shrinks: a late reader must not be killed by that.
class EmulatedCamera::Memory {
public:
    Memory(const std::filesystem::path& node, unsigned count, std::size_t size)
        : count_(count), size_(size) {
        const int file = ::open(node.c_str(), O_RDWR | O_CLOEXEC);
        if (file == -1 || ::ftruncate(file, static_cast<off_t>(count * size)) == -1)
            throw std::runtime_error("the emulated camera's node cannot hold its buffers");
        void* start = ::mmap(nullptr, count * size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        ::close(file);
        if (start == MAP_FAILED)
            throw std::runtime_error("the emulated camera's buffers cannot be mapped");
        start_ = static_cast<std::byte*>(start);
    }
    ~Memory() { ::munmap(start_, count_ * size_); }
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    unsigned count() const { return count_; }
    void paint(unsigned index, ByteView bytes) {
        std::ranges::copy(bytes.first(std::min(bytes.size(), size_)), start_ + index * size_);
    }

private:
    unsigned count_;
    std::size_t size_;
    std::byte* start_ = nullptr;
};

EmulatedCamera::EmulatedCamera(MockTestbed& bed, Options options)
    : options_(std::move(options)), bed_(bed.handle()), ioctls_(umockdev_ioctl_base_new()) {
    if (options_.knob == Options::Knob::bias)
        controls_ = {{V4L2_CID_AUTO_EXPOSURE_BIAS, kBiases / 2}};
    if (options_.knob == Options::Knob::time)
        controls_ = {{V4L2_CID_EXPOSURE_AUTO, V4L2_EXPOSURE_APERTURE_PRIORITY},
                     {V4L2_CID_EXPOSURE_ABSOLUTE, kOwnTime}};
    show({});
    const std::string description = "P: " + sysfsPath() + "\nN: " + options_.node +
                                    "=00\nE: SUBSYSTEM=video4linux\nE: DEVNAME=" + path() +
                                    "\nE: MAJOR=81\nE: MINOR=0\nA: name=Emulated camera\\n\n\n";
    if (umockdev_testbed_add_from_string(bed_, description.c_str(), nullptr) == 0)
        throw std::runtime_error("the testbed takes no camera");
    g_signal_connect(ioctls_, "handle-ioctl", G_CALLBACK(onIoctl), this);
    g_signal_connect(ioctls_, "client-vanished", G_CALLBACK(onVanished), this);
    if (umockdev_testbed_attach_ioctl(bed_, path().c_str(), ioctls_, nullptr) == 0)
        throw std::runtime_error("the testbed takes no driver for the camera");
}

EmulatedCamera::~EmulatedCamera() {
    umockdev_testbed_detach_ioctl(bed_, path().c_str(), nullptr);
    g_object_unref(ioctls_);
    umockdev_testbed_remove_device(bed_, ("/sys" + sysfsPath()).c_str());
}

std::string EmulatedCamera::sysfsPath() const {
    return "/devices/platform/emulated-camera/video4linux/" + options_.node;
}

void EmulatedCamera::show(const drivers::Frame& frame) {
    Bytes picture = packed(fitted(frame, options_.width, options_.height), options_.format);
    const std::scoped_lock lock(mutex_);
    picture_ = std::move(picture);
}

void EmulatedCamera::setFault(Fault fault) {
    const std::scoped_lock lock(mutex_);
    fault_ = fault;
}

void EmulatedCamera::fillWaitingBuffers() {
    const std::scoped_lock lock(mutex_);
    while (!waiting_.empty())
        fillNext();
}

void EmulatedCamera::unplug() {
    {
        const std::scoped_lock lock(mutex_);
        attached_ = false;
        freeBuffers();
    }
    umockdev_testbed_uevent(bed_, ("/sys" + sysfsPath()).c_str(), "remove");
}

void EmulatedCamera::plugIn() {
    {
        const std::scoped_lock lock(mutex_);
        attached_ = true;
    }
    umockdev_testbed_uevent(bed_, ("/sys" + sysfsPath()).c_str(), "add");
}

bool EmulatedCamera::streaming() const {
    const std::scoped_lock lock(mutex_);
    return streaming_;
}

unsigned EmulatedCamera::bufferCount() const {
    const std::scoped_lock lock(mutex_);
    return memory_ ? memory_->count() : 0;
}

int EmulatedCamera::onIoctl(UMockdevIoctlBase*, UMockdevIoctlClient* client, EmulatedCamera* self) {
    whileCallerLives(client, [&] {
        const int error = self->carryOut(client);
        umockdev_ioctl_client_complete(client, error == 0 ? 0 : -1, error);
    });
    return TRUE;
}

int EmulatedCamera::carryOut(UMockdevIoctlClient* client) {
    const unsigned long request = umockdev_ioctl_client_get_request(client);
    const IoctlMemory structure = memoryBehind(argumentOf(client), 0, _IOC_SIZE(request));
    Bytes changed(_IOC_SIZE(request));
    std::memcpy(changed.data(), structure->data, changed.size());
    const int error = answer(request, changed.data());
    overwrite(structure, changed);
    return error;
}

void EmulatedCamera::onVanished(UMockdevIoctlBase*, UMockdevIoctlClient*, EmulatedCamera* self) {
    const std::scoped_lock lock(self->mutex_);
    self->freeBuffers();
}

void EmulatedCamera::freeBuffers() {
    streaming_ = false;
    waiting_.clear();
    filled_.clear();
    memory_.reset();
}

int EmulatedCamera::answer(unsigned long request, void* argument) {
    const std::scoped_lock lock(mutex_);
    if (!attached_)
        return ENODEV;
    switch (request) {
    case VIDIOC_QUERYCAP:
        return queryCapabilities(argument);
    case VIDIOC_ENUM_FMT:
        return listFormats(argument);
    case VIDIOC_S_FMT:
        return setFormat(argument);
    case VIDIOC_REQBUFS:
        return requestBuffers(argument);
    case VIDIOC_QUERYBUF:
        return queryBuffer(argument);
    case VIDIOC_QBUF:
        return queueBuffer(argument);
    case VIDIOC_DQBUF:
        return dequeueBuffer(argument);
    case VIDIOC_QUERYCTRL:
        return queryControl(argument);
    case VIDIOC_G_CTRL:
        return getControl(argument);
    case VIDIOC_S_CTRL:
        return setControl(argument);
    case VIDIOC_STREAMON:
        streaming_ = true;
        return 0;
    case VIDIOC_STREAMOFF:
        streaming_ = false;
        waiting_.clear();
        filled_.clear();
        return 0;
    default:
        return ENOTTY;
    }
}

int EmulatedCamera::queryCapabilities(void* argument) const {
    auto& capability = as<v4l2_capability>(argument);
    put(capability.driver, "emulated");
    put(capability.card, "Emulated camera");
    put(capability.bus_info, "platform:" + options_.node);
    capability.device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    capability.capabilities = capability.device_caps | V4L2_CAP_DEVICE_CAPS;
    return 0;
}

int EmulatedCamera::listFormats(void* argument) const {
    auto& description = as<v4l2_fmtdesc>(argument);
    std::vector<std::uint32_t> codes = options_.claimed;
    if (codes.empty())
        codes.push_back(fourCc(options_.format));
    if (description.index >= codes.size())
        return EINVAL;
    description.pixelformat = codes[description.index];
    return 0;
}

int EmulatedCamera::setFormat(void* argument) const {
    v4l2_pix_format& chosen = as<v4l2_format>(argument).fmt.pix;
    chosen.pixelformat = options_.answered.value_or(fourCc(options_.format));
    chosen.width = static_cast<__u32>(options_.width);
    chosen.height = static_cast<__u32>(options_.height);
    chosen.bytesperline = static_cast<__u32>(bytesPerLine(options_.width, options_.format));
    chosen.sizeimage = static_cast<__u32>(bufferSize());
    chosen.field = V4L2_FIELD_NONE;
    return 0;
}

/// Enough for any of the formats, in whole pages as the kernel gives them.
std::size_t EmulatedCamera::bufferSize() const {
    const std::size_t needed =
        2 * static_cast<std::size_t>(options_.width) * static_cast<std::size_t>(options_.height);
    return (needed + kPage - 1) / kPage * kPage;
}

int EmulatedCamera::requestBuffers(void* argument) {
    const auto& wish = as<v4l2_requestbuffers>(argument);
    freeBuffers();
    if (wish.count == 0)
        return 0;
    const std::filesystem::path root = rootOf(bed_);
    memory_ = std::make_unique<Memory>(root / "dev" / options_.node, wish.count, bufferSize());
    return 0;
}

int EmulatedCamera::queryBuffer(void* argument) const {
    auto& buffer = as<v4l2_buffer>(argument);
    if (!memory_ || buffer.index >= memory_->count())
        return EINVAL;
    buffer.length = static_cast<__u32>(bufferSize());
    buffer.m.offset = static_cast<__u32>(buffer.index * bufferSize());
    return 0;
}

int EmulatedCamera::queueBuffer(void* argument) {
    const auto& buffer = as<v4l2_buffer>(argument);
    if (!memory_ || buffer.index >= memory_->count() ||
        std::ranges::find(waiting_, buffer.index) != waiting_.end())
        return EINVAL;
    waiting_.push_back(buffer.index);
    return 0;
}

int EmulatedCamera::dequeueBuffer(void* argument) {
    if (!streaming_)
        return EINVAL;
    if (filled_.empty() && frameIsDue())
        fillNext();
    if (filled_.empty())
        return EAGAIN;
    auto& buffer = as<v4l2_buffer>(argument);
    buffer.index = filled_.front().index;
    buffer.bytesused = static_cast<__u32>(filled_.front().bytes);
    buffer.flags = filled_.front().errorFlag ? V4L2_BUF_FLAG_ERROR : 0;
    buffer.sequence = sequence_++;
    filled_.pop_front();
    return 0;
}

/// As the UVC driver describes a webcam's: the time in steps of 0.1 ms.
int EmulatedCamera::queryControl(void* argument) const {
    auto& query = as<v4l2_queryctrl>(argument);
    if (!controls_.contains(query.id))
        return EINVAL;
    const bool isTime = query.id == V4L2_CID_EXPOSURE_ABSOLUTE;
    const bool isMode = query.id == V4L2_CID_EXPOSURE_AUTO;
    query.minimum = isTime ? 3 : 0;
    query.maximum = isTime ? 2047 : isMode ? V4L2_EXPOSURE_APERTURE_PRIORITY : kBiases - 1;
    query.default_value = isTime   ? kOwnTime
                          : isMode ? V4L2_EXPOSURE_APERTURE_PRIORITY
                                   : kBiases / 2;
    query.step = 1;
    return 0;
}

int EmulatedCamera::getControl(void* argument) const {
    auto& control = as<v4l2_control>(argument);
    const auto known = controls_.find(control.id);
    if (known == controls_.end())
        return EINVAL;
    control.value = known->second;
    return 0;
}

int EmulatedCamera::setControl(void* argument) {
    const auto& control = as<v4l2_control>(argument);
    if (!controls_.contains(control.id))
        return EINVAL;
    // The UVC driver refuses the time while the camera chooses it.
    if (control.id == V4L2_CID_EXPOSURE_ABSOLUTE &&
        controls_.at(V4L2_CID_EXPOSURE_AUTO) != V4L2_EXPOSURE_MANUAL)
        return EACCES;
    controls_[control.id] = control.value;
    if (control.id == V4L2_CID_EXPOSURE_AUTO && control.value != V4L2_EXPOSURE_MANUAL)
        controls_[V4L2_CID_EXPOSURE_ABSOLUTE] = kOwnTime;
    return 0;
}

double EmulatedCamera::exposure() const {
    const std::scoped_lock lock(mutex_);
    if (options_.knob == Options::Knob::bias)
        return std::exp2(controls_.at(V4L2_CID_AUTO_EXPOSURE_BIAS) - kBiases / 2);
    if (options_.knob == Options::Knob::time)
        return static_cast<double>(controls_.at(V4L2_CID_EXPOSURE_ABSOLUTE)) / kOwnTime;
    return 1;
}

bool EmulatedCamera::frameIsDue() const {
    return fault_ != Fault::stall && !waiting_.empty() &&
           std::chrono::steady_clock::now() - lastFrame_ >= options_.framePeriod;
}

void EmulatedCamera::fillNext() {
    const unsigned index = waiting_.front();
    waiting_.pop_front();
    std::size_t bytes = picture_.size();
    if (fault_ == Fault::halfFrame)
        bytes /= 2;
    if (fault_ == Fault::emptyBuffer)
        bytes = 0;
    memory_->paint(index, ByteView(picture_).first(bytes));
    filled_.push_back({index, bytes, fault_ == Fault::errorFlag});
    lastFrame_ = std::chrono::steady_clock::now();
}

} // namespace kiosk::tests
