// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/printer/device_id.h"
#include "drivers/printer/usb_class/answers.h"

using namespace kiosk;
using namespace kiosk::drivers;

namespace {

Bytes withLength(unsigned length, std::string_view text) {
    Bytes answer{static_cast<std::byte>(length >> 8U), static_cast<std::byte>(length)};
    const ByteView rest = bytesOf(text);
    answer.insert(answer.end(), rest.begin(), rest.end());
    return answer;
}

} // namespace

TEST_CASE("D1 a device id is read however the printer spells it") {
    for (const char* spelt : {"MFG:Custom;CMD:ESC/POS;MDL:K80;CLS:PRINTER;SN:7;",
                              "MANUFACTURER:Custom;COMMAND SET:ESC/POS;MODEL:K80;SERIALNUMBER:7;",
                              " mfg : Custom ;\r\nmdl:K80\n;SERN:7;cmd:ESC/POS",
                              ";;nonsense;MDL:K80;MFG:Custom;SN:7;"
                              "CMD:ESC/POS;MDL:another"}) {
        CAPTURE(spelt);
        const DeviceId id = parseDeviceId(spelt);
        CHECK(id.manufacturer == "Custom");
        CHECK(id.model == "K80");
        CHECK(id.serial == "7");
        CHECK(id.commandSets == "ESC/POS");
    }
}

TEST_CASE("D1 what is no text in a device id does not reach a record") {
    CHECK(parseDeviceId("MDL:K\x01\x7F"
                        "80")
              .model == "K??80");
    CHECK(parseDeviceId("MDL:K\xB4\xF2").model == "K??");
    CHECK(parseDeviceId("MDL:得实").model == "得实");
    CHECK(parseDeviceId("").model.empty());
}

TEST_CASE("D1 a device id's length counts itself, and is not believed when it lies") {
    const std::string text = "MDL:K80;";
    const auto size = static_cast<unsigned>(text.size() + 2);
    CHECK(usb::deviceIdText(withLength(size, text)) == text);
    CHECK(usb::deviceIdText(withLength(size, text + "more")) == text);
    CHECK(usb::deviceIdText(withLength(size << 8U, text)) == text); // little-endian
    CHECK(usb::deviceIdText(withLength(0, text)) == text);
    CHECK(usb::deviceIdText(withLength(2, text)).empty());
    CHECK(usb::deviceIdText({}).empty());
    CHECK(usb::deviceIdText(Bytes(1)).empty());
}
