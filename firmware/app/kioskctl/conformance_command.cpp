// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include "drivers/card_reader/sam/sam_reader.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/app/modules.h"
#include "tests/conformance/kit/hosted_case.h"
#include "tests/conformance/kit/rigs.h"
#include "tests/conformance/kit/run.h"

namespace kiosk::app {

namespace {

using namespace std::chrono_literals;
using namespace tests;

/// Longer than any case of a device that keeps its times; with a person as the hand, much longer.
constexpr std::chrono::milliseconds kAlone = 60s;
constexpr std::chrono::milliseconds kHandsOn = 15min;

/// What is to be judged, as the command line names it.
struct Candidate {
    std::string deviceClass; ///< "card-reader"
    std::string module;      ///< "acme.so#usb", "simulated", "sam-serial"
    std::string at;          ///< where a module of ours finds its device
    bool handsOn = false;
    std::string recording; ///< to be replayed instead of all cases; empty: none

    bool isSuppliers() const {
        return module.ends_with(".so") || module.find(".so#") != std::string::npos;
    }
    DeviceChoice choice() const {
        return isSuppliers() ? DeviceChoice{.module = "vendor", .at = module}
                             : DeviceChoice{.module = module, .at = at};
    }
};

std::unexpected<Error> usage(std::string_view detail) {
    return fail(ErrorKind::unsupported, "usage.conformance", Remedy::citizenAgain, detail);
}

/// A rig of the module itself, of ours, or the person at the terminal.
template <typename Rig, typename Open>
auto rigMaker(const Candidate& candidate,
              Result<std::unique_ptr<Rig>> (*vendor)(const std::string&),
              std::unique_ptr<Rig> (*simulated)(), Result<std::unique_ptr<Rig>> (*handsOn)(Open),
              Open open) -> Result<std::function<Result<std::unique_ptr<Rig>>()>> {
    using Maker = std::function<Result<std::unique_ptr<Rig>>()>;
    if (candidate.handsOn)
        return Maker([handsOn, open] { return handsOn(open); });
    if (candidate.isSuppliers())
        return Maker([vendor, at = candidate.module] { return vendor(at); });
    if (candidate.module == "simulated")
        return Maker([simulated]() -> Result<std::unique_ptr<Rig>> { return simulated(); });
    return usage("a real device needs --hands-on");
}

/// The cases of a class, on a rig the candidate can have.
template <typename Rig>
Result<std::vector<ReadyCase>>
ready(std::span<const Case<Rig>> cases,
      const Result<std::function<Result<std::unique_ptr<Rig>>()>>& maker) {
    return readyCases<Rig>(cases, TRY(maker));
}

/// The recording as a case of the candidate, which must be a supplier's or our SAM reader on USB.
Result<std::vector<ReadyCase>> replayFor(const Candidate& candidate) {
    if (candidate.deviceClass != "card-reader")
        return usage("recordings of card readers alone are replayed");
    if (candidate.isSuppliers())
        return replayCases({candidate.recording}, vendorReaderOver(candidate.module));
    if (candidate.module == "sam-usb")
        return replayCases({candidate.recording}, [](const drivers::OpenUsb& openUsb) {
            return drivers::sam::openSamUsb({}, "", openUsb);
        });
    return usage("this module cannot be given a recording");
}

Result<std::vector<ReadyCase>> casesFor(const Candidate& candidate) {
    if (!candidate.recording.empty())
        return replayFor(candidate);
    if (candidate.deviceClass == "card-reader")
        return ready<ReaderRig>(cardReaderCases(),
                                rigMaker<ReaderRig, OpenReader>(
                                    candidate, vendorReaderRig, simulatedReaderRig,
                                    handsOnReaderRig, cardReaderModule(candidate.choice())));
    if (candidate.deviceClass == "printer")
        return ready<PrinterBench>(printerCases(),
                                   rigMaker<PrinterBench, OpenPrinter>(
                                       candidate, vendorPrinterBench, simulatedPrinterBench,
                                       handsOnPrinterBench, printerModule(candidate.choice())));
    if (candidate.deviceClass == "camera")
        return ready<CameraRig>(
            cameraCases(),
            rigMaker<CameraRig, OpenCamera>(candidate, vendorCameraRig, simulatedCameraRig,
                                            handsOnCameraRig, cameraModule(candidate.choice())));
    if (candidate.deviceClass == "auxiliaries")
        return ready<AuxiliariesRig>(
            auxiliariesCases(), rigMaker<AuxiliariesRig, OpenAuxiliaries>(
                                    candidate, vendorAuxiliariesRig, simulatedAuxiliariesRig,
                                    handsOnAuxiliariesRig, auxiliariesModule(candidate.choice())));
    if (candidate.deviceClass == "code-reader")
        return ready<ScannerRig>(scannerCases(),
                                 rigMaker<ScannerRig, OpenScanner>(
                                     candidate, vendorScannerRig, simulatedScannerRig,
                                     handsOnScannerRig, codeScannerModule(candidate.choice())));
    return usage("CLASS is card-reader, printer, camera, auxiliaries or code-reader");
}

Result<int> conformance(const Arguments& arguments) {
    const Candidate candidate{.deviceClass = arguments.rest()[0],
                              .module = arguments.rest()[1],
                              .at = arguments.value("--at").value_or(""),
                              .handsOn = arguments.has("--hands-on"),
                              .recording = arguments.value("--replay").value_or("")};
    auto cases = TRY(casesFor(candidate));
    if (candidate.isSuppliers() && candidate.recording.empty())
        cases.push_back(hostedCase(candidate.deviceClass, candidate.module));
    const auto reports = runAllApart(cases, candidate.handsOn ? kHandsOn : kAlone);
    const std::string text = arguments.has("--json")
                                 ? reportAsJson(candidate.deviceClass, candidate.module, reports)
                                 : reportInWords(reports);
    std::fputs(text.c_str(), stdout);
    return isPassed(reports) ? kExitDone : kExitNotValid;
}

constexpr std::array kCommands{
    Command{.words = "conformance",
            .purpose = "judges a driver by the cases that every driver of its class must pass",
            .options = {{"--at", "PLACE", "where a module of ours finds its device"},
                        {"--hands-on", "", "a real device, with a person as the hand"},
                        {"--replay", "FILE", "replays a recording instead of all cases"},
                        kJsonOption},
            .operands = {{"card-reader|printer|camera|auxiliaries|code-reader",
                          "the class of the device"},
                         {"MODULE", "a supplier's file.so, simulated, or a module of ours"}},
            .exits = {{kExitDone, "passed"}, {kExitNotValid, "not passed"}},
            .example = "conformance printer acme.so",
            .act = conformance},
};

} // namespace

std::span<const Command> conformanceCommands() {
    return kCommands;
}

} // namespace kiosk::app
