// SPDX-License-Identifier: Apache-2.0
#include "tests/support/emulated_usb_device.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <utility>

#include <linux/usbdevice_fs.h>
#include <sys/ioctl.h>

#include "tests/support/ioctl_memory.h"

namespace kiosk::tests {

namespace {

constexpr std::size_t kSetupSize = 8;

UMockdevIoctlClient* asClient(void* client) {
    return static_cast<UMockdevIoctlClient*>(client);
}

void answer(void* client, long result, int error) {
    umockdev_ioctl_client_complete(asClient(client), result, error);
}

/// umockdev reads no lower-case hexadecimal in the contents of a node.
std::string upperHex(ByteView bytes) {
    std::string hex = toHex(bytes);
    std::ranges::transform(hex, hex.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return hex;
}

} // namespace

/// One transfer the host asked for.
struct EmulatedUsbDevice::Urb {
    void* client; ///< the open file it belongs to
    IoctlMemory data;
    IoctlMemory buffer;

    usbdevfs_urb& fields() const { return *reinterpret_cast<usbdevfs_urb*>(data->data); }
    bool isControl() const { return fields().type == USBDEVFS_URB_TYPE_CONTROL; }
    bool isIn() const { return (fields().endpoint & 0x80U) != 0; }
    std::span<std::byte> bytes() const {
        return std::as_writable_bytes(
            std::span(buffer->data, static_cast<std::size_t>(fields().buffer_length)));
    }
    UsbSetup setup() const {
        const ByteView packet = bytes();
        ByteReader reader(packet);
        return {*reader.u8(), *reader.u8(), *reader.u16LittleEndian(), *reader.u16LittleEndian(),
                *reader.u16LittleEndian()};
    }
    void end(int status, std::size_t moved) const {
        fields().status = status;
        fields().actual_length = static_cast<int>(moved);
    }
};

EmulatedUsbDevice::EmulatedUsbDevice(MockTestbed& testbed, UsbFunction& function)
    : testbed_(testbed), function_(function), handler_(umockdev_ioctl_base_new()) {
    g_signal_connect(handler_, "handle-ioctl", G_CALLBACK(&EmulatedUsbDevice::onIoctl), this);
    g_signal_connect(handler_, "client-vanished", G_CALLBACK(&EmulatedUsbDevice::onClientVanished),
                     this);
    plug();
}

EmulatedUsbDevice::~EmulatedUsbDevice() {
    unplug();
    g_object_unref(handler_);
}

void EmulatedUsbDevice::plug() {
    ++deviceNumber_;
    {
        const std::scoped_lock lock(mutex_);
        pending_.clear();
        done_.clear();
        bus_ = Bus::attached;
        kernelHasIt_ = true;
        transfers_ = 0;
        leavesAt_.reset();
    }
    const std::string description = deviceDescription();
    GError* error = nullptr;
    // In this order: the testbed tells of the new device at once, and ends whoever opens one that
    // is half attached.
    if (!umockdev_testbed_attach_ioctl(testbed_.handle(), node().c_str(),
                                       UMOCKDEV_IOCTL_BASE(handler_), &error) ||
        !umockdev_testbed_add_from_string(testbed_.handle(), description.c_str(), &error))
        throw std::runtime_error(std::string("no emulated device: ") + error->message);
    listed_ = true;
}

void EmulatedUsbDevice::unplug() {
    {
        const std::scoped_lock lock(mutex_);
        bus_ = Bus::gone;
        completePending();
    }
    if (!std::exchange(listed_, false))
        return;
    umockdev_testbed_uevent(testbed_.handle(), devicePath().c_str(), "remove");
    umockdev_testbed_remove_device(testbed_.handle(), devicePath().c_str());
    umockdev_testbed_detach_ioctl(testbed_.handle(), node().c_str(), nullptr);
}

void EmulatedUsbDevice::unplugAtTransfer(int number) {
    const std::scoped_lock lock(mutex_);
    leavesAt_ = transfers_ + number;
}

int EmulatedUsbDevice::transfers() const {
    const std::scoped_lock lock(mutex_);
    return transfers_;
}

bool EmulatedUsbDevice::kernelHasIt() const {
    const std::scoped_lock lock(mutex_);
    return kernelHasIt_;
}

std::string EmulatedUsbDevice::devicePath() const {
    return "/sys/devices/pci0000:00/usb1/1-1";
}

std::string EmulatedUsbDevice::node() const {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "/dev/bus/usb/001/%03d", deviceNumber_);
    return text.data();
}

std::string EmulatedUsbDevice::deviceDescription() const {
    const Bytes described = function_.descriptors();
    const std::string hex = upperHex(described);
    const std::string name = node().substr(std::string("/dev/").size());
    const auto id = [&described](std::size_t at) {
        return toHex(Bytes{described[at + 1], described[at]});
    };
    std::string text;
    const auto line = [&text](const std::string& content) { text += content + "\n"; };
    // umockdev writes the line end of a sysfs attribute as the two characters \\n.
    const auto attribute = [&line](const std::string& content) { line("A: " + content + "\\n"); };
    line("P: /devices/pci0000:00/usb1/1-1");
    line("N: " + name + "=" + hex);
    line("E: SUBSYSTEM=usb");
    line("E: DEVTYPE=usb_device");
    line("E: DEVNAME=/dev/" + name);
    line("E: BUSNUM=001");
    line("E: DEVNUM=" + name.substr(name.size() - 3));
    line("E: MAJOR=189");
    line("E: MINOR=" + std::to_string(deviceNumber_ - 1));
    attribute("busnum=1");
    attribute("devnum=" + std::to_string(deviceNumber_));
    attribute("bConfigurationValue=1");
    attribute("bNumConfigurations=1");
    attribute("speed=12");
    attribute("idVendor=" + id(8));
    attribute("idProduct=" + id(10));
    line("H: descriptors=" + hex);
    line(""); // ends the device
    return text;
}

int EmulatedUsbDevice::onIoctl(void* /*handler*/, void* client, void* self) {
    whileCallerLives(asClient(client),
                     [&] { static_cast<EmulatedUsbDevice*>(self)->handle(client); });
    return TRUE;
}

void EmulatedUsbDevice::onClientVanished(void* /*handler*/, void* client, void* self) {
    auto* device = static_cast<EmulatedUsbDevice*>(self);
    const std::scoped_lock lock(device->mutex_);
    const auto isTheirs = [client](const auto& urb) { return urb->client == client; };
    std::erase_if(device->pending_, isTheirs);
    std::erase_if(device->done_, isTheirs);
}

void EmulatedUsbDevice::handle(void* client) {
    const std::scoped_lock lock(mutex_);
    const unsigned long request = umockdev_ioctl_client_get_request(asClient(client));
    if (request == USBDEVFS_REAPURBNDELAY || request == USBDEVFS_REAPURB)
        return reap(client); // also after the device went
    if (bus_ == Bus::gone)
        return answer(client, -1, ENODEV);
    switch (request) {
    case USBDEVFS_GET_CAPABILITIES:
        return answerCapabilities(client);
    case USBDEVFS_SUBMITURB:
        return submit(client);
    case USBDEVFS_DISCARDURB:
        return discard(client);
    case USBDEVFS_CLAIMINTERFACE:
        return answer(client, kernelHasIt_ ? -1 : 0, kernelHasIt_ ? EBUSY : 0);
    case USBDEVFS_DISCONNECT_CLAIM:
        kernelHasIt_ = false;
        return answer(client, 0, 0);
    case USBDEVFS_IOCTL: // only USBDEVFS_CONNECT is asked of it here
        kernelHasIt_ = true;
        return answer(client, 1, 0);
    case USBDEVFS_CLEAR_HALT:
    case USBDEVFS_RELEASEINTERFACE:
    case USBDEVFS_SETCONFIGURATION:
    case USBDEVFS_SETINTERFACE:
    case USBDEVFS_RESET:
        return answer(client, 0, 0);
    default: // what else the kernel knows, this device does not
        return answer(client, -1, ENOTTY);
    }
}

void EmulatedUsbDevice::answerCapabilities(void* client) {
    const std::uint32_t capabilities =
        USBDEVFS_CAP_BULK_CONTINUATION | USBDEVFS_CAP_NO_PACKET_SIZE_LIM |
        USBDEVFS_CAP_REAP_AFTER_DISCONNECT | USBDEVFS_CAP_ZERO_PACKET;
    const IoctlMemory target = memoryBehind(argumentOf(asClient(client)), 0, sizeof capabilities);
    overwrite(target, std::as_bytes(std::span(&capabilities, 1)));
    answer(client, 0, 0);
}

void EmulatedUsbDevice::submit(void* client) {
    IoctlMemory data = memoryBehind(argumentOf(asClient(client)), 0, sizeof(usbdevfs_urb));
    const auto size =
        static_cast<std::size_t>(reinterpret_cast<usbdevfs_urb*>(data->data)->buffer_length);
    IoctlMemory buffer = memoryBehind(data, offsetof(usbdevfs_urb, buffer), size);
    auto urb = std::make_unique<Urb>(Urb{client, std::move(data), std::move(buffer)});
    if (++transfers_ == leavesAt_) {
        leaveDuring(*urb);
        done_.push_back(std::move(urb));
    } else {
        pending_.push_back(std::move(urb));
        completePending();
    }
    answer(client, 0, 0);
}

/// The host sees a transfer that broke, and is not told how many bytes the device has had; only
/// the next one finds nobody there.
void EmulatedUsbDevice::leaveDuring(const Urb& urb) {
    bus_ = Bus::gone;
    urb.end(-EPROTO, 0);
    if (urb.isControl() || urb.isIn())
        return;
    const ByteView bytes = urb.bytes();
    static_cast<void>(function_.bulkOut(urb.fields().endpoint, bytes.first(bytes.size() / 2)));
}

void EmulatedUsbDevice::completePending() {
    std::erase_if(pending_, [this](std::unique_ptr<Urb>& urb) {
        if (!complete(*urb))
            return false;
        done_.push_back(std::move(urb));
        return true;
    });
}

/// Whether the transfer is over.
bool EmulatedUsbDevice::complete(Urb& urb) {
    if (bus_ == Bus::gone) {
        urb.end(-ESHUTDOWN, 0);
        return true;
    }
    const std::span<std::byte> bytes = urb.bytes();
    const std::uint8_t endpoint = urb.fields().endpoint;
    const bool out = !urb.isControl() && !urb.isIn();
    const UsbReply reply = urb.isControl() ? function_.control(urb.setup())
                           : out           ? function_.bulkOut(endpoint, bytes)
                                           : function_.bulkIn(endpoint, bytes.size());
    if (reply.kind == UsbReply::Kind::notYet)
        return false;
    if (reply.kind == UsbReply::Kind::stall) {
        urb.end(-EPIPE, 0);
        return true;
    }
    const std::span<std::byte> room = urb.isControl() ? bytes.subspan(kSetupSize) : bytes;
    const std::size_t count = std::min(room.size(), reply.bytes.size());
    std::copy_n(reply.bytes.begin(), count, room.begin());
    urb.end(0, out ? bytes.size() : count);
    return true;
}

void EmulatedUsbDevice::reap(void* client) {
    completePending();
    const auto next =
        std::ranges::find_if(done_, [client](const auto& each) { return each->client == client; });
    if (next == done_.end())
        return answer(client, -1, bus_ == Bus::gone ? ENODEV : EAGAIN);
    const std::unique_ptr<Urb> urb = std::move(*next);
    done_.erase(next);
    const IoctlMemory target = memoryBehind(argumentOf(asClient(client)), 0, sizeof(void*));
    umockdev_ioctl_data_set_ptr(target.get(), 0, urb->data.get());
    answer(client, 0, 0);
}

void EmulatedUsbDevice::discard(void* client) {
    const IoctlMemory argument = argumentOf(asClient(client));
    const auto address = *reinterpret_cast<unsigned long*>(argument->data);
    const auto urb = std::ranges::find_if(pending_, [client, address](const auto& each) {
        return each->client == client && each->data->client_addr == address;
    });
    if (urb == pending_.end())
        return answer(client, -1, EINVAL);
    (*urb)->end(-ENOENT, 0);
    done_.push_back(std::move(*urb));
    pending_.erase(urb);
    answer(client, 0, 0);
}

} // namespace kiosk::tests
