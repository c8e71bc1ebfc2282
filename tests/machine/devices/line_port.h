// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "tests/machine/devices/device_file.h"

namespace kiosk::machine {

/// A serial port of the guest at whose other end a person types. One thread.
class LinePort {
public:
    /// Error "machine.device-file" (technician).
    static Result<LinePort> open(const std::filesystem::path& path);

    /// The next whole line without its end; waits for it. Nothing once the other end is closed.
    std::optional<std::string> hear();
    Result<> say(const std::string& line) const;

private:
    explicit LinePort(DeviceFile file) : file_(std::move(file)) {}

    DeviceFile file_;
    std::string heard_; ///< what came after the last whole line
};

} // namespace kiosk::machine
