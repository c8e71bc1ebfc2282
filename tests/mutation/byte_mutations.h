// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/mutation/entries.h"

/// Changes to bytes, whatever they mean. Each changes something for certain.
namespace kiosk::tests::mutation {

void flipByte(std::string& bytes, Dice& dice);
void insertByte(std::string& bytes, Dice& dice);
void removeBytes(std::string& bytes, Dice& dice);
void swapBytes(std::string& bytes, Dice& dice);

/// One of the above.
void changeBytes(std::string& bytes, Dice& dice);

} // namespace kiosk::tests::mutation
