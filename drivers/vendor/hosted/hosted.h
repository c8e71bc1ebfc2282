// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/vendor/vendor.h"

namespace kiosk::drivers {

/// A device driven by a supplier's shared object, as in vendor.h, which is loaded in a process of
/// its own (`kiosk-device`): whatever it does costs this device and no other. Each opening starts a
/// process, which ends with the device. Errors beside those of vendor.h: "device.died",
/// "device.hung", "process.not-started", "process.no-walls" (technician).
Result<std::unique_ptr<CardReader>> openHostedCardReader(const std::string& at);
Result<std::unique_ptr<Printer>> openHostedPrinter(const std::string& at);
Result<std::unique_ptr<Camera>> openHostedCamera(const std::string& at);
Result<std::unique_ptr<Auxiliaries>> openHostedAuxiliaries(const std::string& at);
Result<std::unique_ptr<CodeSource>> openHostedCodeReader(const std::string& at);

} // namespace kiosk::drivers
