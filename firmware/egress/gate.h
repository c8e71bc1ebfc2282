// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <list>
#include <mutex>
#include <thread>

#include "firmware/base/process/descriptor.h"
#include "firmware/egress/destination.h"

namespace kiosk::egress {

/// The way out: whoever comes by one of its sockets is connected to where it is allowed, and to
/// nowhere else. What is carried is not looked at. Made, used and ended on one thread; serves on
/// threads of its own, one for each connection.
class Gate {
public:
    struct Limits {
        std::chrono::milliseconds patience{10'000}; ///< with a destination that does not answer
        std::size_t connections = 128;              ///< at a time; one more is closed at once
    };
    explicit Gate(Allowed allowed) : Gate(std::move(allowed), Limits()) {}
    Gate(Allowed allowed, Limits limits);
    /// Ends every connection.
    ~Gate();
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

    /// Serves who comes by this listening Unix socket: by SOCKS where it has the name kSocks, else
    /// to the destination that is allowed for its name. Error "egress.no-way" (configuration,
    /// technician): none is.
    Result<> serve(const std::string& name, Descriptor listening);

private:
    using Way = std::optional<Destination>; ///< none: by SOCKS
    struct Visitor {
        bool isGone = false; ///< guarded by the gate's mutex; outlives the thread, which sets it
        std::jthread thread{};
    };

    void listen(const Descriptor& listening, const Way& way);
    void admit(Descriptor socket, const Way& way);
    void carry(const Descriptor& here, const Way& way) const;
    void forgetThoseGone();

    const Allowed allowed_;
    const Limits limits_;
    Descriptor stop_;  ///< readable from the gate's end on
    std::mutex mutex_; ///< guards the list
    std::list<Visitor> visitors_;
    std::list<std::jthread> listeners_;
};

} // namespace kiosk::egress
