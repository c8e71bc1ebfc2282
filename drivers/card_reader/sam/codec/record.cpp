// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/codec/record.h"

#include <algorithm>

#include "drivers/card_reader/card_trouble.h"
#include "firmware/base/text.h"

namespace kiosk::drivers::sam {

namespace {

struct Field {
    std::size_t offset;
    std::size_t size;
    std::string_view name; ///< for the error's detail
};

// GA/T 490, mainland layout; offsets and sizes in bytes.
constexpr Field kName{0, 30, "name"};
constexpr Field kSex{30, 2, "sex"};
constexpr Field kEthnicity{32, 4, "ethnicity"};
constexpr Field kBirth{36, 16, "birth"};
constexpr Field kAddress{52, 70, "address"};
constexpr Field kNumber{122, 36, "number"};
constexpr Field kIssuer{158, 30, "issuer"};
constexpr Field kValidFrom{188, 16, "valid from"};
constexpr Field kValidUntil{204, 16, "valid until"};
constexpr Field kLayout{248, 2, "layout"};

constexpr std::string_view kOpenEnded = "长期";

std::unexpected<Error> damaged(std::string_view fieldName) {
    return std::unexpected(asError(CardTrouble::damaged, fieldName));
}

bool isDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool hasControlCharacter(std::string_view text) {
    return std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

/// The field without its padding. A surrogate pair cut at the field's end is damage: half a
/// character would be another name.
Result<std::string> textOf(ByteView record, const Field& field) {
    auto text = utf8FromUtf16Le(record.subspan(field.offset, field.size));
    if (!text)
        return damaged(field.name);
    text->erase(text->find_last_not_of(' ') + 1);
    if (text->empty() || hasControlCharacter(*text))
        return damaged(field.name);
    return std::move(*text);
}

Result<std::chrono::year_month_day> dateOf(ByteView record, const Field& field) {
    const std::string text = TRY(textOf(record, field));
    if (text.size() != 8 || !isDigits(text))
        return damaged(field.name);
    const auto number = [&text](std::size_t from, std::size_t count) {
        return static_cast<int>(parseInteger(text.substr(from, count)).value_or(0));
    };
    const std::chrono::year_month_day date(std::chrono::year(number(0, 4)),
                                           std::chrono::month(static_cast<unsigned>(number(4, 2))),
                                           std::chrono::day(static_cast<unsigned>(number(6, 2))));
    if (!date.ok())
        return damaged(field.name);
    return date;
}

Result<std::optional<std::chrono::year_month_day>> endDateOf(ByteView record) {
    if (TRY(textOf(record, kValidUntil)) == kOpenEnded)
        return std::nullopt;
    return TRY(dateOf(record, kValidUntil));
}

/// GB 11643: ISO 7064 MOD 11-2 over the whole number comes out as 1. (The drivers know no licence,
/// so the domain's own check is out of reach here; a test holds the two together.)
bool hasRightCheckDigit(std::string_view number) {
    if (number.size() != 18 || !isDigits(number.substr(0, 17)))
        return false;
    if (number.back() != 'X' && !isDigits(number.substr(17)))
        return false;
    int sum = 0;
    for (char c : number)
        sum = (sum * 2 + (c == 'X' ? 10 : c - '0')) % 11;
    return sum == 1;
}

Result<std::string> numberOf(ByteView record) {
    std::string number = TRY(textOf(record, kNumber));
    if (number.back() == 'x')
        number.back() = 'X';
    if (!hasRightCheckDigit(number))
        return damaged(kNumber.name);
    return number;
}

/// GB/T 2261.1: 1 male, 2 female; 0 unknown and 9 not stated say nothing the number could
/// contradict.
bool sexAgrees(std::string_view sex, std::string_view number) {
    const bool odd = (number[16] - '0') % 2 == 1;
    return sex == "0" || sex == "9" || sex == (odd ? "1" : "2");
}

Result<> checkAgreement(const IdCard& card, ByteView record) {
    if (TRY(textOf(record, kBirth)) != card.number.substr(6, 8))
        return damaged("birth and number disagree");
    if (!sexAgrees(card.sex, card.number))
        return damaged("sex and number disagree");
    if (card.validUntil && *card.validUntil < card.validFrom)
        return damaged("valid until before valid from");
    return {};
}

Result<> checkLayout(ByteView record) {
    const ByteView letter = record.subspan(kLayout.offset, kLayout.size);
    const unsigned unit =
        std::to_integer<unsigned>(letter[0]) | std::to_integer<unsigned>(letter[1]) << 8;
    if (unit != 0 && unit != ' ')
        return std::unexpected(asError(CardTrouble::layoutUnknown));
    return {};
}

} // namespace

Result<IdCard> decodeRecord(const CardData& data) {
    const ByteView record = data.record;
    if (record.size() != kRecordSize || data.photo.size() != kPhotoSize)
        return damaged("size");
    TRY(checkLayout(record));
    IdCard card;
    card.name = TRY(textOf(record, kName));
    card.sex = TRY(textOf(record, kSex));
    card.ethnicity = TRY(textOf(record, kEthnicity));
    if (card.ethnicity.size() != 2 || !isDigits(card.ethnicity))
        return damaged(kEthnicity.name);
    card.birth = TRY(dateOf(record, kBirth));
    card.address = TRY(textOf(record, kAddress));
    card.number = TRY(numberOf(record));
    card.issuer = TRY(textOf(record, kIssuer));
    card.validFrom = TRY(dateOf(record, kValidFrom));
    card.validUntil = TRY(endDateOf(record));
    TRY(checkAgreement(card, record));
    card.photo.assign(data.photo.begin(), data.photo.end());
    return card;
}

} // namespace kiosk::drivers::sam
