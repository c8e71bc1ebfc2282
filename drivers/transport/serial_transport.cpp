// SPDX-License-Identifier: Apache-2.0
#include "drivers/transport/serial_transport.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace kiosk::drivers {

namespace {

std::optional<speed_t> speedOf(unsigned baud) {
    switch (baud) {
    case 9600:
        return B9600;
    case 19200:
        return B19200;
    case 38400:
        return B38400;
    case 57600:
        return B57600;
    case 115200:
        return B115200;
    default:
        return std::nullopt;
    }
}

Error openError(int code, const std::filesystem::path& path) {
    switch (code) {
    case EACCES:
    case EPERM:
        return {ErrorKind::configuration, "serial.no-access", Remedy::configuration, path.string()};
    case EBUSY:
        return {ErrorKind::unavailable, "serial.busy", Remedy::technician, path.string()};
    default: // the system's list of codes is open
        return {ErrorKind::notFound, "serial.not-found", Remedy::technician, path.string()};
    }
}

} // namespace

Result<std::unique_ptr<SerialTransport>> SerialTransport::open(const std::filesystem::path& path,
                                                               unsigned baud) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return std::unexpected(openError(errno, path));
    std::unique_ptr<SerialTransport> line(new SerialTransport(path, descriptor));
    TRY(line->makeRaw(baud));
    return line;
}

SerialTransport::~SerialTransport() {
    ::ioctl(descriptor_, TIOCNXCL); // outlives the descriptor while others hold the line
    ::close(descriptor_);
}

Result<> SerialTransport::makeRaw(unsigned baud) {
    const auto speed = speedOf(baud);
    if (!speed)
        return fail(ErrorKind::configuration, "serial.speed", Remedy::configuration,
                    std::to_string(baud));
    termios settings{};
    if (::tcgetattr(descriptor_, &settings) != 0)
        return fail(ErrorKind::configuration, "serial.not-a-line", Remedy::configuration,
                    path_.string());
    ::cfmakeraw(&settings);
    settings.c_cflag |= CLOCAL | CREAD;
    settings.c_cflag &= ~(CSTOPB | CRTSCTS);
    ::cfsetspeed(&settings, *speed);
    if (::tcsetattr(descriptor_, TCSANOW, &settings) != 0 || ::ioctl(descriptor_, TIOCEXCL) != 0)
        return std::unexpected(openError(errno, path_));
    ::tcflush(descriptor_, TCIOFLUSH);
    return {};
}

LinkResult<> SerialTransport::write(ByteView bytes, std::chrono::milliseconds timeout,
                                    const std::stop_token& stop) {
    while (!bytes.empty()) {
        TRY(waitFor(POLLOUT, timeout, stop));
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno != EAGAIN && errno != EINTR)
            return std::unexpected(LinkTrouble::gone);
        bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    return {};
}

LinkResult<Bytes> SerialTransport::read(std::chrono::milliseconds timeout,
                                        const std::stop_token& stop) {
    std::array<std::byte, 512> buffer{};
    while (true) {
        TRY(waitFor(POLLIN, timeout, stop));
        const ssize_t count = ::read(descriptor_, buffer.data(), buffer.size());
        if (count > 0) {
            Bytes bytes(buffer.begin(), buffer.begin() + count);
            ::explicit_bzero(buffer.data(), bytes.size()); // it may be of a person's card
            return bytes;
        }
        // A pulled adapter reads as end of file or as an I/O error, depending on its driver.
        if (count == 0 || (errno != EAGAIN && errno != EINTR))
            return std::unexpected(LinkTrouble::gone);
    }
}

LinkResult<> SerialTransport::waitFor(short event, std::chrono::milliseconds timeout,
                                      const std::stop_token& stop) const {
    if (stop.stop_requested())
        return std::unexpected(LinkTrouble::cancelled);
    std::array waiting{pollfd{descriptor_, event, 0}};
    switch (wait_.wait(waiting, timeout, stop)) {
    case StoppableWait::End::ready:
        break;
    case StoppableWait::End::timeOver:
        return std::unexpected(LinkTrouble::silent);
    case StoppableWait::End::stopped:
        return std::unexpected(LinkTrouble::cancelled);
    }
    if ((waiting.front().revents & event) == 0)
        return std::unexpected(LinkTrouble::gone);
    return {};
}

} // namespace kiosk::drivers
