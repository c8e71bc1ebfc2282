// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/fault.h"

namespace kiosk::faults {

namespace {

using enum health::Service;
using Plant = std::function<void(Site&, Devices&)>;

Plant says(const std::string& key, const nlohmann::json& value) {
    return [key, value](Site& site, Devices&) { site.config[key] = value; };
}

} // namespace

std::vector<Fault> configurationFaults() {
    using enum Remedy;
    return {
        {"a comma forgotten", "config.syntax", configuration, kEverything,
         [](Site& site, Devices&) {
             site.put("{\n  \"place\": \"here\"\n  \"state\": \"s\"\n}\n");
         }},
        {"a key mistyped", "config.unknown-key", configuration, kEverything,
         says("codeScaner", {{"module", "scanner-keys"}})},
        {"a needed key left out", "config.missing", configuration, kEverything,
         [](Site& site, Devices&) { site.config.erase("camera"); }},
        {"a text where an object belongs", "config.wrong", configuration, kEverything,
         says("board", "portrait")},
        {"a width no panel has", "config.wrong", configuration, kEverything,
         [](Site& site, Devices&) { site.config["board"]["widthPx"] = 100000; }},
        {"a list of regions that is not there", "config.unreadable", configuration, kEverything,
         says("regions", "nowhere.json")},
        {"a driver nobody has",
         "config.unknown-module",
         configuration,
         {identify},
         says("cardReader", {{"module", "sam-usbb"}})},
        {"a printer's address mistyped",
         "printer.address",
         configuration,
         {print},
         [](Site& site, Devices&) { site.config["printer"]["at"] = "ipp//printer"; }},
        {"assets elsewhere", "assets.missing", configuration, kEverything,
         [](Site& site, Devices&) {
             site.config["assets"] = "elsewhere";
             site.config["usbDevices"] = KIOSK_SOURCE_DIR "/assets/usb_devices.json";
         }},
        {"a list of allowed devices that is not there", "device.allow-list", configuration,
         kEverything, says("usbDevices", "nowhere.json")},
    };
}

} // namespace kiosk::faults
