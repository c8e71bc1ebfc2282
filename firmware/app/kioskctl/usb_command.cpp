// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "drivers/usb_guard/usb_guard.h"
#include "firmware/app/config.h"
#include "firmware/app/kioskctl/command.h"

namespace kiosk::app {

namespace {

using drivers::AllowList;
using drivers::UsbDevice;
using drivers::UsbJudgement;

std::string joinedParts(const UsbJudgement& judgement) {
    std::string text;
    for (const std::string& part : judgement.parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

nlohmann::json usbJson(const UsbDevice& device, const UsbJudgement& judgement) {
    nlohmann::json interfaces = nlohmann::json::array();
    for (const auto& interface :
         device.interfaces.value_or(std::vector<drivers::UsbInterfaceCode>()))
        interfaces.push_back(textOf(interface));
    return {{"port", device.port},
            {"id", textOf(device.id)},
            {"serial", device.serial},
            {"interfaces", interfaces},
            {"allowed", judgement.isAllowed()},
            {"parts", judgement.parts},
            {"objection", judgement.objection}};
}

Result<int> listUsb(const Arguments& arguments) {
    const Config config = TRY(loadConfig(arguments.required("--config")));
    const AllowList allowed = TRY(AllowList::load(config.usbDevices));
    nlohmann::json devices = nlohmann::json::array();
    bool allAllowed = true;
    for (const UsbDevice& device : drivers::attachedUsbDevices()) {
        const UsbJudgement judgement = allowed.judge(device);
        allAllowed = allAllowed && judgement.isAllowed();
        if (arguments.has("--json"))
            devices.push_back(usbJson(device, judgement));
        else
            std::printf(
                "%-8s %s (%s)\n", judgement.isAllowed() ? "allowed" : "REFUSED",
                textOf(device).c_str(),
                (judgement.isAllowed() ? joinedParts(judgement) : judgement.objection).c_str());
    }
    if (arguments.has("--json"))
        std::puts(nlohmann::json{{"devices", devices}}.dump(2).c_str());
    return allAllowed ? kExitDone : kExitNotValid;
}

/// What udev asks before the kernel may use a device.
Result<int> admitUsb(const Arguments& arguments) {
    const AllowList allowed = TRY(AllowList::load(arguments.required("--list")));
    const auto attached = drivers::attachedUsbDevices();
    const auto device = std::ranges::find(attached, arguments.rest().front(), &UsbDevice::port);
    if (device == attached.end())
        return fail(ErrorKind::notFound, "device.not-attached", Remedy::technician,
                    arguments.rest().front());
    const UsbJudgement judgement = allowed.judge(*device);
    std::printf("%s: %s\n", textOf(*device).c_str(),
                judgement.isAllowed() ? "allowed" : judgement.objection.c_str());
    return judgement.isAllowed() ? kExitDone : kExitNotValid;
}

constexpr std::array kCommands{
    Command{.words = "usb list",
            .purpose = "lists the devices on USB and whether the kiosk's list allows them",
            .options = {kConfigOption, kJsonOption},
            .exits = {{kExitDone, "all are allowed"}, {kExitNotValid, "some device is not"}},
            .example = "usb list --config /data/site/kiosk.json",
            .act = listUsb},
    Command{.words = "usb admit",
            .purpose = "asked by udev when a device is plugged in: 0 when the list allows it",
            .options = {{"--list", "FILE", "the allowed devices", Need::required}},
            .operands = {{"PORT", "the device, as the kernel names its port"}},
            .exits = {{kExitDone, "the list allows it"}, {kExitNotValid, "it does not"}},
            .example = "usb admit --list /etc/kiosk/usb_devices.json 1-1.2",
            .act = admitUsb},
};

} // namespace

std::span<const Command> usbCommands() {
    return kCommands;
}

} // namespace kiosk::app
