// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "drivers/card_reader/sam/frame_channel.h"
#include "drivers/transport/usb_connection.h"

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
/// One each way: single. Nothing: they fit no SAM reader.
std::optional<Pipes> choosePipes(std::span<const BulkEndpoint> endpoints);

/// Whether a reader speaks its protocol here: an interface of no standard's class with pipes that
/// fit. A combined reader has others beside it, for a keyboard or a contact reader.
bool isSamInterface(const UsbInterface& interface);

/// Frames over USB bulk pipes, split or single as the reader's descriptors say.
class UsbChannel final : public FrameChannel {
public:
    /// At this port ("1-1.2"), or the first one found. "reader.gone" where there is none,
    /// "usb.no-pipes" where one with a known id has no interface of a reader.
    static Result<std::unique_ptr<UsbChannel>>
    open(std::span<const UsbId> accepted, const std::string& port, const OpenUsb& openUsb);

    LinkResult<> send(ByteView frame, std::chrono::milliseconds timeout,
                      const std::stop_token& stop) override;
    LinkResult<Bytes> receive(FramePart part, std::chrono::milliseconds timeout,
                              const std::stop_token& stop) override;
    DeviceIdentity identity() const override;

private:
    UsbChannel(std::unique_ptr<UsbConnection> usb, const Pipes& pipes)
        : usb_(std::move(usb)), pipes_(pipes) {}

    std::unique_ptr<UsbConnection> usb_;
    Pipes pipes_;
};

} // namespace kiosk::drivers::sam
