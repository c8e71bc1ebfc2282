// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "drivers/card_reader/sam/frame_channel.h"
#include "drivers/transport/serial_transport.h"

namespace kiosk::drivers::sam {

/// Frames over a serial line.
class SerialChannel final : public FrameChannel {
public:
    static Result<std::unique_ptr<SerialChannel>> open(const std::filesystem::path& path,
                                                       unsigned baud);

    LinkResult<> send(ByteView frame, std::chrono::milliseconds timeout,
                      const std::stop_token& stop) override;
    LinkResult<Bytes> receive(FramePart part, std::chrono::milliseconds timeout,
                              const std::stop_token& stop) override;
    DeviceIdentity identity() const override;

private:
    explicit SerialChannel(std::unique_ptr<SerialTransport> line) : line_(std::move(line)) {}

    std::unique_ptr<SerialTransport> line_;
};

} // namespace kiosk::drivers::sam
