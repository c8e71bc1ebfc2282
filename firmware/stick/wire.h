// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "firmware/base/bytes.h"
#include "firmware/base/process/descriptor.h"

namespace kiosk::stick {

/// A connected stream socket that carries lines of JSON, and bytes between them. One thread; end()
/// from any. Errors: "stick.no-answer" (unavailable, technician) where the other side is gone, or
/// was waited for too long, or says what is none of this.
class Wire {
public:
    /// To whoever listens there. Error "stick.no-desk" (configuration, configuration).
    static Result<Wire> to(const std::filesystem::path& socket);
    /// To whoever waits longest at this listening socket; one that hung up meanwhile is one, too.
    static Result<Wire> from(int listener, std::chrono::milliseconds patience);
    explicit Wire(Descriptor socket) : socket_(std::move(socket)) {}

    Result<> say(const nlohmann::json& line);
    Result<> give(ByteView bytes);

    /// An object, on one line.
    Result<nlohmann::json> hear(std::chrono::milliseconds patience);
    /// Exactly so many.
    Result<Bytes> take(std::size_t count, std::chrono::milliseconds patience);

    /// From now on all of the above fail, here and there.
    void end();

private:
    Result<> more(std::chrono::milliseconds patience);

    Descriptor socket_;
    Bytes came_; ///< and was not asked for yet
};

} // namespace kiosk::stick
