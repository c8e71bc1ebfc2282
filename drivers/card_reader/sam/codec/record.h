// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/card_reader/card_reader.h"
#include "drivers/card_reader/sam/codec/reply.h"

namespace kiosk::drivers::sam {

/// The card behind its text record (GA/T 490: fixed fields of UTF-16LE, padded with spaces) and its
/// photo, read whole and checked: every field filled, the number's check digit right, the dates
/// real, birth and sex the ones the number says. Anything wrong is "card.damaged" and no field
/// comes out; a layout other than the mainland one is "card.layout-unknown".
Result<IdCard> decodeRecord(const CardData& data);

} // namespace kiosk::drivers::sam
