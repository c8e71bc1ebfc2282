// SPDX-License-Identifier: Apache-2.0
// "Y": the foreign permanent resident ID card of December 2023.
#include "drivers/card_reader/sam/codec/record/layouts.h"
#include "drivers/card_reader/sam/codec/record/numbers.h"

namespace kiosk::drivers::sam {

namespace {

constexpr Field kName{0, 30, "name"};
constexpr Field kSex{30, 2, "sex"};
constexpr Field kRenewals{32, 4, "renewals"};
constexpr Field kBirth{36, 16, "birth"};
constexpr Field kEnglishName{52, 70, "English name"};
constexpr Field kNumber{122, 36, "number"};
constexpr Field kEnglishNameEnd{220, 22, "end of English name"};
constexpr Field kNationality{242, 6, "nationality"};
constexpr Field kFormerLink{250, 6, "link to former number"};

/// 9, two digits of province, three of the country, then as a citizen's.
Result<std::string> foreignNumberOf(ByteView record) {
    std::string number = TRY(numberOf18(record, kNumber));
    if (number.front() != '9')
        return damaged(kNumber.name);
    return number;
}

/// The number of 2017 its holder had: nationality, province, two digits of the link, YYMMDD, the
/// link's last digit and a check digit. Nothing where the card has no link. Known from a supplier's
/// example alone, so an odd link is no damage either.
Result<std::string> formerNumberOf(ByteView record, const IdCard& card) {
    const std::string link = TRY(optionalTextOf(record, kFormerLink));
    if (link.size() != 3 || !isDigits(link))
        return std::string();
    const std::string first14 = card.nationality + card.number.substr(1, 2) + link.substr(0, 2) +
                                card.number.substr(8, 6) + link.substr(2);
    return first14 + weightedCheck(first14);
}

} // namespace

Result<IdCard> readForeigner2023(ByteView record) {
    IdCard card{.layout = IdCard::Layout::foreigner2023};
    card.name = TRY(optionalTextOf(record, kName));
    card.englishName = TRY(textAcross(record, kEnglishName, kEnglishNameEnd));
    card.sex = TRY(sexOf(record, kSex));
    card.renewals = TRY(countOf(record, kRenewals));
    card.birth = TRY(dateOf(record, kBirth));
    card.number = TRY(foreignNumberOf(record));
    TRY(checkBirth(card.number, card.birth));
    card.nationality = TRY(nationalityOf(record, kNationality));
    card.formerNumber = TRY(formerNumberOf(record, card));
    return card;
}

} // namespace kiosk::drivers::sam
