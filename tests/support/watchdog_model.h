// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "firmware/base/process/descriptor.h"

namespace kiosk::tests {

/// Waits for proofs as systemd does, and ends whoever gives none in time.
class WatchdogModel {
public:
    static constexpr std::chrono::milliseconds kAllowed{2000};

    explicit WatchdogModel(const std::filesystem::path& folder)
        : path_(folder / "notify"), socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{.sun_family = AF_UNIX};
        path_.native().copy(address.sun_path, sizeof(address.sun_path) - 1);
        if (::bind(socket_.number(), reinterpret_cast<const sockaddr*>(&address),
                   sizeof(address)) != 0)
            throw std::runtime_error("no socket");
    }

    std::map<std::string, std::string> environment() const {
        const auto microseconds = std::chrono::microseconds(kAllowed).count();
        return {{"NOTIFY_SOCKET", path_}, {"WATCHDOG_USEC", std::to_string(microseconds)}};
    }

    /// What came so far counts no longer: "READY=1", and proofs of a kiosk that starts.
    void becomeWary() const {
        std::array<char, 64> text{};
        while (::recv(socket_.number(), text.data(), text.size(), MSG_DONTWAIT) > 0) {
        }
    }

    /// The next proof; false when none came in time.
    bool isProved() const {
        pollfd ready{socket_.number(), POLLIN, 0};
        if (::poll(&ready, 1, static_cast<int>(kAllowed.count())) != 1)
            return false;
        std::array<char, 32> text{};
        const ssize_t size = ::recv(socket_.number(), text.data(), text.size(), 0);
        return std::string_view(text.data(), static_cast<std::size_t>(
                                                 std::max<ssize_t>(size, 0))) == "WATCHDOG=1";
    }

private:
    std::filesystem::path path_;
    Descriptor socket_;
};

} // namespace kiosk::tests
