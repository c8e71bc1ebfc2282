// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "drivers/auxiliaries/auxiliaries.h"
#include "drivers/camera/camera.h"
#include "drivers/card_reader/card_reader.h"
#include "drivers/code_reader/code_source.h"
#include "drivers/printer/printer.h"

namespace kiosk::drivers {

/// How fine the dots are that a supplier's printer is given where it takes no PDF.
inline constexpr int kVendorDotsPerInch = 300;

/// A device driven by a supplier's shared object (kiosk_driver.h). `at` is its file, and after '#'
/// what the module is told: "/opt/acme/acme.so#usb".
///
/// Errors beside those of the class: "vendor.no-module" (technician): the file is missing. The rest
/// is the supplier's: "vendor.not-loadable", "vendor.no-symbol", "vendor.abi-version" another major
/// version, "vendor.no-such-class" it drives no such device, "vendor.bad-table" a function is
/// missing. And at any call, where what the module answered is no answer: "vendor.bad-result",
/// "vendor.bad-enum", "vendor.bad-text", "vendor.bad-size", "vendor.bad-error" (an error without
/// kind, remedy or code).
Result<std::unique_ptr<CardReader>> openVendorCardReader(const std::string& at);
Result<std::unique_ptr<Printer>> openVendorPrinter(const std::string& at);
Result<std::unique_ptr<Camera>> openVendorCamera(const std::string& at);
Result<std::unique_ptr<Auxiliaries>> openVendorAuxiliaries(const std::string& at);
Result<std::unique_ptr<CodeSource>> openVendorCodeReader(const std::string& at);

} // namespace kiosk::drivers
