// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/acts.h"
#include "tests/support/receipt_printer_model.h"

namespace kiosk::bench {

/// What a happening does to the printer of slips; nothing where it is none of its own.
void happenTo(tests::ReceiptPrinterModel& printer, Happening what);

} // namespace kiosk::bench
