// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/texts.h"

#include <algorithm>

#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "screens/kit/catalogue/po_file.h"
#include "screens/kit/words.h"

namespace kiosk::kit {
namespace {

constexpr std::size_t kCatalogueLimit = 4U << 20;

std::optional<TextUse> useOf(std::string_view context) {
    if (context == "ui")
        return TextUse::ui;
    if (context == "say")
        return TextUse::say;
    if (context == "short")
        return TextUse::brief;
    return std::nullopt;
}

/// The letters of a pattern, without its arguments and line breaks.
std::u32string lettersOf(std::string_view pattern) {
    std::u32string letters;
    int depth = 0;
    for (const char32_t point : codePoints(pattern)) {
        depth += point == U'{' ? 1 : point == U'}' ? -1 : 0;
        if (depth == 0 && point != U'}' && point != U'\n' && point != U'\'')
            letters += point;
    }
    return letters;
}

/// Two fifths more of its own letters, which keeps script and width of words as they are.
std::string longer(const std::string& pattern) {
    const std::u32string letters = lettersOf(pattern);
    const std::size_t extra = (letters.size() * 2 + 4) / 5;
    std::u32string tail = letters.substr(0, extra);
    if (!tail.empty() && tail.back() == U' ') // a space at the end of a line takes no room
        tail.back() = letters.front();
    return pattern + (tail.empty() ? "" : " " + toUtf8(tail));
}

} // namespace

Result<Texts> Texts::load(const std::filesystem::path& file, const LanguageFacts& language) {
    const Bytes bytes = TRY(readFile(file, kCatalogueLimit));
    return from(toText(bytes), language);
}

Result<Texts> Texts::from(std::string_view content, const LanguageFacts& language) {
    const auto unreadable = [&](std::string_view where) {
        return fail(ErrorKind::configuration, "texts.unreadable", Remedy::configuration,
                    format("{}: {}", language.tag, where));
    };
    auto entries = readPo(content);
    if (!entries)
        return unreadable(entries.error().detail());
    Texts texts;
    texts.language_ = language.tag;
    texts.direction_ = language.direction;
    for (PoEntry& entry : *entries) {
        const auto use = useOf(entry.context);
        if (!use || !texts.of(*use).emplace(entry.id, std::move(entry.text)).second)
            return unreadable(entry.id);
    }
    return texts;
}

const std::string& Texts::pattern(std::string_view key, TextUse use) const {
    static const std::string kNone;
    const Patterns& patterns = patterns_[static_cast<std::size_t>(use)];
    const auto entry = patterns.find(key);
    return entry == patterns.end() ? kNone : entry->second;
}

std::string Texts::filled(std::string_view key, TextUse use, Values values) const {
    const std::string& special = pattern(key, use);
    const std::string& words = special.empty() ? pattern(key, TextUse::ui) : special;
    auto text = words.empty() ? Result<std::string>() : formatted(words, language_, values);
    return text && !text->empty() ? std::move(*text) : format("⟦{}⟧", key);
}

std::string Texts::text(std::string_view key, Values values) const {
    return filled(key, TextUse::ui, values);
}

std::string Texts::say(std::string_view key, Values values) const {
    return filled(key, TextUse::say, values);
}

std::string Texts::brief(std::string_view key, Values values) const {
    return filled(key, TextUse::brief, values);
}

Phrase Texts::phrase(std::string_view key, Values values) const {
    return {text(key, values), say(key, values)};
}

std::vector<std::string> Texts::keys() const {
    std::vector<std::string> result;
    for (const auto& [key, text] : patterns_[static_cast<std::size_t>(TextUse::ui)])
        result.push_back(key);
    return result;
}

Texts Texts::stretched() const {
    Texts result = *this;
    for (Patterns& patterns : result.patterns_)
        for (auto& [key, text] : patterns)
            text = longer(text);
    return result;
}

Result<Catalogue> Catalogue::load(const std::filesystem::path& folder) {
    Catalogue catalogue;
    catalogue.languages_ = TRY(Languages::load(folder / "languages.json"));
    for (const LanguageFacts& language : catalogue.languages_.all())
        catalogue.texts_.push_back(
            TRY(Texts::load(folder / format("{}.po", language.tag), language)));
    return catalogue;
}

Catalogue Catalogue::stretched() const {
    Catalogue result = *this;
    std::ranges::transform(texts_, result.texts_.begin(), &Texts::stretched);
    return result;
}

} // namespace kiosk::kit
