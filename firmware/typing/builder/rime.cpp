// SPDX-License-Identifier: Apache-2.0
#include "firmware/typing/builder/rime.h"

#include <map>
#include <memory>
#include <optional>

#include <unicode/translit.h>

#include "firmware/base/files.h"
#include "firmware/base/text.h"

namespace kiosk::typing {

namespace {

std::optional<Way> wayIn(std::string_view line, std::string_view keys) {
    const auto columns = split(line, '\t');
    if (line.starts_with('#') || columns.size() != 3)
        return std::nullopt;
    const std::u32string characters = codePoints(columns[0]);
    const bool isTyped =
        !columns[1].empty() && columns[1].find_first_not_of(keys) == std::string_view::npos;
    if (characters.size() != 1 || !isTyped)
        return std::nullopt;
    return Way{characters.front(), std::string(columns[1]), parseNumber(columns[2]).value_or(0)};
}

/// ICU's reading of characters as their simplified forms.
class Simplifier {
public:
    Simplifier() {
        UErrorCode status = U_ZERO_ERROR;
        rules_.reset(
            icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    }

    /// The character itself where it has no other form.
    char32_t operator()(char32_t character) const {
        icu::UnicodeString text(static_cast<UChar32>(character));
        if (rules_)
            rules_->transliterate(text);
        return text.countChar32() == 1 ? static_cast<char32_t>(text.char32At(0)) : character;
    }

private:
    std::unique_ptr<icu::Transliterator> rules_;
};

} // namespace

Result<std::vector<Way>> readRime(const std::filesystem::path& file, std::string_view keys) {
    const std::string text = toText(TRY(readFile(file)));
    std::vector<Way> ways;
    for (const std::string_view line : split(text, '\n'))
        if (auto way = wayIn(line, keys))
            ways.push_back(std::move(*way));
    if (ways.empty())
        return fail(ErrorKind::malformed, "typing.rime-empty", Remedy::configuration,
                    file.string());
    return ways;
}

void countSimplified(std::vector<Way>& ways) {
    const Simplifier simplified;
    std::map<std::pair<char32_t, std::string>, double> traditional;
    std::map<char32_t, double> anyWay; // strokes of the two forms are different
    for (const Way& way : ways)
        if (const char32_t simple = simplified(way.character); simple != way.character) {
            traditional[{simple, way.code}] += way.weight;
            anyWay[simple] = std::max(anyWay[simple], way.weight);
        }
    for (Way& way : ways) {
        if (const auto same = traditional.find({way.character, way.code});
            same != traditional.end())
            way.weight += same->second;
        else if (const auto any = anyWay.find(way.character);
                 any != anyWay.end() && way.weight == 0)
            way.weight = any->second;
    }
}

} // namespace kiosk::typing
