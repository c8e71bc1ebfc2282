// SPDX-License-Identifier: Apache-2.0
#include "tests/machine/devices/line_port.h"

#include <array>

#include <fcntl.h>
#include <unistd.h>

namespace kiosk::machine {

Result<LinePort> LinePort::open(const std::filesystem::path& path) {
    return LinePort(TRY(DeviceFile::openSoon(path, O_RDWR)));
}

std::optional<std::string> LinePort::hear() {
    std::array<char, 512> chunk{};
    std::size_t end = 0;
    while ((end = heard_.find('\n')) == std::string::npos) {
        const ssize_t count = ::read(file_.number(), chunk.data(), chunk.size());
        if (count <= 0)
            return std::nullopt;
        heard_.append(chunk.data(), static_cast<std::size_t>(count));
    }
    std::string line = heard_.substr(0, end);
    heard_.erase(0, end + 1);
    return line;
}

Result<> LinePort::say(const std::string& line) const {
    return file_.write(bytesOf(line + "\n"));
}

} // namespace kiosk::machine
