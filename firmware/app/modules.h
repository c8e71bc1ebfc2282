// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/auxiliaries/auxiliaries.h"
#include "drivers/camera/camera.h"
#include "drivers/card_reader/card_reader.h"
#include "drivers/card_reader/staff_cards.h"
#include "drivers/code_reader/code_source.h"
#include "drivers/device/slot.h"
#include "drivers/printer/printer.h"
#include "firmware/app/config.h"

namespace kiosk::app {

/// The modules this build contains, in an explicit list: what a kiosk can drive is read here, not
/// hidden in static constructors. An unknown name is an error at the first use,
/// "config.unknown-module".
drivers::Slot<drivers::CardReader>::Open cardReaderModule(const DeviceChoice& choice);
drivers::Slot<drivers::Printer>::Open printerModule(const DeviceChoice& choice);
drivers::Slot<drivers::Camera>::Open cameraModule(const DeviceChoice& choice);
drivers::Slot<drivers::Auxiliaries>::Open auxiliariesModule(const DeviceChoice& choice);
drivers::Slot<drivers::CodeSource>::Open codeScannerModule(const DeviceChoice& choice);
drivers::Slot<drivers::StaffCards>::Open staffCardsModule(const DeviceChoice& choice);

} // namespace kiosk::app
