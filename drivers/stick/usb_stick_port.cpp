// SPDX-License-Identifier: Apache-2.0
#include "drivers/stick/usb_stick_port.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <thread>

#include <fcntl.h>
#include <libudev.h>
#include <unistd.h>

#include "firmware/base/handle.h"

namespace kiosk::drivers {

namespace {

using Udev = Handle<udev, udev_unref>;
using UdevDevice = Handle<udev_device, udev_device_unref>;
using Enumerate = Handle<udev_enumerate, udev_enumerate_unref>;

constexpr std::chrono::milliseconds kBetweenLooks{100};

/// USB Mass Storage Class Overview 1.4, chapters 2 and 3: SCSI, bulk-only or UAS.
bool isStorage(const UsbInterfaceCode& code) {
    return code.classCode == 0x08 && code.subclass == 0x06 &&
           (code.protocol == 0x50 || code.protocol == 0x62);
}

bool hasStorage(const UsbDevice& device) {
    return device.interfaces && std::ranges::any_of(*device.interfaces, isStorage);
}

bool isStick(const UsbDevice& device) {
    return hasStorage(device) && std::ranges::all_of(*device.interfaces, isStorage);
}

UdevDevice usbDevice(udev* context, const std::string& port) {
    return UdevDevice(udev_device_new_from_subsystem_sysname(context, "usb", port.c_str()));
}

bool isAuthorized(const UsbDevice& stick) {
    const Udev context(udev_new());
    const UdevDevice device = usbDevice(context.get(), stick.port);
    const char* told = device ? udev_device_get_sysattr_value(device.get(), "authorized") : nullptr;
    return told != nullptr && std::string_view(told) != "0";
}

bool authorize(const UsbDevice& stick, char word) {
    const Udev context(udev_new());
    const UdevDevice device = usbDevice(context.get(), stick.port);
    if (!device)
        return word == '0'; // it is gone
    const auto file = std::filesystem::path(udev_device_get_syspath(device.get())) / "authorized";
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return word == '0' && errno == ENOENT;
    const bool well = ::write(descriptor, &word, 1) == 1;
    ::close(descriptor);
    return well || (word == '0' && errno == ENODEV);
}

/// The port of the USB device that a disk is on.
std::string portOf(udev_device* disk) {
    auto* usb = udev_device_get_parent_with_subsystem_devtype(disk, "usb", "usb_device");
    const char* port = usb == nullptr ? nullptr : udev_device_get_sysname(usb);
    return port == nullptr ? "" : port;
}

std::string attribute(udev_device* disk, const char* name) {
    const char* told = udev_device_get_sysattr_value(disk, name);
    return told == nullptr ? "" : told;
}

/// The disks of a stick that hold anything: a reader of memory cards has one for each of its slots.
std::vector<AdmittedStick> disksAt(const std::string& port) {
    std::vector<AdmittedStick> disks;
    const Udev context(udev_new());
    const Enumerate all(context ? udev_enumerate_new(context.get()) : nullptr);
    if (!all)
        return disks;
    udev_enumerate_add_match_subsystem(all.get(), "block");
    udev_enumerate_scan_devices(all.get());
    for (auto* entry = udev_enumerate_get_list_entry(all.get()); entry != nullptr;
         entry = udev_list_entry_get_next(entry)) {
        const UdevDevice disk(
            udev_device_new_from_syspath(context.get(), udev_list_entry_get_name(entry)));
        const char* node = disk ? udev_device_get_devnode(disk.get()) : nullptr;
        if (node == nullptr || portOf(disk.get()) != port ||
            std::string_view(udev_device_get_devtype(disk.get())) != "disk")
            continue;
        if (attribute(disk.get(), "size") != "0")
            disks.push_back({node, attribute(disk.get(), "ro") == "1"});
    }
    return disks;
}

std::unexpected<Error> several(std::string_view which) {
    return fail(ErrorKind::refused, "stick.several", Remedy::technician, which);
}

} // namespace

UsbStickPort::~UsbStickPort() {
    static_cast<void>(letGo());
}

Result<UsbDevice> UsbStickPort::theStick() const {
    std::optional<UsbDevice> found;
    std::optional<UsbDevice> other;
    for (const UsbDevice& device : attachedUsbDevices()) {
        if (!hasStorage(device) || kiosksOwn_.judge(device).isAllowed())
            continue;
        if (!isStick(device)) {
            other = device;
            continue;
        }
        if (found)
            return several(found->port + " and " + device.port);
        found = device;
    }
    if (found)
        return *found;
    if (other)
        return fail(ErrorKind::refused, "device.not-allowed", Remedy::technician,
                    "it is more than a stick: " + textOf(*other));
    return fail(ErrorKind::notFound, "stick.none", Remedy::technician, "no stick is plugged in");
}

Result<AdmittedStick> UsbStickPort::admit() {
    const UsbDevice stick = TRY(theStick());
    if (!authorize(stick, '1'))
        return fail(ErrorKind::configuration, "usb.no-access", Remedy::configuration,
                    std::strerror(errno));
    const auto end = std::chrono::steady_clock::now() + patience_;
    while (true) {
        const auto disks = disksAt(stick.port);
        if (disks.size() > 1)
            return several("it holds more than one disk");
        if (disks.size() == 1)
            return disks.front();
        if (std::chrono::steady_clock::now() >= end)
            return fail(ErrorKind::timedOut, "stick.silent", Remedy::technician,
                        "no disk appeared at " + stick.port);
        std::this_thread::sleep_for(kBetweenLooks);
    }
}

Result<> UsbStickPort::letGo() {
    bool well = true;
    for (const UsbDevice& device : attachedUsbDevices())
        if (isStick(device) && !kiosksOwn_.judge(device).isAllowed() && isAuthorized(device))
            well = authorize(device, '0') && well;
    if (well)
        return {};
    return fail(ErrorKind::device, "stick.not-let-go", Remedy::technician, std::strerror(errno));
}

} // namespace kiosk::drivers
