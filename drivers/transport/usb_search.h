// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "drivers/transport/usb_interface.h"

struct libusb_context;
struct libusb_device;

/// What is attached, and which of it is meant. Private to this folder.
namespace kiosk::drivers::usb {

/// The devices attached now, freed at the end.
class DeviceList {
public:
    explicit DeviceList(libusb_context* context);
    ~DeviceList();
    DeviceList(const DeviceList&) = delete;
    DeviceList& operator=(const DeviceList&) = delete;

    std::span<libusb_device* const> all() const {
        return {devices_, static_cast<std::size_t>(count_)};
    }

private:
    libusb_device** devices_ = nullptr;
    std::ptrdiff_t count_;
};

UsbId idOf(libusb_device* device);
std::string portOf(libusb_device* device);

/// The interface setting of the device's active configuration that is meant: with bulk pipes, and
/// of the kind that stands first in the wish. None where it has no such thing.
std::optional<UsbInterface> interfaceFor(libusb_device* device, const UsbWish& wish);

/// A device, and the interface of it where it has one that fits.
struct Found {
    libusb_device* device; ///< the list's
    std::optional<UsbInterface> interface;
};

/// The first device that fits whole; otherwise the first whose id was asked for, without an
/// interface.
std::optional<Found> find(const DeviceList& devices, const UsbWish& wish);

} // namespace kiosk::drivers::usb
