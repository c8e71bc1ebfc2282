// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "firmware/base/process/descriptor.h"
#include "firmware/base/result.h"

namespace kiosk::reading {

/// The other end is gone, or says what no message is.
inline constexpr std::string_view kChannelBroken = "document.channel";

/// One message across the walls: JSON, and perhaps a descriptor of memory.
struct Message {
    std::string text;
    Descriptor memory{};
};

/// Either end of the socket between the kiosk and a reader's process. Blocking; one thread.
class Channel {
public:
    explicit Channel(Descriptor socket) : socket_(std::move(socket)) {}

    /// Two connected ends, closed on exec.
    static Result<std::pair<Channel, Channel>> pair();

    int descriptor() const { return socket_.number(); }

    /// `memory` (-1: none) stays the caller's. Error kChannelBroken.
    Result<> send(std::string_view text, int memory = -1);

    /// Asked before each wait whether to wait on; its error ends the receiving.
    using Patience = std::function<Result<>()>;
    /// Error kChannelBroken, also for more than 4 MiB at once.
    Result<Message> receive(const Patience& patience = {});

private:
    Result<std::size_t> readSome(char* to, std::size_t most, Descriptor* memory,
                                 const Patience& patience);
    Result<> readWhole(char* to, std::size_t size, Descriptor& memory, const Patience& patience);

    Descriptor socket_;
};

} // namespace kiosk::reading
