// SPDX-License-Identifier: Apache-2.0
#include "tests/machine/devices/device_file.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace kiosk::machine {

namespace {

std::unexpected<Error> refused(const std::filesystem::path& path, std::string_view activity) {
    return fail(ErrorKind::device, "machine.device-file", Remedy::technician,
                path.string() + ": " + std::string(activity) + ": " + std::strerror(errno));
}

} // namespace

Result<DeviceFile> DeviceFile::open(const std::filesystem::path& path, int flags) {
    const int number = ::open(path.c_str(), flags | O_CLOEXEC);
    if (number < 0)
        return refused(path, "open");
    return DeviceFile(path, number);
}

Result<DeviceFile> DeviceFile::openSoon(const std::filesystem::path& path, int flags) {
    constexpr int kTries = 500;
    constexpr std::chrono::milliseconds kBetweenTries{20};
    for (int i = 1; i < kTries; ++i) {
        if (auto file = open(path, flags))
            return file;
        std::this_thread::sleep_for(kBetweenTries);
    }
    return open(path, flags);
}

DeviceFile& DeviceFile::operator=(DeviceFile&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(number_, other.number_);
    return *this;
}

DeviceFile::~DeviceFile() {
    if (number_ >= 0)
        ::close(number_);
}

Result<> DeviceFile::write(ByteView bytes) const {
    if (::write(number_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
        return refused(path_, "write");
    return {};
}

Result<> DeviceFile::control(unsigned long request, void* argument, std::string_view name) const {
    int result = 0;
    do {
        result = ::ioctl(number_, request, argument);
    } while (result < 0 && errno == EINTR);
    if (result < 0)
        return refused(path_, name);
    return {};
}

Result<> DeviceFile::set(unsigned long request, int value, std::string_view name) const {
    if (::ioctl(number_, request, value) < 0)
        return refused(path_, name);
    return {};
}

Result<> setValue(const std::filesystem::path& file, std::string_view value) {
    return TRY(DeviceFile::open(file, O_WRONLY)).write(bytesOf(value));
}

} // namespace kiosk::machine
