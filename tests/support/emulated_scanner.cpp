// SPDX-License-Identifier: Apache-2.0
#include "tests/support/emulated_scanner.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/ioctl_memory.h"

namespace kiosk::tests {

namespace {

constexpr const char* kSysfs = "/devices/platform/scanner/input/input5/event5";
constexpr std::string_view kName = "Emulated scanner";

} // namespace

EmulatedScanner::EmulatedScanner(MockTestbed& bed, Keys keys)
    : keys_(keys), bed_(bed.handle()), ioctls_(umockdev_ioctl_base_new()) {
    const std::string description =
        "P: " + std::string(kSysfs) +
        "\nN: input/event5=00\nE: SUBSYSTEM=input\nE: DEVNAME=" + path() +
        "\nE: MAJOR=13\nE: MINOR=69\n\n";
    if (umockdev_testbed_add_from_string(bed_, description.c_str(), nullptr) == 0)
        throw std::runtime_error("the testbed takes no scanner");
    const std::string node = rootOf(bed_) + path();
    std::filesystem::remove(node);
    if (::mkfifo(node.c_str(), 0600) != 0)
        throw std::runtime_error("the testbed takes no pipe");
    far_ = ::open(node.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    ::fcntl(far_, F_SETPIPE_SZ, 1 << 20); // the keys of the longest code, read by nobody yet
    g_signal_connect(ioctls_, "handle-ioctl", G_CALLBACK(onIoctl), this);
    if (umockdev_testbed_attach_ioctl(bed_, path().c_str(), ioctls_, nullptr) == 0)
        throw std::runtime_error("the testbed takes no driver for the scanner");
}

EmulatedScanner::~EmulatedScanner() {
    unplug();
    std::filesystem::remove(rootOf(bed_) + path());
    umockdev_testbed_detach_ioctl(bed_, path().c_str(), nullptr);
    g_object_unref(ioctls_);
    umockdev_testbed_remove_device(bed_, ("/sys" + std::string(kSysfs)).c_str());
}

void EmulatedScanner::type(const std::vector<input_event>& events) const {
    const std::size_t size = events.size() * sizeof(input_event);
    if (::write(far_, events.data(), size) != static_cast<ssize_t>(size))
        throw std::runtime_error("the scanner's pipe is full");
}

void EmulatedScanner::unplug() {
    if (far_ >= 0)
        ::close(std::exchange(far_, -1));
}

int EmulatedScanner::onIoctl(UMockdevIoctlBase*, UMockdevIoctlClient* client,
                             EmulatedScanner* self) {
    whileCallerLives(client, [&] {
        const int error = self->answer(client, umockdev_ioctl_client_get_request(client));
        umockdev_ioctl_client_complete(client, error == 0 ? 0 : -1, error);
    });
    return TRUE;
}

int EmulatedScanner::answer(UMockdevIoctlClient* client, unsigned long request) {
    const std::size_t size = _IOC_SIZE(request);
    Bytes told;
    if (request == EVIOCGRAB) { // its argument is no address
        grabbed_ = !taken_;
        return taken_ ? EBUSY : 0;
    }
    if (request == EVIOCSCLOCKID)
        return 0;
    if (request == EVIOCGBIT(EV_KEY, size))
        told = keyBits(size);
    else if (request == EVIOCGNAME(size))
        told = toBytes(kName);
    else
        return ENOTTY;
    overwrite(memoryBehind(argumentOf(client), 0, size), told);
    return 0;
}

Bytes EmulatedScanner::keyBits(std::size_t size) const {
    Bytes bits(size);
    const unsigned last = keys_ == Keys::all ? KEY_KPASTERISK : KEY_ESC;
    for (unsigned code = KEY_ESC; code <= last; ++code)
        bits[code / 8] |= std::byte{1} << (code % 8);
    return bits;
}

} // namespace kiosk::tests
