// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "drivers/printer/escpos/escpos_printer.h"
#include "tests/support/receipt_printer_model.h"

namespace kiosk::tests {

/// The real driver on a wire that ends in the model of a receipt printer, all in this process: what
/// the bench has where a cabinet has a receipt printer. The model outlives it. Errors of
/// openEscpos().
Result<std::unique_ptr<drivers::Printer>> openSimulatedReceiptPrinter(ReceiptPrinterModel& model);

} // namespace kiosk::tests
