// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/log_line.h"

#include <algorithm>

#include "firmware/base/error_codes.h"
#include "firmware/base/event_list.h"
#include "firmware/base/text.h"

namespace kiosk::log {

namespace {

using events::Field;
using events::Form;

constexpr std::string_view kDecimal = "0123456789";
constexpr std::string_view kUnnamed = "fault.unnamed";

bool consistsOf(std::string_view text, std::string_view characters) {
    return !text.empty() && text.find_first_not_of(characters) == text.npos;
}

std::string number(const Field& field, std::string_view text) {
    if (!consistsOf(text, kDecimal))
        return "unknown";
    constexpr std::size_t kMostDigits = 9;
    if (text.size() > kMostDigits || *parseInteger(text) > std::int64_t{field.most})
        return "more";
    return std::string(text);
}

std::string oneOf(std::span<const std::string_view> words, std::string_view text,
                  std::string_view otherwise) {
    return std::string(std::ranges::find(words, text) == words.end() ? otherwise : text);
}

/// Each of those with commas between them.
std::string each(std::span<const std::string_view> words, std::string_view text,
                 std::string_view otherwise) {
    std::string all;
    for (const std::string_view one : split(text, ','))
        all += (all.empty() ? "" : ",") + oneOf(words, one, otherwise);
    return all;
}

/// Hexadecimal groups of at most four: too short for a piece of a person's number.
bool isUsb(std::string_view text) {
    constexpr std::size_t kLongest = 120;
    constexpr int kMostDigits = 4;
    int digits = 0;
    for (const char c : text) {
        const bool isDigit = std::string_view("0123456789abcdef").contains(c);
        digits = isDigit ? digits + 1 : 0;
        if (digits > kMostDigits || (!isDigit && !std::string_view("-.:/,").contains(c)))
            return false;
    }
    return !text.empty() && text.size() <= kLongest;
}

std::string region(std::string_view text) {
    constexpr std::size_t kDigits = 6;
    return text.size() == kDigits && consistsOf(text, kDecimal) ? std::string(text) : "000000";
}

std::optional<std::string_view> valueIn(std::string_view text, std::string_view name) {
    for (const std::string_view word : split(text, ' '))
        if (word.size() > name.size() && word.starts_with(name) && word[name.size()] == '=')
            return word.substr(name.size() + 1);
    return std::nullopt;
}

} // namespace

std::string admitted(const Field& field, std::string_view text) {
    switch (field.form) {
    case Form::none:
        return "";
    case Form::number:
        return number(field, text);
    case Form::word:
        return oneOf(field.words, text, "other");
    case Form::words:
        return each(field.words, text, "other");
    case Form::flag:
        return text == "yes" ? "yes" : "no";
    case Form::code:
        return isErrorCode(text) ? std::string(text) : std::string(kUnnamed);
    case Form::codes:
        return each(errorCodes(), text, kUnnamed);
    case Form::region:
        return region(text);
    case Form::usb:
        return isUsb(text) ? std::string(text) : "unknown";
    }
    return "";
}

std::string lineOf(const events::Event& event, std::span<const std::string> values) {
    std::string line(events::kLevelNames[static_cast<std::size_t>(event.level)]);
    line.append(" ").append(event.area()).append(": ").append(event.sentence);
    line.append(" event=").append(event.id);
    for (std::size_t i = 0; i < event.fieldCount() && i < values.size(); ++i)
        line.append(" ").append(event.fields[i].name).append("=") +=
            admitted(event.fields[i], values[i]);
    return line;
}

std::optional<Line> lineIn(std::string_view text) {
    const std::size_t place = events::placeOf(valueIn(text, "event").value_or(""));
    if (place == events::kNoEvent)
        return std::nullopt;
    Line line{&events::kEvents[place]};
    for (std::size_t i = 0; i < line.event->fieldCount(); ++i) {
        const Field& field = line.event->fields[i];
        if (const auto value = valueIn(text, field.name))
            line.fields.emplace_back(field.name, admitted(field, *value));
    }
    return line;
}

} // namespace kiosk::log
