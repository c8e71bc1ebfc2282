// SPDX-License-Identifier: Apache-2.0
#include "drivers/usb_guard/descriptors.h"

#include <algorithm>
#include <tuple>

namespace kiosk::drivers {

namespace {

/// bDescriptorType (USB 2.0, table 9-5).
enum Type : std::uint8_t { kDevice = 1, kConfiguration = 2, kInterface = 4 };

constexpr std::size_t kDeviceSize = 18;
constexpr std::size_t kConfigurationSize = 9;
constexpr std::size_t kInterfaceSize = 9;
constexpr std::size_t kHeaderSize = 2;

std::unexpected<Error> wrong(std::string_view why) {
    return fail(ErrorKind::malformed, "device.descriptors", Remedy::supplier, why);
}

std::uint8_t byteAt(ByteView bytes, std::size_t at) {
    return std::to_integer<std::uint8_t>(bytes[at]);
}

std::uint16_t wordAt(ByteView bytes, std::size_t at) {
    return static_cast<std::uint16_t>(byteAt(bytes, at) | byteAt(bytes, at + 1) << 8U);
}

/// One descriptor, header included.
struct Descriptor {
    std::uint8_t type;
    ByteView bytes;
};

/// The next of them, taken off the front.
Result<Descriptor> takeFrom(ByteView& rest) {
    const std::size_t length = rest.size() < kHeaderSize ? 0 : byteAt(rest, 0);
    if (length < kHeaderSize || length > rest.size())
        return wrong("a descriptor of a wrong length");
    const Descriptor next{byteAt(rest, 1), rest.first(length)};
    rest = rest.subspan(length);
    return next;
}

/// The next of them, which must be of this kind and at least so long.
Result<ByteView> take(ByteView& rest, Type type, std::size_t size) {
    const Descriptor next = TRY(takeFrom(rest));
    if (next.type != type || next.bytes.size() < size)
        return wrong("a descriptor of another kind is expected");
    return next.bytes;
}

/// The interfaces of the configuration at the front, which is taken off.
Result<> takeConfiguration(ByteView& rest, std::vector<UsbInterfaceCode>& interfaces) {
    const ByteView all = rest;
    const ByteView head = TRY(take(rest, kConfiguration, kConfigurationSize));
    const std::size_t total = wordAt(head, 2);
    if (total < head.size() || total > all.size())
        return wrong("a configuration of a wrong length");
    ByteView inside = all.subspan(head.size(), total - head.size());
    while (!inside.empty()) {
        const Descriptor next = TRY(takeFrom(inside));
        if (next.type == kDevice || next.type == kConfiguration)
            return wrong("a configuration that holds another");
        if (next.type != kInterface)
            continue;
        if (next.bytes.size() < kInterfaceSize)
            return wrong("an interface of a wrong length");
        interfaces.push_back({byteAt(next.bytes, 5), byteAt(next.bytes, 6), byteAt(next.bytes, 7)});
    }
    rest = all.subspan(total);
    return {};
}

std::string hexText(std::uint8_t value) {
    return toHex(Bytes{std::byte{value}});
}

std::string hexText(std::uint16_t value) {
    return hexText(static_cast<std::uint8_t>(value >> 8U)) +
           hexText(static_cast<std::uint8_t>(value & 0xFFU));
}

} // namespace

Result<UsbOffer> parseDescriptors(ByteView bytes) {
    if (bytes.size() > kMostDescriptorBytes)
        return wrong("too long");
    const ByteView device = TRY(take(bytes, kDevice, kDeviceSize));
    UsbOffer offer{.id = {wordAt(device, 8), wordAt(device, 10)}};
    int configurations = 0;
    for (; !bytes.empty(); ++configurations)
        TRY(takeConfiguration(bytes, offer.interfaces));
    if (configurations != byteAt(device, 17))
        return wrong("another number of configurations than it says");
    const auto order = [](const UsbInterfaceCode& code) {
        return std::tuple(code.classCode, code.subclass, code.protocol);
    };
    std::ranges::sort(offer.interfaces, {}, order);
    const auto again = std::ranges::unique(offer.interfaces);
    offer.interfaces.erase(again.begin(), again.end());
    return offer;
}

std::string textOf(const UsbId& id) {
    return hexText(id.vendor) + ":" + hexText(id.product);
}

std::string textOf(const UsbInterfaceCode& code) {
    return hexText(code.classCode) + "/" + hexText(code.subclass) + "/" + hexText(code.protocol);
}

} // namespace kiosk::drivers
