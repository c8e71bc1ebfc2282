// SPDX-License-Identifier: Apache-2.0
#include "tests/support/pty_device.h"

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace kiosk::tests {

namespace {

void closeOnce(int& descriptor) {
    if (descriptor >= 0)
        ::close(std::exchange(descriptor, -1));
}

} // namespace

PtyDevice::PtyDevice(Answer answer) : answer_(std::move(answer)) {
    plug();
}

PtyDevice::~PtyDevice() {
    unplug();
}

void PtyDevice::plug() {
    master_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (master_ < 0 || ::grantpt(master_) != 0 || ::unlockpt(master_) != 0)
        throw std::runtime_error("no pseudo-terminal: is /dev/pts mounted?");
    path_ = ::ptsname(master_);
    slave_ = ::open(path_.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    wake_ = ::eventfd(0, EFD_CLOEXEC);
    thread_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

void PtyDevice::unplug() {
    if (!thread_.joinable())
        return;
    thread_.request_stop();
    ::eventfd_write(wake_, 1);
    thread_.join();
    closeOnce(master_);
    closeOnce(slave_);
    closeOnce(wake_);
}

void PtyDevice::serve(const std::stop_token& stop) {
    std::array<std::byte, 4096> buffer{};
    while (!stop.stop_requested()) {
        std::array<pollfd, 2> waiting{pollfd{master_, POLLIN, 0}, pollfd{wake_, POLLIN, 0}};
        ::poll(waiting.data(), waiting.size(), -1);
        if ((waiting[0].revents & POLLIN) == 0)
            continue;
        const ssize_t count = ::read(master_, buffer.data(), buffer.size());
        if (count <= 0)
            continue;
        const LineReply reply = answer_(std::span(buffer).first(static_cast<std::size_t>(count)));
        if (!send(reply.bytes) || reply.cable == LineReply::Cable::comesLoose)
            return closeOnce(master_);
    }
}

void PtyDevice::say(ByteView bytes) const {
    if (!send(bytes))
        throw std::runtime_error("the line takes nothing");
}

bool PtyDevice::send(ByteView bytes) const {
    while (!bytes.empty()) {
        const ssize_t count = ::write(master_, bytes.data(), bytes.size());
        if (count <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

} // namespace kiosk::tests
