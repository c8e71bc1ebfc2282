// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "drivers/usb_guard/descriptors.h"

namespace kiosk::drivers {

namespace {

const std::string kDevice = "12011001ff0000400004 5ac3000100000001";
const std::string kReader = "0904000002ff000000 07058102400000 07050202400000";
const std::string kKeyboard = "0904010001030101 00 092111010001223f00 0705830308000a";

/// A configuration that holds these descriptors.
std::string configuration(const std::string& inside) {
    std::string plain;
    std::ranges::copy_if(inside, std::back_inserter(plain), [](char c) { return c != ' '; });
    return "0902" + toHex(Bytes{static_cast<std::byte>(9 + plain.size() / 2), std::byte{}}) +
           "010100 8032" + plain;
}

Result<UsbOffer> parsed(std::string hex) {
    std::erase(hex, ' ');
    return parseDescriptors(*fromHex(hex));
}

} // namespace

TEST_CASE("S6 a device's id and all of its interfaces are read from its descriptors") {
    const auto offer = parsed(kDevice + configuration(kReader + kKeyboard + kReader));
    REQUIRE(offer);
    CHECK(textOf(offer->id) == "0400:c35a");
    REQUIRE(offer->interfaces.size() == 2);
    CHECK(textOf(offer->interfaces[0]) == "03/01/01");
    CHECK(textOf(offer->interfaces[1]) == "ff/00/00");
}

TEST_CASE("S6 an interface of a second configuration or setting is read too") {
    std::string device = kDevice;
    device.replace(device.size() - 1, 1, "2");
    const auto offer = parsed(device + configuration(kReader) + configuration(kKeyboard));
    REQUIRE(offer);
    CHECK(offer->interfaces.size() == 2);
}

TEST_CASE("S6 descriptors that are not quite right are refused, whatever they hide") {
    const std::string good = configuration(kReader);
    REQUIRE(parsed(kDevice + good));
    std::string longer = good;
    longer.replace(4, 2, "30"); // a total length beyond what is there
    std::string shorter = good;
    shorter.replace(4, 2, "12"); // the second pipe stands outside
    for (const std::string& bad :
         {std::string(), kDevice, kDevice + good + good, kDevice + good + "00", kDevice + longer,
          kDevice + shorter, good, kDevice + configuration("0204"), kDevice + configuration("0105"),
          kDevice + configuration("0005"), kDevice + configuration(kReader + good),
          kDevice + configuration("0904000002ff0000"),
          kDevice + std::string(2 * kMostDescriptorBytes, '0')}) {
        CAPTURE(bad.substr(0, 100));
        const auto offer = parsed(bad);
        REQUIRE_FALSE(offer);
        CHECK(offer.error().code() == "device.descriptors");
    }
}

TEST_CASE("S6 descriptors cut after any byte are refused") {
    std::string hex = kDevice + configuration(kReader + kKeyboard);
    std::erase(hex, ' ');
    const Bytes whole = *fromHex(hex);
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK_FALSE(parseDescriptors(ByteView(whole).first(size)));
}

} // namespace kiosk::drivers
