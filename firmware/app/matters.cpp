// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/matters.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "firmware/app/json_file.h"
#include "firmware/licence/copy_code.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

/// The text of a member; empty where there is none, or it is none.
std::string textOf(const json& object, const char* key) {
    const auto it = object.is_object() ? object.find(key) : object.end();
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

/// What is said before what is wrong: which file, and which entry of it.
std::string where(std::size_t index, const std::string& key) {
    return "matters.json: " +
           (key.empty() ? "entry " + std::to_string(index + 1) : "\"" + key + "\"") + ": ";
}

Result<std::vector<std::string>> typesOf(const json& need, const std::string& at) {
    const auto it = need.find("types");
    if (it == need.end() || !it->is_array() || it->empty())
        return configError("config.wrong", at + "types: a list of at least one code is expected");
    std::vector<std::string> codes;
    for (const json& code : *it) {
        if (!code.is_string() || !isLicenceTypeCode(code.get<std::string>()))
            return configError("config.wrong", at + "types: " + code.dump() +
                                                   " has not 21 characters of 0-9 and A-Z");
        codes.push_back(code.get<std::string>());
    }
    return codes;
}

Result<Matter::Need> needOf(const json& entry, const std::string& at) {
    Matter::Need need{.name = textOf(entry, "name"), .typeCodes = {}};
    if (need.name.empty())
        return configError("config.wrong", at + "a need lacks its name");
    need.typeCodes = TRY(typesOf(entry, at + need.name + ": "));
    if (const auto it = entry.find("optional"); it != entry.end()) {
        if (!it->is_boolean())
            return configError("config.wrong",
                               at + need.name + ": optional: true or false is expected");
        need.optional = it->get<bool>();
    }
    return need;
}

Result<std::vector<Matter::Need>> needsOf(const json& entry, const std::string& at) {
    const auto it = entry.find("needs");
    if (it == entry.end() || !it->is_array() || it->empty())
        return configError("config.wrong", at + "needs: a list of at least one is expected");
    std::vector<Matter::Need> needs;
    for (const json& need : *it)
        needs.push_back(TRY(needOf(need, at)));
    return needs;
}

Result<Holder::Kind> holderOf(const json& entry, const std::string& at) {
    const std::string kind = textOf(entry, "for");
    if (kind != "person" && kind != "enterprise")
        return configError("config.wrong", at + "for: person or enterprise is expected");
    return kind == "person" ? Holder::Kind::person : Holder::Kind::enterprise;
}

Result<Matter> matterOf(const json& entry, std::size_t index,
                        const std::vector<Purpose>& purposes) {
    const std::string at = where(index, textOf(entry, "key"));
    Matter matter{.key = textOf(entry, "key"),
                  .text = textOf(entry, "text"),
                  .purposeKey = textOf(entry, "purpose"),
                  .needs = {}};
    if (!isPurposeKey(matter.key))
        return configError("config.wrong", at + "a key has 1 to 16 of a-z, 0-9 and '-'");
    if (matter.text.empty())
        return configError("config.wrong", at + "it lacks its text");
    if (std::ranges::find(purposes, matter.purposeKey, &Purpose::key) == purposes.end())
        return configError("config.wrong",
                           at + "purpose: \"" + matter.purposeKey + "\" is not in purposes.json");
    matter.holder = TRY(holderOf(entry, at));
    matter.needs = TRY(needsOf(entry, at));
    return matter;
}

} // namespace

Result<std::vector<Matter>> loadMatters(const std::filesystem::path& file,
                                        const std::vector<Purpose>& purposes) {
    const json list = TRY(readJson(file));
    if (!list.is_array())
        return configError("config.wrong", "matters.json: a list is expected");
    std::vector<Matter> matters;
    for (const json& entry : list) {
        Matter matter = TRY(matterOf(entry, matters.size(), purposes));
        if (std::ranges::find(matters, matter.key, &Matter::key) != matters.end())
            return configError("config.wrong", where(matters.size(), matter.key) + "named twice");
        matters.push_back(std::move(matter));
    }
    return matters;
}

} // namespace kiosk::app
