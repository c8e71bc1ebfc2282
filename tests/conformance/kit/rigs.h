// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "tests/conformance/auxiliaries/auxiliaries_rig.h"
#include "tests/conformance/camera/camera_rig.h"
#include "tests/conformance/card_reader/reader_rig.h"
#include "tests/conformance/hand_scanner/scanner_rig.h"
#include "tests/conformance/kit/run.h"
#include "tests/conformance/printer/printer_bench.h"
#include "tests/conformance/recording/replay.h"

/// The hands beside the devices that the kit itself knows.
namespace kiosk::tests {

std::unique_ptr<ReaderRig> simulatedReaderRig();
std::unique_ptr<PrinterBench> simulatedPrinterBench();
std::unique_ptr<CameraRig> simulatedCameraRig();
std::unique_ptr<AuxiliariesRig> simulatedAuxiliariesRig();
std::unique_ptr<ScannerRig> simulatedScannerRig();

/// A supplier's module at `at` ("acme.so#usb") with the hands of its own kiosk_rig.h; what it does
/// not offer is NotOffered. Errors as drivers/vendor/vendor.h has them.
Result<std::unique_ptr<ReaderRig>> vendorReaderRig(const std::string& at);
Result<std::unique_ptr<PrinterBench>> vendorPrinterBench(const std::string& at);
Result<std::unique_ptr<CameraRig>> vendorCameraRig(const std::string& at);
Result<std::unique_ptr<AuxiliariesRig>> vendorAuxiliariesRig(const std::string& at);
Result<std::unique_ptr<ScannerRig>> vendorScannerRig(const std::string& at);

/// The person at the terminal is the hand: told by stderr what to do, answers with Enter.
using OpenReader = std::function<Result<std::shared_ptr<drivers::CardReader>>()>;
using OpenPrinter = std::function<Result<std::shared_ptr<drivers::Printer>>()>;
Result<std::unique_ptr<ReaderRig>> handsOnReaderRig(OpenReader open);
Result<std::unique_ptr<PrinterBench>> handsOnPrinterBench(OpenPrinter open);
using OpenCamera = std::function<Result<std::shared_ptr<drivers::Camera>>()>;
using OpenAuxiliaries = std::function<Result<std::shared_ptr<drivers::Auxiliaries>>()>;
using OpenScanner = std::function<Result<std::shared_ptr<drivers::CodeSource>>()>;
Result<std::unique_ptr<CameraRig>> handsOnCameraRig(OpenCamera open);
Result<std::unique_ptr<AuxiliariesRig>> handsOnAuxiliariesRig(OpenAuxiliaries open);
Result<std::unique_ptr<ScannerRig>> handsOnScannerRig(OpenScanner open);

/// A supplier's reader at a connection that its kiosk_rig.h lets the kit lend; NotOffered where the
/// module has no hand for that.
OpenReaderOver vendorReaderOver(const std::string& at);
/// Each recording on file as a case of a reader's driver.
std::vector<ReadyCase> replayCases(const std::vector<std::string>& files,
                                   const OpenReaderOver& open);

} // namespace kiosk::tests
