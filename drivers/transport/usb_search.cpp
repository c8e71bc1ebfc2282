// SPDX-License-Identifier: Apache-2.0
#include "drivers/transport/usb_search.h"

#include <algorithm>
#include <array>
#include <functional>
#include <memory>

#include <libusb.h>

namespace kiosk::drivers::usb {

namespace {

using Configuration =
    std::unique_ptr<libusb_config_descriptor, void (*)(libusb_config_descriptor*)>;

Configuration activeConfiguration(libusb_device* device) {
    libusb_config_descriptor* raw = nullptr;
    libusb_get_active_config_descriptor(device, &raw);
    return {raw, libusb_free_config_descriptor};
}

std::vector<BulkEndpoint> bulkEndpointsOf(const libusb_interface_descriptor& setting) {
    std::vector<BulkEndpoint> found;
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

/// All settings of all interfaces that have bulk pipes, in the order of the descriptors.
std::vector<UsbInterface> settingsOf(const libusb_config_descriptor& configuration) {
    std::vector<UsbInterface> all;
    for (const auto& interface : std::span(configuration.interface, configuration.bNumInterfaces))
        for (const auto& setting :
             std::span(interface.altsetting, static_cast<std::size_t>(interface.num_altsetting))) {
            UsbInterface found{.number = setting.bInterfaceNumber,
                               .setting = setting.bAlternateSetting,
                               .code = {setting.bInterfaceClass, setting.bInterfaceSubClass,
                                        setting.bInterfaceProtocol},
                               .endpoints = bulkEndpointsOf(setting)};
            if (!found.endpoints.empty())
                all.push_back(std::move(found));
        }
    return all;
}

} // namespace

DeviceList::DeviceList(libusb_context* context)
    : count_(std::max<ssize_t>(0, libusb_get_device_list(context, &devices_))) {}

DeviceList::~DeviceList() {
    if (devices_ != nullptr)
        libusb_free_device_list(devices_, 1);
}

UsbId idOf(libusb_device* device) {
    libusb_device_descriptor descriptor{};
    libusb_get_device_descriptor(device, &descriptor);
    return {descriptor.idVendor, descriptor.idProduct};
}

std::string portOf(libusb_device* device) {
    std::array<std::uint8_t, 7> ports{}; // USB allows seven tiers
    const int depth = libusb_get_port_numbers(device, ports.data(), ports.size());
    std::string text = std::to_string(libusb_get_bus_number(device));
    for (int i = 0; i < depth; ++i)
        text += (i == 0 ? "-" : ".") + std::to_string(ports[static_cast<std::size_t>(i)]);
    return text;
}

std::optional<UsbInterface> interfaceFor(libusb_device* device, const UsbWish& wish) {
    const Configuration configuration = activeConfiguration(device);
    if (!configuration)
        return std::nullopt;
    std::vector<UsbInterface> settings = settingsOf(*configuration);
    if (wish.fits != nullptr)
        std::erase_if(settings, std::not_fn(wish.fits));
    for (const UsbInterfaceCode& wanted : wish.interfaces)
        if (const auto match = std::ranges::find(settings, wanted, &UsbInterface::code);
            match != settings.end())
            return *match;
    if (!wish.interfaces.empty() || settings.empty())
        return std::nullopt;
    return settings.front();
}

std::optional<Found> find(const DeviceList& devices, const UsbWish& wish) {
    std::optional<Found> withoutInterface;
    for (libusb_device* device : devices.all()) {
        const bool isOneOfThem =
            wish.ids.empty() || std::ranges::find(wish.ids, idOf(device)) != wish.ids.end();
        if (!isOneOfThem || (!wish.port.empty() && wish.port != portOf(device)))
            continue;
        Found found{device, interfaceFor(device, wish)};
        if (found.interface)
            return found;
        if (!wish.ids.empty() && !withoutInterface)
            withoutInterface = std::move(found);
    }
    return withoutInterface;
}

} // namespace kiosk::drivers::usb
