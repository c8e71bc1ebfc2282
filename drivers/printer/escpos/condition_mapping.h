// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/printer/escpos/codec/status.h"
#include "drivers/printer/printer.h"

namespace kiosk::drivers::escpos {

/// The printer's condition in the words of the printer interface; reasons by IPP's keywords where
/// those have one. A head that is too hot cools by itself: the printer is busy, not broken. There
/// is no toner.
PrinterStatus toStatus(const Condition& condition);

} // namespace kiosk::drivers::escpos
