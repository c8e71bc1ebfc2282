// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/card_reader/card_reader.h"
#include "drivers/card_reader/sam/codec/reply.h"

namespace kiosk::drivers::sam {

/// The card behind its text record (GA/T 490: fixed fields of UTF-16LE, padded with spaces) and its
/// photo, read whole and checked by the rules of its layout, which a letter in the record tells:
/// fields filled, check digit right, dates real, birth and sex the ones the number says. Anything
/// wrong is "card.damaged" and no field comes out; a letter nobody knows is "card.layout-unknown".
Result<IdCard> decodeRecord(const CardData& data);

/// What kReadNewestAddress delivers: UTF-16LE, padded with spaces. Anything else is "card.damaged".
Result<std::string> decodeNewestAddress(ByteView data);

} // namespace kiosk::drivers::sam
