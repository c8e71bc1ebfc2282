// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/catalogue/message.h"

#include <algorithm>

#include <unicode/messagepattern.h>
#include <unicode/plurrule.h>
#include <unicode/uchar.h>

#include "firmware/base/text.h"

namespace kiosk::kit {
namespace {

constexpr std::string_view kFirstStrongIsolate = "\u2068";
constexpr std::string_view kLeftToRightIsolate = "\u2066";
constexpr std::string_view kPopIsolate = "\u2069";

/// A number, a date, also a masked one: without a letter its direction is anybody's guess.
bool isNumeric(std::string_view value) {
    return std::ranges::none_of(codePoints(value), [](char32_t point) {
        return u_isalpha(static_cast<UChar32>(point)) != 0;
    });
}

/// Most texts have nothing in them that is a pattern's.
bool isPlain(std::string_view pattern) {
    return pattern.find_first_of("{}'") == std::string_view::npos;
}

/// Puts one text together. ICU's own MessageFormat would write numbers into it as it sees fit and
/// has no place for isolates; its parser and its plural rules are all that is needed.
class Composer {
public:
    Composer(const icu::MessagePattern& pattern, std::string_view language, Values values)
        : pattern_(pattern), language_(language), values_(values) {}

    /// The message whose first part this is; where it ends.
    int message(int start, std::string_view number);
    bool succeeded() const { return succeeded_; }
    std::string take() { return std::move(text_); }

private:
    using Part = icu::MessagePattern::Part;

    void append(int from, int to);
    void argument(int start);
    int chosen(int start, std::string_view number);
    icu::UnicodeString pluralOf(std::string_view number);
    std::string_view valueOf(int index) const;

    const icu::MessagePattern& pattern_;
    std::string_view language_;
    Values values_;
    std::string text_;
    bool succeeded_ = true;
};

void Composer::append(int from, int to) {
    pattern_.getPatternString().tempSubStringBetween(from, to).toUTF8String(text_);
}

std::string_view Composer::valueOf(int index) const {
    return index < static_cast<int>(values_.size()) ? values_.begin()[index] : std::string_view();
}

int Composer::message(int start, std::string_view number) {
    int written = pattern_.getPart(start).getLimit();
    for (int at = start + 1;; ++at) {
        const Part& part = pattern_.getPart(at);
        append(written, part.getIndex());
        written = part.getLimit();
        if (part.getType() == UMSGPAT_PART_TYPE_MSG_LIMIT)
            return at;
        if (part.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER)
            text_ += isolated(number);
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_START)
            continue;
        argument(at);
        at = pattern_.getLimitPartIndex(at);
        written = pattern_.getPart(at).getLimit();
    }
}

void Composer::argument(int start) {
    const Part& name = pattern_.getPart(start + 1);
    const int index = name.getValue();
    const bool isNumbered = name.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER;
    switch (pattern_.getPart(start).getArgType()) {
    case UMSGPAT_ARG_TYPE_NONE:
        succeeded_ = succeeded_ && isNumbered;
        if (index < static_cast<int>(values_.size()))
            text_ += isolated(valueOf(index));
        else
            append(pattern_.getPart(start).getIndex(),
                   pattern_.getPart(pattern_.getLimitPartIndex(start)).getLimit());
        return;
    case UMSGPAT_ARG_TYPE_PLURAL: {
        succeeded_ = succeeded_ && isNumbered;
        const std::string_view number = valueOf(index);
        message(chosen(start + 2, number), number);
        return;
    }
    default:
        succeeded_ = false;
    }
}

icu::UnicodeString Composer::pluralOf(std::string_view number) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::LocalPointer<icu::PluralRules> rules(icu::PluralRules::forLocale(
        icu::Locale::forLanguageTag({language_.data(), static_cast<int>(language_.size())}, status),
        status));
    const auto count = parseInteger(number);
    if (U_FAILURE(status) || !count)
        return "other";
    return rules->select(static_cast<double>(*count));
}

/// The part where the message for this number starts: "=1" before the word of the plural rule,
/// "other" where neither is there.
int Composer::chosen(int start, std::string_view number) {
    const icu::UnicodeString word = pluralOf(number);
    const auto exact = icu::UnicodeString::fromUTF8("=" + std::string(number));
    int best = start;
    int rank = 0;
    for (int at = start; pattern_.getPartType(at) == UMSGPAT_PART_TYPE_ARG_SELECTOR; ++at) {
        const icu::UnicodeString selector = pattern_.getSubstring(pattern_.getPart(at));
        at += UMSGPAT_PART_TYPE_MSG_START == pattern_.getPartType(at + 1) ? 1 : 2;
        const int fits = selector == exact ? 3 : selector == word ? 2 : selector == "other" ? 1 : 0;
        if (fits > rank) {
            best = at;
            rank = fits;
        }
        at = pattern_.getLimitPartIndex(at);
    }
    succeeded_ = succeeded_ && rank > 0;
    return rank > 0 ? best : 0;
}

Result<icu::MessagePattern> parsed(std::string_view pattern) {
    UErrorCode status = U_ZERO_ERROR;
    icu::MessagePattern result(UMSGPAT_APOS_DOUBLE_OPTIONAL, status);
    const auto length = static_cast<std::int32_t>(pattern.size());
    result.parse(icu::UnicodeString::fromUTF8({pattern.data(), length}), nullptr, status);
    if (U_FAILURE(status))
        return fail(ErrorKind::configuration, "texts.pattern", Remedy::configuration,
                    u_errorName(status));
    return result;
}

} // namespace

Result<std::string> formatted(std::string_view pattern, std::string_view language, Values values) {
    if (isPlain(pattern))
        return std::string(pattern);
    const icu::MessagePattern parts = TRY(parsed(pattern));
    Composer composer(parts, language, values);
    composer.message(0, {});
    if (!composer.succeeded())
        return fail(ErrorKind::configuration, "texts.pattern", Remedy::configuration,
                    "an argument of a kind that is not ours");
    return composer.take();
}

Result<std::set<int>> argumentsOf(std::string_view pattern) {
    const icu::MessagePattern parts = TRY(parsed(pattern));
    std::set<int> numbers;
    for (int at = 0; at < parts.countParts(); ++at)
        if (parts.getPartType(at) == UMSGPAT_PART_TYPE_ARG_NUMBER)
            numbers.insert(parts.getPart(at).getValue());
    return numbers;
}

std::string isolated(std::string_view value) {
    std::string result(isNumeric(value) ? kLeftToRightIsolate : kFirstStrongIsolate);
    return result.append(value).append(kPopIsolate);
}

std::string withoutIsolates(std::string_view text) {
    std::string result(text);
    for (const auto mark : {kFirstStrongIsolate, kLeftToRightIsolate, kPopIsolate})
        for (auto at = result.find(mark); at != std::string::npos; at = result.find(mark))
            result.erase(at, mark.size());
    return result;
}

} // namespace kiosk::kit
