// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/card_reader/card_reader.h"
#include "tests/conformance/card_reader/pcsc/virtual_chip.h"

namespace kiosk::tests {

/// An invented person's social security card, as it is read.
drivers::IdCard socialSecurityCard();

/// The same as the chip has it.
ChipCard socialSecurityChip();

} // namespace kiosk::tests
