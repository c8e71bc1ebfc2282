// SPDX-License-Identifier: Apache-2.0
#include "drivers/usb_guard/attached.h"

#include <cstdlib>
#include <filesystem>

#include <libudev.h>
#include <sys/stat.h>

#include "firmware/base/files.h"
#include "firmware/base/handle.h"

namespace kiosk::drivers {

namespace {

using Udev = Handle<udev, udev_unref>;
using UdevDevice = Handle<udev_device, udev_device_unref>;
using Enumerate = Handle<udev_enumerate, udev_enumerate_unref>;

constexpr std::size_t kMostText = 64;

/// A device may call itself anything: nothing of it may break a line of a log.
std::string plainText(const char* text) {
    std::string plain = std::string(text == nullptr ? "" : text).substr(0, kMostText);
    for (char& letter : plain)
        if (letter < ' ' || letter > '~')
            letter = '?';
    return plain;
}

std::uint16_t hexAttribute(udev_device* device, const char* name) {
    const char* text = udev_device_get_sysattr_value(device, name);
    return text == nullptr ? std::uint16_t{}
                           : static_cast<std::uint16_t>(std::strtoul(text, nullptr, 16));
}

UsbDevice read(udev_device* device) {
    UsbDevice found{.port = plainText(udev_device_get_sysname(device)),
                    .serial = plainText(udev_device_get_sysattr_value(device, "serial")),
                    .id = {hexAttribute(device, "idVendor"), hexAttribute(device, "idProduct")}};
    const auto file = std::filesystem::path(udev_device_get_syspath(device)) / "descriptors";
    const auto bytes = readFile(file, kMostDescriptorBytes);
    if (!bytes)
        return found;
    if (auto offer = parseDescriptors(*bytes)) {
        found.id = offer->id;
        found.interfaces = std::move(offer->interfaces);
    }
    return found;
}

} // namespace

std::string textOf(const UsbDevice& device) {
    std::string text = device.port + " " + textOf(device.id);
    if (!device.serial.empty())
        text += " serial " + device.serial;
    if (!device.interfaces)
        return text + " unreadable";
    for (const UsbInterfaceCode& interface : *device.interfaces)
        text += " " + textOf(interface);
    return text;
}

std::vector<UsbDevice> attachedUsbDevices() {
    std::vector<UsbDevice> devices;
    const Udev udev(udev_new());
    const Enumerate all(udev ? udev_enumerate_new(udev.get()) : nullptr);
    if (!all)
        return devices;
    udev_enumerate_add_match_subsystem(all.get(), "usb");
    udev_enumerate_scan_devices(all.get());
    for (auto* entry = udev_enumerate_get_list_entry(all.get()); entry != nullptr;
         entry = udev_list_entry_get_next(entry)) {
        const UdevDevice device(
            udev_device_new_from_syspath(udev.get(), udev_list_entry_get_name(entry)));
        const char* type = device ? udev_device_get_devtype(device.get()) : nullptr;
        if (type != nullptr && std::string_view(type) == "usb_device")
            devices.push_back(read(device.get()));
    }
    return devices;
}

std::optional<std::string> usbPortBehind(const std::string& node) {
    struct stat status{};
    if (::stat(node.c_str(), &status) != 0 || !S_ISCHR(status.st_mode))
        return std::nullopt;
    const Udev udev(udev_new());
    const UdevDevice device(udev ? udev_device_new_from_devnum(udev.get(), 'c', status.st_rdev)
                                 : nullptr);
    if (!device)
        return std::nullopt;
    // The parent belongs to the device.
    auto* usb = udev_device_get_parent_with_subsystem_devtype(device.get(), "usb", "usb_device");
    if (usb == nullptr)
        return std::nullopt;
    return plainText(udev_device_get_sysname(usb));
}

} // namespace kiosk::drivers
