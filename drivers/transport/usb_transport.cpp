// SPDX-License-Identifier: Apache-2.0
#include "drivers/transport/usb_transport.h"

#include <algorithm>
#include <array>

#include <libusb.h>

#include "drivers/transport/usb_search.h"

namespace kiosk::drivers {

namespace {

/// A transfer for each packet would cost a bus frame each; a long one ends with the first packet
/// that is not full.
constexpr std::size_t kPacketsAtOnce = 64;

Error openError(int code) {
    const std::string detail = libusb_error_name(code);
    switch (code) {
    case LIBUSB_ERROR_ACCESS:
        return {ErrorKind::configuration, "usb.no-access", Remedy::configuration, detail};
    case LIBUSB_ERROR_BUSY:
        return {ErrorKind::unavailable, "usb.busy", Remedy::technician, detail};
    case LIBUSB_ERROR_NO_DEVICE:
    case LIBUSB_ERROR_NOT_FOUND:
        return {ErrorKind::notFound, "usb.not-found", Remedy::technician, detail};
    default: // libusb's list of codes is open
        return {ErrorKind::device, "usb.failed", Remedy::technician, detail};
    }
}

LinkTrouble troubleOf(int code) {
    switch (code) {
    case LIBUSB_ERROR_TIMEOUT:
        return LinkTrouble::silent;
    case LIBUSB_ERROR_PIPE:
        return LinkTrouble::stalled;
    case LIBUSB_ERROR_NO_DEVICE:
        return LinkTrouble::gone;
    default: // libusb's list of codes is open
        return LinkTrouble::failed;
    }
}

/// Where a transfer that has been submitted tells that it is over.
void LIBUSB_CALL markOver(libusb_transfer* transfer) {
    *static_cast<int*>(transfer->user_data) = 1;
}

LinkTrouble troubleOf(libusb_transfer_status status) {
    switch (status) {
    case LIBUSB_TRANSFER_TIMED_OUT:
    case LIBUSB_TRANSFER_CANCELLED: // only we cancel, when the time is over
        return LinkTrouble::silent;
    case LIBUSB_TRANSFER_STALL:
        return LinkTrouble::stalled;
    case LIBUSB_TRANSFER_NO_DEVICE:
        return LinkTrouble::gone;
    default: // a pending transfer of a device that is pulled ends in ERROR
        return LinkTrouble::failed;
    }
}

Bytes setupPacket(std::uint8_t direction, const UsbClassRequest& what, std::uint16_t length) {
    Bytes packet(LIBUSB_CONTROL_SETUP_SIZE);
    libusb_fill_control_setup(reinterpret_cast<unsigned char*>(packet.data()),
                              static_cast<std::uint8_t>(direction | LIBUSB_REQUEST_TYPE_CLASS |
                                                        LIBUSB_RECIPIENT_INTERFACE),
                              what.request, what.value, what.index, length);
    return packet;
}

std::string stringOf(libusb_device_handle* handle, std::uint8_t index) {
    std::array<unsigned char, 256> text{};
    const int length =
        index == 0 ? 0
                   : libusb_get_string_descriptor_ascii(handle, index, text.data(), text.size());
    return length > 0 ? std::string(text.begin(), text.begin() + length) : std::string();
}

} // namespace

void UsbTransport::CloseContext::operator()(libusb_context* context) const {
    libusb_exit(context);
}

void UsbTransport::CloseHandle::operator()(libusb_device_handle* handle) const {
    libusb_close(handle);
}

UsbTransport::UsbTransport(Context context, Handle handle)
    : context_(std::move(context)), handle_(std::move(handle)) {}

UsbTransport::~UsbTransport() {
    if (interface_.number >= 0)
        libusb_release_interface(handle_.get(), interface_.number);
}

Result<std::unique_ptr<UsbConnection>> UsbTransport::open(const UsbWish& wish) {
    libusb_context* rawContext = nullptr;
    if (const int code = libusb_init(&rawContext); code != 0)
        return std::unexpected(openError(code));
    Context context(rawContext);
    const usb::DeviceList devices(context.get());
    auto found = usb::find(devices, wish);
    if (!found)
        return std::unexpected(openError(LIBUSB_ERROR_NOT_FOUND));
    if (!found->interface)
        return fail(ErrorKind::unsupported, "usb.no-pipes", Remedy::supplier);
    libusb_device_handle* rawHandle = nullptr;
    if (const int code = libusb_open(found->device, &rawHandle); code != 0)
        return std::unexpected(openError(code));
    std::unique_ptr<UsbTransport> transport(
        new UsbTransport(std::move(context), Handle(rawHandle)));
    TRY(transport->claim(std::move(*found->interface)));
    transport->describe();
    return transport;
}

Result<> UsbTransport::claim(UsbInterface interface) {
    libusb_set_auto_detach_kernel_driver(handle_.get(), 1);
    if (const int code = libusb_claim_interface(handle_.get(), interface.number); code != 0)
        return std::unexpected(openError(code));
    interface_ = std::move(interface);
    if (interface_.setting == 0) // as it is after power-on
        return {};
    if (const int code =
            libusb_set_interface_alt_setting(handle_.get(), interface_.number, interface_.setting);
        code != 0)
        return std::unexpected(openError(code));
    return {};
}

void UsbTransport::describe() {
    libusb_device* device = libusb_get_device(handle_.get());
    libusb_device_descriptor descriptor{};
    libusb_get_device_descriptor(device, &descriptor);
    description_ = {.id = usb::idOf(device),
                    .port = usb::portOf(device),
                    .product = stringOf(handle_.get(), descriptor.iProduct),
                    .serial = stringOf(handle_.get(), descriptor.iSerialNumber)};
}

LinkResult<> UsbTransport::write(const BulkEndpoint& to, ByteView bytes,
                                 std::chrono::milliseconds timeout, const std::stop_token& stop) {
    Bytes rest(bytes.begin(), bytes.end());
    while (!rest.empty()) {
        const std::size_t moved = TRY(transfer(to, rest, timeout, stop));
        if (moved == 0)
            return std::unexpected(LinkTrouble::failed);
        rest.erase(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(moved));
    }
    return {};
}

LinkResult<Bytes> UsbTransport::read(const BulkEndpoint& from, std::chrono::milliseconds timeout,
                                     const std::stop_token& stop) {
    Bytes packets(from.packetSize * kPacketsAtOnce);
    packets.resize(TRY(transfer(from, packets, timeout, stop)));
    return packets;
}

LinkResult<Bytes> UsbTransport::ask(const UsbClassRequest& what, std::uint16_t most,
                                    std::chrono::milliseconds timeout,
                                    const std::stop_token& stop) {
    Bytes answer = setupPacket(LIBUSB_ENDPOINT_IN, what, most);
    answer.resize(answer.size() + most);
    const std::size_t moved = TRY(control(answer, timeout, stop));
    const auto begin = answer.begin() + LIBUSB_CONTROL_SETUP_SIZE;
    return Bytes(begin, begin + static_cast<std::ptrdiff_t>(moved));
}

LinkResult<> UsbTransport::tell(const UsbClassRequest& what, std::chrono::milliseconds timeout,
                                const std::stop_token& stop) {
    Bytes request = setupPacket(LIBUSB_ENDPOINT_OUT, what, 0);
    static_cast<void>(TRY(control(request, timeout, stop)));
    return {};
}

/// Not in slices as bulk transfers are: a control transfer cut short is one never made.
LinkResult<std::size_t> UsbTransport::control(Bytes& setupAndData,
                                              std::chrono::milliseconds timeout,
                                              const std::stop_token& stop) {
    if (stop.stop_requested())
        return std::unexpected(LinkTrouble::cancelled);
    const std::unique_ptr<libusb_transfer, void (*)(libusb_transfer*)> transfer(
        libusb_alloc_transfer(0), libusb_free_transfer);
    int over = 0;
    libusb_fill_control_transfer(transfer.get(), handle_.get(),
                                 reinterpret_cast<unsigned char*>(setupAndData.data()), markOver,
                                 &over, static_cast<unsigned>(timeout.count()));
    if (const int code = libusb_submit_transfer(transfer.get()); code != 0)
        return std::unexpected(troubleOf(code));
    while (over == 0) {
        if (stop.stop_requested())
            libusb_cancel_transfer(transfer.get()); // it still ends by itself, soon
        timeval slice{.tv_sec = 0, .tv_usec = std::chrono::microseconds(kStopLatency).count()};
        libusb_handle_events_timeout_completed(context_.get(), &slice, &over);
    }
    if (transfer->status == LIBUSB_TRANSFER_COMPLETED)
        return static_cast<std::size_t>(transfer->actual_length);
    return std::unexpected(stop.stop_requested() ? LinkTrouble::cancelled
                                                 : troubleOf(transfer->status));
}

LinkResult<std::size_t> UsbTransport::transfer(const BulkEndpoint& endpoint,
                                               std::span<std::byte> bytes,
                                               std::chrono::milliseconds timeout,
                                               const std::stop_token& stop) {
    while (timeout.count() > 0) {
        if (stop.stop_requested())
            return std::unexpected(LinkTrouble::cancelled);
        // libusb gives back what a transfer had received when its time ran out: slices lose
        // nothing.
        const auto slice = std::min(timeout, kStopLatency);
        timeout -= slice;
        int moved = 0;
        const int code = libusb_bulk_transfer(
            handle_.get(), endpoint.address, reinterpret_cast<unsigned char*>(bytes.data()),
            static_cast<int>(bytes.size()), &moved, static_cast<unsigned>(slice.count()));
        if (code == 0 || moved > 0)
            return static_cast<std::size_t>(moved);
        if (code == LIBUSB_ERROR_PIPE)
            libusb_clear_halt(handle_.get(), endpoint.address);
        if (code != LIBUSB_ERROR_TIMEOUT)
            return std::unexpected(troubleOf(code));
    }
    return std::unexpected(LinkTrouble::silent);
}

} // namespace kiosk::drivers
