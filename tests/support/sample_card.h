// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/card_reader/card_reader.h"

namespace kiosk::tests {

/// An invented person's card (division 990000 does not exist), whole and right. Tests change what
/// they are about.
drivers::IdCard sampleCard();

/// A second invented person, with a rare character and an open-ended card.
drivers::IdCard otherCard();

/// The text record a card with these fields holds, mainland layout. A field too long for its place
/// is cut, as a careless issuer would, so that tests can make damaged records.
Bytes encodeRecord(const drivers::IdCard& card);

} // namespace kiosk::tests
