// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/codec/record/fields.h"

#include <algorithm>

#include "drivers/card_reader/card_trouble.h"
#include "firmware/base/text.h"

namespace kiosk::drivers::sam {

namespace {

constexpr Field kValidFrom{188, 16, "valid from"};
constexpr Field kValidUntil{204, 16, "valid until"};

constexpr std::string_view kOpenEnded = "长期";

bool hasControlCharacter(std::string_view text) {
    return std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

Result<std::string> unpadded(ByteView utf16, std::string_view fieldName) {
    auto text = utf8FromUtf16Le(utf16);
    if (!text || hasControlCharacter(*text))
        return damaged(fieldName);
    text->erase(text->find_last_not_of(' ') + 1);
    return std::move(*text);
}

Result<std::string> filled(std::string text, std::string_view fieldName) {
    if (text.empty())
        return damaged(fieldName);
    return text;
}

ByteView placeOf(ByteView record, const Field& field) {
    return record.subspan(field.offset, field.size);
}

} // namespace

std::unexpected<Error> damaged(std::string_view fieldName) {
    return std::unexpected(asError(CardTrouble::damaged, fieldName));
}

bool isDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool isCapitals(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

Result<std::string> textOf(ByteView record, const Field& field) {
    return filled(TRY(optionalTextOf(record, field)), field.name);
}

Result<std::string> optionalTextOf(ByteView record, const Field& field) {
    return unpadded(placeOf(record, field), field.name);
}

Result<std::string> textAcross(ByteView record, const Field& first, const Field& second) {
    // Joined before anything is cut off: a space at the first place's end is part of the text.
    const ByteView begin = placeOf(record, first);
    const ByteView rest = placeOf(record, second);
    Bytes joined(begin.begin(), begin.end());
    joined.insert(joined.end(), rest.begin(), rest.end());
    return filled(TRY(unpadded(joined, first.name)), first.name);
}

Result<std::string> countOf(ByteView record, const Field& field) {
    std::string count = TRY(optionalTextOf(record, field));
    if (!count.empty() && (count.size() != 2 || !isDigits(count)))
        return damaged(field.name);
    return count;
}

Result<std::string> sexOf(ByteView record, const Field& field) {
    std::string sex = TRY(textOf(record, field));
    if (sex != "0" && sex != "1" && sex != "2" && sex != "9")
        return damaged(field.name);
    return sex;
}

Result<std::string> nationalityOf(ByteView record, const Field& field) {
    std::string nationality = TRY(textOf(record, field));
    if (nationality.size() != 3 || !isCapitals(nationality))
        return damaged(field.name);
    return nationality;
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

Result<Validity> validityOf(ByteView record, OpenEnd openEnd) {
    Validity validity{.from = TRY(dateOf(record, kValidFrom))};
    const std::string end = TRY(textOf(record, kValidUntil));
    if (end == kOpenEnded && openEnd == OpenEnd::accepted)
        return validity;
    validity.until = TRY(dateOf(record, kValidUntil));
    if (*validity.until < validity.from)
        return damaged("valid until before valid from");
    return validity;
}

} // namespace kiosk::drivers::sam
