// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "firmware/base/bytes.h"
#include "firmware/egress/destination.h"

namespace kiosk::egress {

/// What the server says of a request: the reply field of RFC 1928, section 6.
enum class Reply : std::uint8_t {
    granted = 0,
    failed = 1,
    notAllowed = 2,
    noNetwork = 3,
    noHost = 4, ///< also: its name is not known
    refused = 5,
    timedOut = 6,
    notACommand = 7,
    notAnAddress = 8,
};

/// The server's side of SOCKS 5 up to the connection: takes bytes as they come, in pieces of any
/// size. CONNECT without authentication is all it knows.
class SocksTalk {
public:
    struct Step {
        Bytes say{};                     ///< to be sent now
        std::optional<Destination> to{}; ///< asked for: answer with replyOf()
        bool isOver = false;             ///< after what is said there is nothing to be had
    };
    Step take(ByteView bytes);
    /// What came behind the request already, and belongs to the destination.
    Bytes rest() const { return held_; }

private:
    enum class Phase { greeting, request, done };

    std::optional<Step> greeting();
    std::optional<Step> request();
    Step end(Bytes say);

    Phase phase_ = Phase::greeting;
    Bytes held_; ///< not understood yet
};

Bytes replyOf(Reply reply);

} // namespace kiosk::egress
