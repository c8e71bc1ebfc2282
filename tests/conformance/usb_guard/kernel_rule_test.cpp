// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/app/kioskctl/command.h"
#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "tests/conformance/usb_guard/bus.h"
#include "tests/support/caught_output.h"

using namespace kiosk;
using namespace kiosk::tests;

namespace {

constexpr std::string_view kInstalledList = "/etc/kiosk/usb_devices.json";

std::string rule() {
    return toText(readFile(KIOSK_SOURCE_DIR "/board/usb/60-kiosk-usb.rules").value());
}

/// The one line that authorises.
std::string authorisingLine() {
    const std::string text = rule();
    for (const std::string_view line : split(text, '\n'))
        if (line.find("ATTR{authorized}=\"1\"") != std::string_view::npos)
            return std::string(line);
    return {};
}

/// Runs the rule's command as udev does for a device with this name in the kernel.
int askedByUdev(const std::string& kernelName) {
    const std::string line = authorisingLine();
    const std::string start = "PROGRAM==\"/usr/bin/kioskctl ";
    REQUIRE(line.starts_with(start));
    const std::string command = line.substr(start.size(), line.find("\",") - start.size());
    std::vector<std::string> words;
    for (const std::string_view word : split(command, ' '))
        words.emplace_back(word == "%k"             ? kernelName
                           : word == kInstalledList ? kShippedList
                                                    : word);
    REQUIRE(words.size() > 2);
    const auto known = app::usbCommands();
    const auto named = std::ranges::find(known, words[0] + " " + words[1], &app::Command::words);
    REQUIRE(named != known.end());
    const std::vector<std::string_view> rest(words.begin() + 2, words.end());
    return catchOutput([&] { return named->run(rest); }).exitCode;
}

} // namespace

TEST_CASE("S1 the kernel may use a device when the list allows it, and no other") {
    SamDeviceModel model;
    const EmulatedSamReader good(guardedBus(), model, UsbFraming::single, 1);
    const EmulatedSamReader typing(guardedBus(), model, UsbFraming::single, 2,
                                   UsbCompany::keyboard);
    const EmulatedSamReader disk(guardedBus(), model, UsbFraming::single, 3,
                                 UsbCompany::storageOnly);
    CHECK(askedByUdev("1-1") == app::kExitDone);
    CHECK(askedByUdev("1-2") == app::kExitNotValid);
    CHECK(askedByUdev("1-3") == app::kExitNotValid);
    CHECK(askedByUdev("1-4") == app::kExitCannot);
}

TEST_CASE("S1 the kernel's rule leaves alone what is no USB device or has been authorised") {
    const std::string text = rule();
    const std::size_t authorising = text.find("PROGRAM==");
    for (const std::string_view passed :
         {"ACTION!=\"add\", GOTO=\"kiosk_usb_end\"", "SUBSYSTEM!=\"usb\", GOTO=\"kiosk_usb_end\"",
          "ENV{DEVTYPE}!=\"usb_device\", GOTO=\"kiosk_usb_end\"",
          "ATTR{authorized}!=\"0\", GOTO=\"kiosk_usb_end\""})
        CHECK(text.find(passed) < authorising);
    CHECK(text.find("LABEL=\"kiosk_usb_end\"") > authorising);
    // Nothing else in it authorises anything.
    CHECK(std::ranges::count(split(text, '\n'), authorisingLine()) == 1);
    CHECK(text.find("ATTR{authorized}=\"1\"") == text.rfind("ATTR{authorized}=\"1\""));
}

TEST_CASE("S1 kioskctl lists what is attached and why it is refused") {
    SamDeviceModel model;
    const EmulatedSamReader typing(guardedBus(), model, UsbFraming::single, 2,
                                   UsbCompany::keyboard);
    const auto named = app::usbCommands().front();
    const std::vector<std::string_view> words{"--config", "nowhere.json"};
    CHECK(catchOutput([&] { return named.run(words); }).exitCode == app::kExitCannot);
    const auto answer = catchOutput([&] {
        return app::usbCommands()[1].run(
            std::vector<std::string_view>{"--list", kShippedList, "1-2"});
    });
    CHECK(answer.out == "1-2 0400:c35a 03/01/01 ff/00/00: it offers 03/01/01 too\n");
}
