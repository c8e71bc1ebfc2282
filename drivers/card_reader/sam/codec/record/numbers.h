// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "drivers/card_reader/sam/codec/record/fields.h"

/// The numbers on ID cards, and what else on the card must agree with them.
namespace kiosk::drivers::sam {

/// GB 11643: 18 characters, ISO 7064 MOD 11-2 over the whole comes out as 1; a small x is read as
/// the large one. Wrong is "card.damaged". Citizens and foreigners since 2023 have such numbers.
Result<std::string> numberOf18(ByteView record, const Field& field);

/// The day of birth inside the number is the one the card says: digits 7 to 14 of 18.
Result<> checkBirth(const std::string& number, std::chrono::year_month_day birth);
/// A citizen's 17th digit is odd for men. Sex 0 and 9 say nothing the number could contradict. (Of
/// foreigners' numbers no such rule is known.)
Result<> checkSex(const std::string& number, const std::string& sex);

/// The last digit of a foreigner's number of 2017: weights 7 3 1 over the 14 before it, letters
/// from A = 10.
char weightedCheck(std::string_view first14);

} // namespace kiosk::drivers::sam
