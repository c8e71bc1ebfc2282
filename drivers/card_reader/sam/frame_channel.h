// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <stop_token>

#include "drivers/card_reader/sam/codec/frame.h"
#include "drivers/device/device.h"
#include "drivers/transport/link.h"

namespace kiosk::drivers::sam {

/// What the protocol needs of a wire: small, so that a test can be one.
class FrameChannel {
public:
    virtual ~FrameChannel() = default;

    /// One whole frame.
    virtual LinkResult<> send(ByteView frame, std::chrono::milliseconds timeout,
                              const std::stop_token& stop) = 0;
    /// The bytes that come next, however few. `part` says what is expected; only a channel with
    /// split pipes needs to know.
    virtual LinkResult<Bytes> receive(FramePart part, std::chrono::milliseconds timeout,
                                      const std::stop_token& stop) = 0;
    /// What the wire knows of the reader behind it: module, model, port.
    virtual DeviceIdentity identity() const = 0;
};

} // namespace kiosk::drivers::sam
