// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/catalogue/languages.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"

namespace kiosk::kit {
namespace {

constexpr std::size_t kLanguagesLimit = 64U << 10;

using Json = nlohmann::json;

std::optional<LanguageFacts> factsFrom(const Json& json) {
    const auto word = [&](const char* name) {
        const auto entry = json.find(name);
        return entry != json.end() && entry->is_string() ? entry->get<std::string>()
                                                         : std::string();
    };
    if (!json.is_object())
        return std::nullopt;
    const std::string direction = word("direction");
    LanguageFacts facts{word("tag"), word("name"),
                        direction == "rightToLeft" ? Direction::rightToLeft
                                                   : Direction::leftToRight,
                        word("fonts"), word("shaping")};
    if (const auto lift = json.find("lift"); lift != json.end() && lift->is_number())
        facts.lift = lift->get<double>();
    if (const auto overhang = json.find("overhang");
        overhang != json.end() && overhang->is_number())
        facts.overhang = overhang->get<double>();
    if (const auto height = json.find("lineHeight"); height != json.end() && height->is_number())
        facts.lineHeight = height->get<double>();
    const bool told = direction == "leftToRight" || direction == "rightToLeft";
    // The tag names a file: nothing in it may lead elsewhere.
    const bool plainTag = std::ranges::all_of(
        facts.tag, [](unsigned char letter) { return std::isalnum(letter) != 0 || letter == '-'; });
    if (!told || !plainTag || facts.tag.empty() || facts.name.empty() || facts.families.empty() ||
        facts.shaping.empty())
        return std::nullopt;
    return facts;
}

} // namespace

Result<Languages> Languages::load(const std::filesystem::path& file) {
    const auto unreadable = [&] {
        return fail(ErrorKind::configuration, "texts.unreadable", Remedy::configuration,
                    file.filename().string());
    };
    const Bytes bytes = TRY(readFile(file, kLanguagesLimit));
    const Json json = Json::parse(toText(bytes), nullptr, false);
    if (!json.is_array() || json.empty())
        return unreadable();
    Languages languages;
    for (const Json& entry : json) {
        const auto facts = factsFrom(entry);
        if (!facts)
            return unreadable();
        languages.all_.push_back(*facts);
    }
    return languages;
}

std::size_t Languages::indexOf(std::string_view tag) const {
    const auto found = std::ranges::find(all_, tag, &LanguageFacts::tag);
    return found == all_.end() ? 0 : static_cast<std::size_t>(found - all_.begin());
}

} // namespace kiosk::kit
