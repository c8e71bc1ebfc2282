// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "firmware/base/result.h"

namespace kiosk::app {

/// Its name in the kiosk's state folder.
inline constexpr std::string_view kServiceSocketName = "service";

/// Where a technician's programs on this machine reach the running kiosk: a socket in the file
/// system that its owner and root alone may use. One question, one answer, each a line of at most
/// 64 KiB; whoever is slower than 2 s is hung up on. On a thread of its own.
class ServiceSocket {
public:
    /// Called on the socket's thread, one question at a time.
    using Answer = std::function<std::string(std::string_view question)>;

    /// Takes the place of what an earlier run left there. "service.no-socket" (configuration): the
    /// path is too long for one, or cannot be written.
    static Result<std::unique_ptr<ServiceSocket>> open(const std::filesystem::path& path,
                                                       Answer answer);
    ~ServiceSocket();
    ServiceSocket(const ServiceSocket&) = delete;
    ServiceSocket& operator=(const ServiceSocket&) = delete;

private:
    ServiceSocket(std::filesystem::path path, int listener, int bell, Answer answer);
    void serve();

    std::filesystem::path path_;
    int listener_;
    int bell_;
    Answer answer_;
    std::jthread thread_; ///< last: ends before what it uses
};

/// Asks the kiosk that runs with this state folder. "service.no-kiosk" (unavailable, technician)
/// when none does, "service.no-access" (refused, technician) for anybody but its owner and root,
/// "service.silent" (timedOut, technician) when it does not answer within 5 s.
Result<std::string> askKiosk(const std::filesystem::path& state, std::string_view question);

} // namespace kiosk::app
