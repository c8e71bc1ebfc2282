// SPDX-License-Identifier: Apache-2.0
// "I": the foreign permanent resident ID card of June 2017.
#include "drivers/card_reader/sam/codec/record/layouts.h"
#include "drivers/card_reader/sam/codec/record/numbers.h"

namespace kiosk::drivers::sam {

namespace {

constexpr Field kEnglishName{0, 120, "English name"};
constexpr Field kSex{120, 2, "sex"};
constexpr Field kNumber{122, 30, "number"};
constexpr Field kNationality{152, 6, "nationality"};
constexpr Field kName{158, 30, "name"};
constexpr Field kBirth{220, 16, "birth"};
constexpr Field kVersion{236, 4, "version"};
constexpr Field kAcceptedBy{240, 8, "accepting authority"};

/// Three letters (nationality), four digits (where it was accepted), YYMMDD, a serial and a check
/// digit.
Result<std::string> numberOf15(ByteView record) {
    std::string number = TRY(textOf(record, kNumber));
    if (number.size() != 15 || !isCapitals(number.substr(0, 3)) || !isDigits(number.substr(3)))
        return damaged(kNumber.name);
    return number;
}

IdCard::NumberDoubt doubtOf(const std::string& number) {
    return weightedCheck(number.substr(0, 14)) == number.back() ? IdCard::NumberDoubt::none
                                                                : IdCard::NumberDoubt::check;
}

/// The number has no century.
Result<> checkShortBirth(const std::string& number, std::string_view birth) {
    if (number.substr(7, 6) != birth.substr(2))
        return damaged("birth and number disagree");
    return {};
}

} // namespace

Result<IdCard> readForeigner2017(ByteView record) {
    IdCard card{.layout = IdCard::Layout::foreigner2017};
    card.englishName = TRY(textOf(record, kEnglishName));
    card.sex = TRY(sexOf(record, kSex));
    card.number = TRY(numberOf15(record));
    card.numberDoubt = doubtOf(card.number);
    card.nationality = TRY(nationalityOf(record, kNationality));
    card.name = TRY(optionalTextOf(record, kName));
    card.birth = TRY(dateOf(record, kBirth));
    TRY(checkShortBirth(card.number, TRY(textOf(record, kBirth))));
    card.version = TRY(optionalTextOf(record, kVersion));
    card.issuer = TRY(optionalTextOf(record, kAcceptedBy));
    return card;
}

} // namespace kiosk::drivers::sam
