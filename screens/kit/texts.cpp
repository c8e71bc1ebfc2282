// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/texts.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "screens/kit/words.h"

namespace kiosk::kit {
namespace {

constexpr std::size_t kCatalogueLimit = 4U << 20;
constexpr std::string_view kFirstStrongIsolate = "\u2068";
constexpr std::string_view kLeftToRightIsolate = "\u2066";
constexpr std::string_view kPopIsolate = "\u2069";

bool isNumeric(std::string_view value) {
    return value.find_first_not_of("0123456789-:./ ") == std::string_view::npos;
}

std::string isolated(std::string_view value) {
    return format("{}{}{}", isNumeric(value) ? kLeftToRightIsolate : kFirstStrongIsolate, value,
                  kPopIsolate);
}

std::string substituted(std::string_view pattern, Texts::Values values) {
    std::string result;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool slot = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
        const auto index = slot ? static_cast<std::size_t>(pattern[at + 1] - '0') : values.size();
        if (index >= values.size()) {
            result += pattern[at];
            continue;
        }
        result += isolated(values.begin()[index]);
        at += 2;
    }
    return result;
}

std::string longer(const std::string& text) {
    const auto points = codePoints(text);
    const std::size_t extra = (points.size() * 2 + 4) / 5;
    const bool latin = std::ranges::all_of(points, [](char32_t point) { return point < 0x2000; });
    std::u32string tail;
    while (tail.size() < extra)
        tail += latin ? U" wide" : U"延长";
    tail.resize(extra);
    if (!tail.empty() && tail.back() == U' ') // a space at the end of a line takes no room
        tail.back() = U'w';
    return text + toUtf8(tail);
}

} // namespace

Result<Texts> Texts::load(const std::filesystem::path& file, std::string_view language) {
    const Bytes bytes = TRY(readFile(file, kCatalogueLimit));
    const auto json = nlohmann::json::parse(toText(bytes), nullptr, false);
    if (!json.is_object())
        return fail(ErrorKind::configuration, "texts.unreadable", Remedy::configuration,
                    file.filename().string());
    Texts texts;
    texts.language_ = language;
    for (const auto& [key, value] : json.items())
        if (value.is_string())
            texts.texts_.emplace(key, value.get<std::string>());
    return texts;
}

std::string Texts::text(std::string_view key, Values values) const {
    const auto entry = texts_.find(key);
    return entry == texts_.end() ? format("⟦{}⟧", key) : substituted(entry->second, values);
}

std::string Texts::say(std::string_view key, Values values) const {
    const auto entry = texts_.find(format("{}.say", key));
    return entry == texts_.end() ? text(key, values) : substituted(entry->second, values);
}

Phrase Texts::phrase(std::string_view key, Values values) const {
    return {text(key, values), say(key, values)};
}

std::vector<std::string> Texts::keys() const {
    std::vector<std::string> result;
    for (const auto& [key, text] : texts_)
        result.push_back(key);
    return result;
}

Texts Texts::stretched() const {
    Texts result = *this;
    for (auto& [key, text] : result.texts_)
        text = longer(text);
    return result;
}

Result<Catalogue> Catalogue::load(const std::filesystem::path& folder) {
    Catalogue catalogue;
    for (const auto language : {visit::Language::zhCn, visit::Language::en})
        catalogue.languages_[static_cast<std::size_t>(language)] =
            TRY(Texts::load(folder / format("{}.json", tag(language)), tag(language)));
    return catalogue;
}

Catalogue Catalogue::stretched() const {
    Catalogue result;
    std::ranges::transform(languages_, result.languages_.begin(), &Texts::stretched);
    return result;
}

std::string_view tag(visit::Language language) {
    switch (language) {
    case visit::Language::zhCn:
        return "zh-CN";
    case visit::Language::en:
        return "en";
    }
    return "zh-CN";
}

std::string withoutIsolates(std::string_view text) {
    std::string result(text);
    for (const auto mark : {kFirstStrongIsolate, kLeftToRightIsolate, kPopIsolate})
        for (auto at = result.find(mark); at != std::string::npos; at = result.find(mark))
            result.erase(at, mark.size());
    return result;
}

} // namespace kiosk::kit
