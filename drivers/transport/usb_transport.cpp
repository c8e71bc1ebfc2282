// SPDX-License-Identifier: Apache-2.0
#include "drivers/transport/usb_transport.h"

#include <algorithm>
#include <array>

#include <libusb.h>

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

/// The devices attached now, freed at the end.
class DeviceList {
public:
    explicit DeviceList(libusb_context* context)
        : count_(std::max<ssize_t>(0, libusb_get_device_list(context, &devices_))) {}
    ~DeviceList() {
        if (devices_ != nullptr)
            libusb_free_device_list(devices_, 1);
    }
    DeviceList(const DeviceList&) = delete;
    DeviceList& operator=(const DeviceList&) = delete;

    std::span<libusb_device* const> all() const {
        return {devices_, static_cast<std::size_t>(count_)};
    }

private:
    libusb_device** devices_ = nullptr;
    ssize_t count_;
};

UsbId idOf(libusb_device* device) {
    libusb_device_descriptor descriptor{};
    libusb_get_device_descriptor(device, &descriptor);
    return {descriptor.idVendor, descriptor.idProduct};
}

/// The bulk pipes of an interface in its first setting.
std::vector<BulkEndpoint> bulkEndpointsOf(const libusb_interface& interface) {
    std::vector<BulkEndpoint> found;
    if (interface.num_altsetting < 1)
        return found;
    const libusb_interface_descriptor& setting = interface.altsetting[0];
    for (const auto& endpoint : std::span(setting.endpoint, setting.bNumEndpoints)) {
        if ((endpoint.bmAttributes & LIBUSB_TRANSFER_TYPE_MASK) != LIBUSB_TRANSFER_TYPE_BULK)
            continue;
        const bool in = (endpoint.bEndpointAddress & LIBUSB_ENDPOINT_IN) != 0;
        found.push_back({endpoint.bEndpointAddress,
                         in ? BulkEndpoint::Direction::in : BulkEndpoint::Direction::out,
                         endpoint.wMaxPacketSize});
    }
    return found;
}

std::string portOf(libusb_device* device) {
    std::array<std::uint8_t, 7> ports{}; // USB allows seven tiers
    const int depth = libusb_get_port_numbers(device, ports.data(), ports.size());
    std::string text = std::to_string(libusb_get_bus_number(device));
    for (int i = 0; i < depth; ++i)
        text += (i == 0 ? "-" : ".") + std::to_string(ports[static_cast<std::size_t>(i)]);
    return text;
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
    if (interface_ >= 0)
        libusb_release_interface(handle_.get(), interface_);
}

Result<std::unique_ptr<UsbTransport>> UsbTransport::open(std::span<const UsbId> accepted) {
    libusb_context* rawContext = nullptr;
    if (const int code = libusb_init(&rawContext); code != 0)
        return std::unexpected(openError(code));
    Context context(rawContext);
    const DeviceList devices(context.get());
    const auto match = std::ranges::find_if(devices.all(), [accepted](libusb_device* device) {
        return std::ranges::find(accepted, idOf(device)) != accepted.end();
    });
    if (match == devices.all().end())
        return std::unexpected(openError(LIBUSB_ERROR_NOT_FOUND));
    libusb_device_handle* rawHandle = nullptr;
    if (const int code = libusb_open(*match, &rawHandle); code != 0)
        return std::unexpected(openError(code));
    std::unique_ptr<UsbTransport> transport(
        new UsbTransport(std::move(context), Handle(rawHandle)));
    TRY(transport->claim());
    transport->describe();
    return transport;
}

Result<> UsbTransport::claim() {
    libusb_config_descriptor* raw = nullptr;
    libusb_device* device = libusb_get_device(handle_.get());
    if (const int code = libusb_get_active_config_descriptor(device, &raw); code != 0)
        return std::unexpected(openError(code));
    const std::unique_ptr<libusb_config_descriptor, void (*)(libusb_config_descriptor*)> config(
        raw, libusb_free_config_descriptor);
    libusb_set_auto_detach_kernel_driver(handle_.get(), 1);
    for (int number = 0; number < config->bNumInterfaces; ++number) {
        endpoints_ = bulkEndpointsOf(config->interface[number]);
        if (endpoints_.empty())
            continue;
        if (const int code = libusb_claim_interface(handle_.get(), number); code != 0)
            return std::unexpected(openError(code));
        interface_ = number;
        return {};
    }
    return fail(ErrorKind::unsupported, "usb.no-pipes", Remedy::supplier);
}

void UsbTransport::describe() {
    libusb_device* device = libusb_get_device(handle_.get());
    libusb_device_descriptor descriptor{};
    libusb_get_device_descriptor(device, &descriptor);
    description_ = {.id = {descriptor.idVendor, descriptor.idProduct},
                    .port = portOf(device),
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
