// SPDX-License-Identifier: Apache-2.0
#include "tests/support/emulated_sam_reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <utility>
#include <vector>

#include <linux/usbdevice_fs.h>
#include <sys/ioctl.h>

#include "tests/support/ioctl_memory.h"

namespace kiosk::tests {

namespace {

constexpr std::uint8_t kOutHeader = 0x02;
constexpr std::uint8_t kOutBody = 0x06;
constexpr std::uint8_t kInHeader = 0x81;
constexpr std::uint8_t kInBody = 0x85;
constexpr std::uint8_t kDirectionIn = 0x80;
constexpr int kMostDeviceNumbers = 127; ///< on a bus; then the kernel begins again

UMockdevIoctlClient* asClient(void* client) {
    return static_cast<UMockdevIoctlClient*>(client);
}

void answer(void* client, long result, int error) {
    umockdev_ioctl_client_complete(asClient(client), result, error);
}

std::vector<std::uint8_t> endpointAddresses(UsbFraming framing) {
    if (framing == UsbFraming::split)
        return {kOutHeader, kInHeader, kInBody, kOutBody};
    return {kInHeader, kOutHeader};
}

/// Class, subclass, protocol.
using InterfaceCode = std::array<unsigned, 3>;

/// Interface and endpoint descriptors (USB 2.0, chapters 9.6.5 and 9.6.6).
void addInterface(std::vector<unsigned>& values, unsigned number, const InterfaceCode& code,
                  const std::vector<std::uint8_t>& endpoints) {
    values.insert(values.end(), {9, 4, number, 0, static_cast<unsigned>(endpoints.size()), code[0],
                                 code[1], code[2], 0});
    for (std::uint8_t address : endpoints)
        values.insert(values.end(), {7, 5, address, 2, 64, 0, 0});
}

/// With device and configuration descriptors (chapters 9.6.1 and 9.6.3) before them.
Bytes descriptors(UsbFraming framing, UsbCompany company) {
    constexpr InterfaceCode kVendor{0xFF, 0, 0};
    constexpr InterfaceCode kMassStorage{0x08, 0x06, 0x50};
    constexpr InterfaceCode kBootKeyboard{0x03, 0x01, 0x01};
    std::vector<unsigned> interfaces;
    unsigned count = 0;
    if (company == UsbCompany::storage || company == UsbCompany::storageOnly)
        addInterface(interfaces, count++, kMassStorage, {0x83, 0x03});
    if (company == UsbCompany::keyboard)
        addInterface(interfaces, count++, kBootKeyboard, {});
    if (company != UsbCompany::storageOnly)
        addInterface(interfaces, count++, kVendor, endpointAddresses(framing));
    std::vector<unsigned> values{18,   1,    0x10, 0x01, 0xFF, 0, 0, 64, 0x00,
                                 0x04, 0x5A, 0xC3, 0,    1,    0, 0, 0,  1};
    values.insert(values.end(),
                  {9, 2, static_cast<unsigned>(9 + interfaces.size()), 0, count, 1, 0, 0x80, 50});
    values.insert(values.end(), interfaces.begin(), interfaces.end());
    Bytes bytes;
    for (unsigned value : values)
        bytes.push_back(static_cast<std::byte>(value));
    return bytes;
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
struct EmulatedSamReader::Urb {
    void* client; ///< the open file it belongs to: another process may have the device open too
    IoctlMemory data;
    IoctlMemory buffer;

    usbdevfs_urb& fields() const { return *reinterpret_cast<usbdevfs_urb*>(data->data); }
    bool isIn() const { return (fields().endpoint & kDirectionIn) != 0; }
    std::size_t size() const { return static_cast<std::size_t>(fields().buffer_length); }
};

EmulatedSamReader::EmulatedSamReader(MockTestbed& testbed, SamDeviceModel& model,
                                     UsbFraming framing, int port, UsbCompany company)
    : testbed_(testbed),
      model_(model),
      framing_(framing),
      port_(port),
      company_(company),
      handler_(umockdev_ioctl_base_new()),
      deviceNumber_(kMostDeviceNumbers / 4 * (port - 1)) {
    g_signal_connect(handler_, "handle-ioctl", G_CALLBACK(&EmulatedSamReader::onIoctl), this);
    g_signal_connect(handler_, "client-vanished", G_CALLBACK(&EmulatedSamReader::onClientVanished),
                     this);
    plug();
}

EmulatedSamReader::~EmulatedSamReader() {
    unplug();
    g_object_unref(handler_);
}

void EmulatedSamReader::plug() {
    deviceNumber_ = deviceNumber_ % kMostDeviceNumbers + 1;
    {
        const std::scoped_lock lock(mutex_);
        forgetTransfers();
        bus_ = Bus::attached;
    }
    model_.powerCycle();
    const std::string description = deviceDescription();
    GError* error = nullptr;
    // In this order: the testbed tells of the new device at once, and ends whoever opens one that
    // is half attached.
    if (!umockdev_testbed_attach_ioctl(testbed_.handle(), node().c_str(),
                                       UMOCKDEV_IOCTL_BASE(handler_), &error) ||
        !umockdev_testbed_add_from_string(testbed_.handle(), description.c_str(), &error))
        throw std::runtime_error(std::string("no emulated reader: ") + error->message);
    listed_ = true;
}

void EmulatedSamReader::unplug() {
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

void EmulatedSamReader::cutCable(const UsbCut& cut) {
    const std::scoped_lock lock(mutex_);
    cut_ = cut;
}

std::size_t EmulatedSamReader::passed(UsbWay way) {
    const std::scoped_lock lock(mutex_);
    return passed_.at(way);
}

std::string EmulatedSamReader::devicePath() const {
    return "/sys/devices/pci0000:00/usb1/1-" + std::to_string(port_);
}

std::string EmulatedSamReader::node() const {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "/dev/bus/usb/001/%03d", deviceNumber_);
    return text.data();
}

std::string EmulatedSamReader::deviceDescription() const {
    const std::string hex = upperHex(descriptors(framing_, company_));
    const std::string name = node().substr(std::string("/dev/").size());
    std::string text;
    const auto line = [&text](const std::string& content) { text += content + "\n"; };
    // umockdev writes the line end of a sysfs attribute as the two characters \\n.
    const auto attribute = [&line](const std::string& content) { line("A: " + content + "\\n"); };
    line("P: " + devicePath().substr(std::string("/sys").size()));
    line("N: " + name + "=" + hex);
    line("E: SUBSYSTEM=usb");
    line("E: DEVTYPE=usb_device");
    line("E: DEVNAME=/dev/" + name);
    line("E: BUSNUM=001");
    line("E: DEVNUM=" + name.substr(name.size() - 3));
    line("E: MAJOR=189");
    line("E: MINOR=" + std::to_string(deviceNumber_ - 1));
    line("E: PRODUCT=400/c35a/100");
    attribute("busnum=1");
    attribute("devnum=" + std::to_string(deviceNumber_));
    attribute("bConfigurationValue=1");
    attribute("bNumConfigurations=1");
    attribute("speed=12");
    attribute("idVendor=0400");
    attribute("idProduct=c35a");
    line("H: descriptors=" + hex);
    line(""); // ends the device
    return text;
}

int EmulatedSamReader::onIoctl(void* /*handler*/, void* client, void* self) {
    whileCallerLives(asClient(client),
                     [&] { static_cast<EmulatedSamReader*>(self)->handle(client); });
    return TRUE;
}

void EmulatedSamReader::onClientVanished(void* /*handler*/, void* client, void* self) {
    auto* reader = static_cast<EmulatedSamReader*>(self);
    const std::scoped_lock lock(reader->mutex_);
    const auto isTheirs = [client](const auto& urb) { return urb->client == client; };
    std::erase_if(reader->pending_, isTheirs);
    std::erase_if(reader->done_, isTheirs);
}

void EmulatedSamReader::handle(void* client) {
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
    case USBDEVFS_CLEAR_HALT:
        stalled_ = false;
        return answer(client, 0, 0);
    case USBDEVFS_CLAIMINTERFACE:
    case USBDEVFS_DISCONNECT_CLAIM:
    case USBDEVFS_RELEASEINTERFACE:
    case USBDEVFS_SETCONFIGURATION:
    case USBDEVFS_RESET:
        return answer(client, 0, 0);
    default: // what else the kernel knows, this device does not
        return answer(client, -1, ENOTTY);
    }
}

void EmulatedSamReader::answerCapabilities(void* client) {
    const std::uint32_t capabilities =
        USBDEVFS_CAP_BULK_CONTINUATION | USBDEVFS_CAP_NO_PACKET_SIZE_LIM |
        USBDEVFS_CAP_REAP_AFTER_DISCONNECT | USBDEVFS_CAP_ZERO_PACKET;
    const IoctlMemory target = memoryBehind(argumentOf(asClient(client)), 0, sizeof capabilities);
    overwrite(target, std::as_bytes(std::span(&capabilities, 1)));
    answer(client, 0, 0);
}

void EmulatedSamReader::submit(void* client) {
    IoctlMemory data = memoryBehind(argumentOf(asClient(client)), 0, sizeof(usbdevfs_urb));
    const auto size =
        static_cast<std::size_t>(reinterpret_cast<usbdevfs_urb*>(data->data)->buffer_length);
    IoctlMemory buffer = memoryBehind(data, offsetof(usbdevfs_urb, buffer), size);
    carryOut(std::make_unique<Urb>(Urb{client, std::move(data), std::move(buffer)}));
    answer(client, 0, 0);
}

void EmulatedSamReader::carryOut(std::unique_ptr<Urb> urb) {
    if (urb->fields().type != USBDEVFS_URB_TYPE_BULK) {
        urb->fields().status = -EPIPE; // no string descriptors, no vendor requests
        done_.push_back(std::move(urb));
        return;
    }
    if (urb->isIn()) {
        pending_.push_back(std::move(urb));
    } else {
        takeFromHost(*urb);
        done_.push_back(std::move(urb));
    }
    completePending();
}

void EmulatedSamReader::takeFromHost(Urb& urb) {
    const std::size_t count = letThrough(UsbWay::toReader, urb.size());
    if (isCut(UsbWay::toReader))
        return endAtCut(urb, count); // a reader without power answers nothing
    const auto bytes = std::as_bytes(std::span(urb.buffer->data, count));
    urb.fields().actual_length = urb.fields().buffer_length;
    urb.fields().status = 0;
    if (auto delivery = model_.receive(bytes))
        deliver(std::move(*delivery));
}

void EmulatedSamReader::deliver(SamDeviceModel::Delivery delivery) {
    using enum SamDeviceModel::Delivery::End;
    stalled_ = delivery.end == stall;
    leaveWhenDrained_ = delivery.end == unplug;
    const ByteView bytes = delivery.bytes;
    const std::size_t header = framing_ == UsbFraming::split
                                   ? std::min(drivers::sam::kHeaderSize, bytes.size())
                                   : bytes.size();
    auto& first = toHost_[kInHeader];
    first.insert(first.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(header));
    auto& second = toHost_[kInBody];
    second.insert(second.end(), bytes.begin() + static_cast<std::ptrdiff_t>(header), bytes.end());
}

void EmulatedSamReader::completePending() {
    while (!pending_.empty()) {
        if (!complete(*pending_.front()))
            return;
        done_.push_back(std::move(pending_.front()));
        pending_.pop_front();
    }
}

/// Fills the transfer if there is something to fill it with; whether it is done.
bool EmulatedSamReader::complete(Urb& urb) {
    std::deque<std::byte>& queue = toHost_[urb.fields().endpoint];
    if (queue.empty() && leaveWhenDrained_)
        bus_ = Bus::gone;
    if (bus_ == Bus::gone || stalled_) {
        urb.fields().status = bus_ == Bus::gone ? -ESHUTDOWN : -EPIPE;
        return true;
    }
    if (queue.empty() && !isCut(UsbWay::toHost))
        return false;
    const std::size_t count = letThrough(UsbWay::toHost, std::min(urb.size(), queue.size()));
    const auto end = queue.begin() + static_cast<std::ptrdiff_t>(count);
    std::copy(queue.begin(), end,
              std::as_writable_bytes(std::span(urb.buffer->data, count)).begin());
    queue.erase(queue.begin(), end);
    if (isCut(UsbWay::toHost)) {
        endAtCut(urb, count);
        return true;
    }
    urb.fields().actual_length = static_cast<int>(count);
    urb.fields().status = 0;
    return true;
}

std::size_t EmulatedSamReader::letThrough(UsbWay way, std::size_t count) {
    std::size_t& passed = passed_[way];
    if (cut_ && cut_->way == way)
        count = std::min(count, cut_->after - passed);
    passed += count;
    return count;
}

bool EmulatedSamReader::isCut(UsbWay way) const {
    return cut_ && cut_->way == way && passed_.at(way) == cut_->after;
}

void EmulatedSamReader::endAtCut(Urb& urb, std::size_t count) {
    using enum UsbCut::Ending;
    const UsbCut::Ending ending = cut_->ending;
    bus_ = Bus::gone;
    cut_.reset();
    urb.fields().actual_length = static_cast<int>(count);
    urb.fields().status = ending == transferError ? -EPROTO : -ESHUTDOWN;
    if (ending == quietly && count > 0)
        urb.fields().status = 0;
}

void EmulatedSamReader::reap(void* client) {
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

void EmulatedSamReader::discard(void* client) {
    const IoctlMemory argument = argumentOf(asClient(client));
    const auto address = *reinterpret_cast<unsigned long*>(argument->data);
    const auto urb = std::ranges::find_if(pending_, [client, address](const auto& each) {
        return each->client == client && each->data->client_addr == address;
    });
    if (urb == pending_.end())
        return answer(client, -1, EINVAL);
    (*urb)->fields().status = -ENOENT;
    done_.push_back(std::move(*urb));
    pending_.erase(urb);
    answer(client, 0, 0);
}

void EmulatedSamReader::forgetTransfers() {
    cut_.reset();
    passed_ = {{UsbWay::toHost, 0}, {UsbWay::toReader, 0}};
    pending_.clear();
    done_.clear();
    toHost_.clear();
    stalled_ = false;
    leaveWhenDrained_ = false;
}

} // namespace kiosk::tests
