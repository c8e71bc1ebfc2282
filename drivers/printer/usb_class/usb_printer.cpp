// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/usb_class/usb_printer.h"

#include <algorithm>
#include <array>

#include "drivers/printer/device_id.h"

namespace kiosk::drivers::usb {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kControlLimit = 500ms;

enum Request : std::uint8_t { kGetDeviceId = 0, kGetPortStatus = 1, kSoftReset = 2 };

/// Protocol 02 first; 01 only to be told apart from a device that is not there.
constexpr std::array kPrinterInterfaces{UsbInterfaceCode{0x07, 0x01, 0x02},
                                        UsbInterfaceCode{0x07, 0x01, 0x01}};

/// "0dd4:0237", four hexadecimal digits each.
std::optional<UsbId> idFrom(const std::string& text) {
    if (text.size() != 9 || text[4] != ':')
        return std::nullopt;
    const auto bytes = fromHex(text.substr(0, 4) + text.substr(5));
    if (!bytes)
        return std::nullopt;
    ByteReader reader(*bytes);
    return UsbId{*reader.u16BigEndian(), *reader.u16BigEndian()};
}

bool isPort(const std::string& text) {
    return text.find('-') != std::string::npos &&
           text.find_first_not_of("0123456789-.") == std::string::npos;
}

std::optional<BulkEndpoint> pipe(const UsbInterface& interface, BulkEndpoint::Direction direction) {
    const auto found = std::ranges::find(interface.endpoints, direction, &BulkEndpoint::direction);
    return found == interface.endpoints.end() ? std::nullopt : std::optional(*found);
}

Result<std::unique_ptr<UsbConnection>> connect(const std::string& at, const OpenUsb& openUsb) {
    const auto id = idFrom(at);
    if (!at.empty() && !id && !isPort(at))
        return fail(ErrorKind::configuration, "printer.address", Remedy::configuration,
                    "neither a USB port nor a pair of ids");
    UsbWish wish{.interfaces = kPrinterInterfaces, .port = id ? std::string() : at};
    if (id)
        wish.ids = std::span(&*id, 1);
    auto usb = openUsb(wish);
    if (!usb && usb.error().kind() == ErrorKind::notFound)
        return fail(ErrorKind::unavailable, "printer.gone", Remedy::technician,
                    "no printer on USB " + at);
    return usb;
}

} // namespace

UsbPrinter::UsbPrinter(std::unique_ptr<UsbConnection> usb, BulkEndpoint out, BulkEndpoint in)
    : usb_(std::move(usb)), out_(out), in_(in) {}

Result<std::unique_ptr<UsbPrinter>> UsbPrinter::open(const std::string& at,
                                                     const OpenUsb& openUsb) {
    auto usb = TRY(connect(at, openUsb));
    const auto out = pipe(usb->interface(), BulkEndpoint::Direction::out);
    const auto in = pipe(usb->interface(), BulkEndpoint::Direction::in);
    if (!out || !in)
        return fail(ErrorKind::unsupported, "printer.one-way", Remedy::supplier);
    std::unique_ptr<UsbPrinter> printer(new UsbPrinter(std::move(usb), *out, *in));
    printer->readIdentity();
    return printer;
}

/// A printer that does not answer is known by its descriptors.
void UsbPrinter::readIdentity() {
    constexpr std::uint16_t kMostText = 1024;
    const UsbDescription& usb = usb_->description();
    const auto interface = static_cast<unsigned>(usb_->interface().number) << 8U |
                           static_cast<unsigned>(usb_->interface().setting);
    const auto answer =
        usb_->ask({.request = kGetDeviceId, .index = static_cast<std::uint16_t>(interface)},
                  kMostText, kControlLimit, {});
    const DeviceId id = answer ? parseDeviceId(deviceIdText(*answer)) : DeviceId{};
    identity_ = {.module = "",
                 .model = id.model.empty() ? usb.product : id.manufacturer + " " + id.model,
                 .serial = id.serial.empty() ? usb.serial : id.serial,
                 .firmware = "",
                 .port = usb.port};
}

LinkResult<> UsbPrinter::write(ByteView bytes, std::chrono::milliseconds timeout,
                               const std::stop_token& stop) {
    return usb_->write(out_, bytes, timeout, stop);
}

LinkResult<Bytes> UsbPrinter::read(std::chrono::milliseconds timeout, const std::stop_token& stop) {
    return usb_->read(in_, timeout, stop);
}

LinkResult<PortStatus> UsbPrinter::portStatus(const std::stop_token& stop) {
    const Bytes answer = TRY(usb_->ask(
        {.request = kGetPortStatus, .index = static_cast<std::uint16_t>(usb_->interface().number)},
        1, kControlLimit, stop));
    if (answer.empty())
        return std::unexpected(LinkTrouble::failed);
    return toPortStatus(answer.front());
}

LinkResult<bool> UsbPrinter::isPortReady(const std::stop_token& stop) {
    const PortStatus status = TRY(portStatus(stop));
    wasSelected_ |= status.selected;
    return !status.paperEmpty && !status.error && status.selected == wasSelected_;
}

LinkResult<> UsbPrinter::softReset(const std::stop_token& stop) {
    return usb_->tell(
        {.request = kSoftReset, .index = static_cast<std::uint16_t>(usb_->interface().number)},
        kControlLimit, stop);
}

} // namespace kiosk::drivers::usb
