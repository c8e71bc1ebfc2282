// SPDX-License-Identifier: Apache-2.0
// GA/T 490: the resident ID card.
#include "drivers/card_reader/sam/codec/record/layouts.h"
#include "drivers/card_reader/sam/codec/record/numbers.h"

namespace kiosk::drivers::sam {

namespace {

constexpr Field kName{0, 30, "name"};
constexpr Field kSex{30, 2, "sex"};
constexpr Field kEthnicity{32, 4, "ethnicity"};
constexpr Field kBirth{36, 16, "birth"};
constexpr Field kAddress{52, 70, "address"};
constexpr Field kNumber{122, 36, "number"};
constexpr Field kIssuer{158, 30, "issuer"};

} // namespace

Result<IdCard> readMainland(ByteView record) {
    IdCard card{.layout = IdCard::Layout::mainland};
    card.name = TRY(textOf(record, kName));
    card.sex = TRY(sexOf(record, kSex));
    card.ethnicity = TRY(textOf(record, kEthnicity));
    if (card.ethnicity.size() != 2 || !isDigits(card.ethnicity))
        return damaged(kEthnicity.name);
    card.birth = TRY(dateOf(record, kBirth));
    card.address = TRY(textOf(record, kAddress));
    card.number = TRY(numberOf18(record, kNumber));
    TRY(checkBirth(card.number, card.birth));
    TRY(checkSex(card.number, card.sex));
    card.issuer = TRY(textOf(record, kIssuer));
    return card;
}

} // namespace kiosk::drivers::sam
