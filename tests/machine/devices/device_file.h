// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

#include "firmware/base/bytes.h"
#include "firmware/base/result.h"

namespace kiosk::machine {

/// A file of the kernel's: a device node, or one in sysfs and its relatives. Every call may fail
/// with "machine.device-file" (technician), with the path and the kernel's reason.
class DeviceFile {
public:
    /// `flags` as open(2) takes them.
    static Result<DeviceFile> open(const std::filesystem::path& path, int flags);
    /// As soon as the kernel lets it be opened, within 10 s.
    static Result<DeviceFile> openSoon(const std::filesystem::path& path, int flags);

    DeviceFile(DeviceFile&& other) noexcept
        : path_(std::move(other.path_)), number_(std::exchange(other.number_, -1)) {}
    DeviceFile& operator=(DeviceFile&& other) noexcept;
    ~DeviceFile();

    /// All in one write(2), which is what these files want.
    Result<> write(ByteView bytes) const;
    /// `argument` as the kernel wants it for this request.
    Result<> control(unsigned long request, void* argument, std::string_view name) const;
    /// The same for a request whose argument is a number.
    Result<> set(unsigned long request, int value, std::string_view name) const;
    int number() const { return number_; }

private:
    DeviceFile(std::filesystem::path path, int number) : path_(std::move(path)), number_(number) {}

    std::filesystem::path path_;
    int number_;
};

/// Writes one value into a file that is there already, as `echo VALUE > FILE` does.
Result<> setValue(const std::filesystem::path& file, std::string_view value);

} // namespace kiosk::machine
