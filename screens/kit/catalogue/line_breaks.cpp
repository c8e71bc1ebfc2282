// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/catalogue/line_breaks.h"

#include <memory>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

namespace kiosk::kit {
namespace {

std::unique_ptr<icu::BreakIterator> breaksOf(const std::string& language, Cut cut) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(language.c_str());
    std::unique_ptr<icu::BreakIterator> breaks(
        cut == Cut::betweenWords ? icu::BreakIterator::createLineInstance(locale, status)
                                 : icu::BreakIterator::createCharacterInstance(locale, status));
    return U_SUCCESS(status) ? std::move(breaks) : nullptr;
}

} // namespace

std::vector<std::string> pieces(std::string_view text, const std::string& language, Cut cut) {
    const auto breaks = breaksOf(language, cut);
    if (breaks == nullptr) // without ICU's own data: better uncut than not at all
        return {std::string(text)};
    const auto whole = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    breaks->setText(whole);
    std::vector<std::string> parts;
    for (int32_t from = breaks->first(), to = breaks->next(); to != icu::BreakIterator::DONE;
         from = to, to = breaks->next())
        whole.tempSubStringBetween(from, to).toUTF8String(parts.emplace_back());
    return parts;
}

} // namespace kiosk::kit
