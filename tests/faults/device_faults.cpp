// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/fault.h"
#include "tests/support/fake_ipp_server.h"

namespace kiosk::faults {

namespace {

using enum health::Service;
using drivers::CabinetDoor;
using drivers::PowerSupply;
using drivers::TamperSensor;
using tests::FakeIppReply;
using Plant = std::function<void(Site&, Devices&)>;
using RollFault = tests::ReceiptPrinterModel::Fault;

/// A printer on the network that says this of itself, for what `ippeveprinter` cannot be made to.
Plant printerSays(const std::string& reason) {
    return [reason](Site& site, Devices& devices) {
        auto printer = std::make_shared<tests::FakeIppServer>([reason](const std::string& request) {
            return FakeIppReply(request, 0)
                .group(FakeIppReply::Tag::printerGroup)
                .number(FakeIppReply::Tag::enumeration, "printer-state", 5)
                .text(FakeIppReply::Tag::keyword, "printer-state-reasons", reason)
                .http();
        });
        site.config["printer"]["at"] = printer->uri();
        devices.more = printer;
    };
}

/// One that is there and answers with this, or with nothing.
Plant printerAnswers(const std::optional<std::string>& bytes) {
    return [bytes](Site& site, Devices& devices) {
        auto printer =
            std::make_shared<tests::FakeIppServer>([bytes](const std::string&) { return bytes; });
        site.config["printer"]["at"] = printer->uri();
        devices.more = printer;
    };
}

Plant cabinetBecomes(const drivers::CabinetState& state) {
    return [state](Site&, Devices& devices) { devices.board.become(state); };
}

Plant rollHas(RollFault fault) {
    return [fault](Site&, Devices& devices) { devices.roll.begin(fault); };
}

Plant driver(const std::string& section, const std::string& module) {
    return [section, module](Site& site, Devices&) {
        site.config[section] = {{"module", "vendor"},
                                {"at", KIOSK_BINARY_DIR "/vendor/" + module + ".so"}};
    };
}

std::vector<Fault> readerFaults() {
    using enum Remedy;
    return {
        {"reader unplugged",
         "reader.gone",
         technician,
         {identify},
         [](Site&, Devices& d) { d.reader.unplug(); }},
        {"reader says nothing",
         "reader.silent",
         technician,
         {identify},
         [](Site&, Devices& d) {
             for (int times = 0; times < 8; ++times)
                 for (const auto command : {drivers::sam::kResetModule, drivers::sam::kModuleStatus,
                                            drivers::sam::kReadSamId})
                     d.module.inject({.kind = tests::SamFault::Kind::silence, .on = command});
         }},
        {"security module is another than on record",
         "reader.other-sam",
         technician,
         {identify},
         [](Site& site, Devices&) {
             site.config["cardReader"]["samNumber"] = "05.03-20100101-000099999-012345678";
         }},
        {"reader is another than on record",
         "device.other-part",
         technician,
         {identify},
         [](Site& site, Devices&) {
             writeFile(site.state() / "parts.json",
                       bytesOf(R"({"cardReader": {"module": "sam-serial", "model": "SAM V",
                               "serial": "05.03-20100101-000099999-012345678", "firmware": "", "port": "",
                               "acceptedAt": "2026-11-01T00:00:00Z"}})"))
                 .value();
         }},
        {"reader's driver dies when it is opened",
         "device.died",
         technician,
         {identify},
         driver("cardReader", "faults_dies")},
        {"reader's driver never comes back",
         "device.hung",
         technician,
         {identify},
         driver("cardReader", "faults_hangs")},
    };
}

std::vector<Fault> printerFaults() {
    using enum Remedy;
    return {
        {"tray empty",
         "printer.paper-out",
         attendant,
         {print},
         [](Site&, Devices&) { surroundings().printer->putSheets(0).value(); }},
        {"tray nearly empty",
         "printer.paper-low",
         attendant,
         {},
         [](Site&, Devices&) { surroundings().printer->putSheets(5).value(); }},
        {"toner gone",
         "printer.toner-out",
         attendant,
         {print},
         [](Site&, Devices&) { surroundings().printer->setTonerPercent(0).value(); }},
        {"toner nearly gone",
         "printer.toner-low",
         attendant,
         {},
         [](Site&, Devices&) { surroundings().printer->setTonerPercent(5).value(); }},
        {"paper jammed", "printer.paper-jam", attendant, {print}, printerSays("media-jam-error")},
        {"cover open", "printer.cover-open", attendant, {print}, printerSays("cover-open-error")},
        {"printer broken by its own word",
         "printer.not-ready",
         technician,
         {print},
         printerSays("opc-life-over-error")},
        {"printer without power",
         "printer.gone",
         technician,
         {print},
         [](Site&, Devices&) { surroundings().printer->cutPower(); }},
        {"printer takes the question and says nothing",
         "printer.silent",
         technician,
         {print},
         printerAnswers(std::nullopt)},
        {"printer answers something else",
         "printer.malformed-answer",
         supplier,
         {print},
         printerAnswers("HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: "
                        "4\r\n\r\nwhat")},
        {"roll of the slip printer at its end",
         "printer.paper-out",
         attendant,
         {},
         rollHas(RollFault::paperOut)},
        {"slip printer's cover open",
         "printer.cover-open",
         attendant,
         {},
         rollHas(RollFault::coverOpen)},
        {"slip printer's cutter stuck",
         "printer.paper-jam",
         attendant,
         {},
         rollHas(RollFault::cutterJam)},
        {"slip printer says nothing", "printer.silent", technician, {}, rollHas(RollFault::mute)},
        {"slip printer unplugged",
         "printer.gone",
         technician,
         {},
         [](Site&, Devices& d) { d.rollLine.unplug(); }},
    };
}

std::vector<Fault> cabinetFaults() {
    using enum Remedy;
    return {
        {"service door open", "cabinet.opened", technician, kEverything,
         cabinetBecomes({.door = CabinetDoor::open})},
        {"somebody tampered", "cabinet.tampered", technician, kEverything,
         cabinetBecomes({.tamper = TamperSensor::on})},
        {"battery nearly empty", "cabinet.battery-low", technician, kEverything,
         cabinetBecomes({.power = PowerSupply::batteryLow})},
        {"cabinet's board unplugged",
         "serial.not-found",
         technician,
         {},
         [](Site&, Devices& d) { d.board.unplug(); }},
        {"cabinet's board says nothing",
         "auxiliaries.silent",
         technician,
         {},
         [](Site&, Devices& d) { d.board.setFaults({.mute = true}); }},
        {"camera is gone",
         "camera.gone",
         technician,
         {verify},
         [](Site& site, Devices&) { site.config["camera"]["at"] = "nowhere.png"; }},
        {"hand scanner is gone",
         "serial.not-found",
         technician,
         {},
         [](Site& site, Devices&) {
             site.config["codeScanner"] = {{"module", "scanner-serial"}, {"at", "/dev/nowhere"}};
         }},
    };
}

} // namespace

std::vector<Fault> deviceFaults() {
    std::vector<Fault> all;
    for (auto* faults : {readerFaults, printerFaults, cabinetFaults})
        for (Fault& fault : faults())
            all.push_back(std::move(fault));
    return all;
}

} // namespace kiosk::faults
