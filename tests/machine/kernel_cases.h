// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "tests/conformance/kit/case.h"
#include "tests/machine/rigs.h"

namespace kiosk::machine {

/// What a receipt printer's driver must do that only a kernel with the device can show, and a roll
/// that ends in the middle of a strip there.
std::span<const tests::Case<PrinterGadgetBench>> kernelCases();

} // namespace kiosk::machine
