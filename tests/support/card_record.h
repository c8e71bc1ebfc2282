// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/card_reader/card_reader.h"

namespace kiosk::tests {

/// The text record a card with these fields holds, in its own layout. A field too long for its
/// place is cut, as a careless issuer would, so that tests can make damaged records.
Bytes encodeRecord(const drivers::IdCard& card);

/// The newest address as the module sends it, 70 bytes; nothing where the card has none.
Bytes encodeNewestAddress(const drivers::IdCard& card);

} // namespace kiosk::tests
