// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "drivers/card_reader/pcsc/chip_link.h"

namespace kiosk::drivers::pcsc {

/// The number a staff card says of itself: 4, 7 or 10 bytes (ISO/IEC 14443-3) in hexadecimal,
/// "04a2b3c4d5e680". It tells which card lies there, not who holds it, and can be copied: whatever
/// it opens wants a PIN as well. Without power again afterwards.
///
/// Errors: "card.none" (citizenAgain) no card there · "card.wrong-kind" a card without a number, as
/// contact cards are · those of ChipLink. At most some seconds, which the service decides.
Result<std::string> readStaffCard(ChipLink& link);

/// The first PC/SC reader whose name contains `name`; any, where it is empty. "reader.gone".
Result<std::unique_ptr<ChipLink>> openChipLink(const std::string& name);

} // namespace kiosk::drivers::pcsc
