// SPDX-License-Identifier: Apache-2.0
// "J": the residence permit for Hong Kong, Macao and Taiwan residents, issued since September 2018.
// The mainland layout without ethnicity, and the pass its holder enters with.
#include "drivers/card_reader/sam/codec/record/layouts.h"
#include "drivers/card_reader/sam/codec/record/numbers.h"

namespace kiosk::drivers::sam {

namespace {

constexpr Field kName{0, 30, "name"};
constexpr Field kSex{30, 2, "sex"};
constexpr Field kBirth{36, 16, "birth"};
constexpr Field kAddress{52, 70, "address"};
constexpr Field kNumber{122, 36, "number"};
constexpr Field kIssuer{158, 30, "issuer"};
constexpr Field kPassNumber{220, 18, "pass number"};
constexpr Field kIssueCount{238, 4, "issue count"};

/// Numbers of permits begin with 810000, 820000 or 830000, as far as is known: a doubt, no damage.
IdCard::NumberDoubt doubtOf(const std::string& number) {
    const std::string division = number.substr(0, 6);
    const bool usual = division == "810000" || division == "820000" || division == "830000";
    return usual ? IdCard::NumberDoubt::none : IdCard::NumberDoubt::division;
}

} // namespace

Result<IdCard> readHkMacaoTaiwan(ByteView record) {
    IdCard card{.layout = IdCard::Layout::hkMacaoTaiwan};
    card.name = TRY(textOf(record, kName));
    card.sex = TRY(sexOf(record, kSex));
    card.birth = TRY(dateOf(record, kBirth));
    card.address = TRY(textOf(record, kAddress));
    card.number = TRY(numberOf18(record, kNumber));
    card.numberDoubt = doubtOf(card.number);
    TRY(checkBirth(card.number, card.birth));
    TRY(checkSex(card.number, card.sex));
    card.issuer = TRY(textOf(record, kIssuer));
    card.passNumber = TRY(optionalTextOf(record, kPassNumber));
    card.issueCount = TRY(countOf(record, kIssueCount));
    return card;
}

} // namespace kiosk::drivers::sam
