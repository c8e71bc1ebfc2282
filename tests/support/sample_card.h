// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "drivers/card_reader/card_reader.h"

namespace kiosk::tests {

/// An invented person's card (division 990000 does not exist), whole and right. Tests change what
/// they are about.
drivers::IdCard sampleCard();

/// A second invented person, who moved, with a rare character and an open-ended card.
drivers::IdCard otherCard();

/// The other layouts, each an invented person with a number of the public specimens.
drivers::IdCard permitCard();
drivers::IdCard foreignCard2017(); ///< without a Chinese name
drivers::IdCard foreignCard2023(); ///< with one, and a number from 2017

/// One card of each layout.
std::vector<drivers::IdCard> cardOfEachLayout();

} // namespace kiosk::tests
