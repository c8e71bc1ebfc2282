// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/kit/rigs.h"

std::unique_ptr<kiosk::tests::PrinterBench> kiosk::tests::makePrinterBench() {
    return simulatedPrinterBench();
}
