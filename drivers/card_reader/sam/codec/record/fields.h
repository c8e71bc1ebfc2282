// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "firmware/base/bytes.h"

/// The fields of a text record: fixed places of UTF-16LE, padded with spaces. What a field cannot
/// hold is "card.damaged" with the field's name; a surrogate pair cut at the field's end is damage
/// too, since half a character would be another name.
namespace kiosk::drivers::sam {

/// Where a field stands; offset and size in bytes.
struct Field {
    std::size_t offset;
    std::size_t size;
    std::string_view name; ///< for the error's detail
};

std::unexpected<Error> damaged(std::string_view fieldName);

bool isDigits(std::string_view text);
bool isCapitals(std::string_view text);

/// Without its padding; an empty field is damage.
Result<std::string> textOf(ByteView record, const Field& field);
/// The same, where a card may have nothing.
Result<std::string> optionalTextOf(ByteView record, const Field& field);
/// One text that continues in a second place, as if both were one field.
Result<std::string> textAcross(ByteView record, const Field& first, const Field& second);
/// Two digits, or nothing.
Result<std::string> countOf(ByteView record, const Field& field);
/// GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated.
Result<std::string> sexOf(ByteView record, const Field& field);
/// ISO 3166 alpha-3, three capitals.
Result<std::string> nationalityOf(ByteView record, const Field& field);
/// "20190520", a day of the calendar.
Result<std::chrono::year_month_day> dateOf(ByteView record, const Field& field);

/// Valid from and until, in order. The same places in every layout.
struct Validity {
    std::chrono::year_month_day from{};
    std::optional<std::chrono::year_month_day> until;
};
enum class OpenEnd { refused, accepted }; ///< 长期 in place of the last day
Result<Validity> validityOf(ByteView record, OpenEnd openEnd);

} // namespace kiosk::drivers::sam
