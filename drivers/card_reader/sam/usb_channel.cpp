// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/usb_channel.h"

#include <algorithm>

#include "drivers/card_reader/card_trouble.h"

namespace kiosk::drivers::sam {

namespace {

// bInterfaceClass (USB 2.0, table 9-12)
constexpr std::uint8_t kVendorClass = 0xFF;
constexpr std::uint8_t kNoClass = 0x00;

std::vector<BulkEndpoint> inAddressOrder(std::span<const BulkEndpoint> endpoints,
                                         BulkEndpoint::Direction direction) {
    std::vector<BulkEndpoint> chosen;
    std::ranges::copy_if(endpoints, std::back_inserter(chosen),
                         [direction](const auto& each) { return each.direction == direction; });
    std::ranges::sort(chosen, {}, &BulkEndpoint::address);
    return chosen;
}

} // namespace

std::optional<Pipes> choosePipes(std::span<const BulkEndpoint> endpoints) {
    const auto out = inAddressOrder(endpoints, BulkEndpoint::Direction::out);
    const auto in = inAddressOrder(endpoints, BulkEndpoint::Direction::in);
    const bool singleOrSplit = out.size() == in.size() && (in.size() == 1 || in.size() == 2);
    if (!singleOrSplit)
        return std::nullopt;
    return Pipes{out.front(), out.back(), in.front(), in.back()};
}

bool isSamInterface(const UsbInterface& interface) {
    const bool ofNoStandard =
        interface.code.classCode == kVendorClass || interface.code.classCode == kNoClass;
    return ofNoStandard && choosePipes(interface.endpoints);
}

Result<std::unique_ptr<UsbChannel>>
UsbChannel::open(std::span<const UsbId> accepted, const std::string& port, const OpenUsb& openUsb) {
    auto usb = openUsb({.ids = accepted, .port = port, .fits = isSamInterface});
    if (!usb && usb.error().kind() == ErrorKind::notFound)
        return std::unexpected(asError(CardTrouble::gone, "no known reader on USB " + port));
    auto transport = TRY(std::move(usb));
    const Pipes pipes = choosePipes(transport->endpoints()).value();
    return std::unique_ptr<UsbChannel>(new UsbChannel(std::move(transport), pipes));
}

LinkResult<> UsbChannel::send(ByteView frame, std::chrono::milliseconds timeout,
                              const std::stop_token& stop) {
    if (pipes_.outHeader == pipes_.outBody)
        return usb_->write(pipes_.outBody, frame, timeout, stop);
    TRY(usb_->write(pipes_.outHeader, frame.first(kHeaderSize), timeout, stop));
    return usb_->write(pipes_.outBody, frame.subspan(kHeaderSize), timeout, stop);
}

LinkResult<Bytes> UsbChannel::receive(FramePart part, std::chrono::milliseconds timeout,
                                      const std::stop_token& stop) {
    const BulkEndpoint& from = part == FramePart::header ? pipes_.inHeader : pipes_.inBody;
    return usb_->read(from, timeout, stop);
}

DeviceIdentity UsbChannel::identity() const {
    const UsbDescription& usb = usb_->description();
    return {.module = "sam-usb",
            .model = usb.product,
            .serial = usb.serial,
            .firmware = "",
            .port = usb.port};
}

} // namespace kiosk::drivers::sam
