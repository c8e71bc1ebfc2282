// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "drivers/card_reader/sam/frame_channel.h"
#include "drivers/transport/usb_transport.h"

namespace kiosk::drivers::sam {

/// Which bulk pipe carries what. On readers with a single pipe header and body are the same.
struct Pipes {
    BulkEndpoint outHeader;
    BulkEndpoint outBody;
    BulkEndpoint inHeader;
    BulkEndpoint inBody;

    bool operator==(const Pipes&) const = default;
};

/// Two pipes each way: split, the lower address carries headers (SAM_V: 02 and 06, 81 and 85).
/// One each way: single. Anything else is no SAM reader: "reader.gone", saying why.
Result<Pipes> choosePipes(std::span<const BulkEndpoint> endpoints);

/// Frames over USB bulk pipes, split or single as the reader's descriptors say.
class UsbChannel final : public FrameChannel {
public:
    static Result<std::unique_ptr<UsbChannel>> open(std::span<const UsbId> accepted);

    LinkResult<> send(ByteView frame, std::chrono::milliseconds timeout,
                      const std::stop_token& stop) override;
    LinkResult<Bytes> receive(FramePart part, std::chrono::milliseconds timeout,
                              const std::stop_token& stop) override;
    DeviceIdentity identity() const override;

private:
    UsbChannel(std::unique_ptr<UsbTransport> usb, const Pipes& pipes)
        : usb_(std::move(usb)), pipes_(pipes) {}

    std::unique_ptr<UsbTransport> usb_;
    Pipes pipes_;
};

} // namespace kiosk::drivers::sam
