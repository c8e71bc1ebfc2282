// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/device/slot_report.h"
#include "firmware/health/health.h"

namespace kiosk::health {

/// A slot's report in XFS4IoT's words. One that nobody has needed yet is starting; one that is
/// another than on record ("device.other-part") is a potential fraud.
DeviceWord wordOf(const drivers::SlotReport& report);
/// The same, with its last error.
Device deviceOf(Part part, const drivers::SlotReport& report);

/// Whoever asked a device without a slot: that it answered, or its error.
Device deviceOf(Part part, const Result<>& answer);

/// What a person in front or a technician must put right before a page can come out; nothing where
/// one can.
std::optional<Cause> troubleOf(const drivers::PrinterStatus& status);

/// What a printer that answers says of itself: cover, paper and jam are the user's to mend.
Device withPrinter(Device device, const drivers::PrinterStatus& status);
/// And of its supplies; pages past the kiosk are not its to know.
Printer printerOf(const drivers::PrinterStatus& status);

} // namespace kiosk::health
