// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/last_good.h"

#include <regex>

#include <nlohmann/json.hpp>

#include "firmware/app/json_file.h"
#include "firmware/base/files.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

constexpr int kForm = 1;
constexpr std::size_t kMostBytes = std::size_t{4} << 20; ///< two files, each text in quotes

json jsonOf(const JsonText& text) {
    return {{"name", text.name}, {"folder", text.folder.string()}, {"text", text.text}};
}

JsonText textFrom(const json& kept) {
    return {.name = kept.at("name").get<std::string>(),
            .folder = kept.at("folder").get<std::string>(),
            .text = kept.at("text").get<std::string>()};
}

std::string written(const ConfigTexts& texts) {
    json kept{{"form", kForm}, {"config", jsonOf(texts.config)}};
    if (texts.regions)
        kept["regions"] = jsonOf(*texts.regions);
    return kept.dump(1, ' ', false, json::error_handler_t::replace);
}

/// Nothing where none was kept, or by a software of another form.
std::optional<ConfigTexts> keptIn(const std::filesystem::path& state) {
    const auto bytes = readFile(state / kLastGoodName, kMostBytes);
    if (!bytes)
        return std::nullopt;
    try {
        const json kept = json::parse(toText(*bytes));
        if (kept.at("form") != kForm)
            return std::nullopt;
        ConfigTexts texts{.config = textFrom(kept.at("config")), .regions = std::nullopt};
        if (kept.contains("regions"))
            texts.regions = textFrom(kept.at("regions"));
        return texts;
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

/// Of a text that may be broken anywhere else.
std::optional<std::filesystem::path> stateNamedIn(const std::filesystem::path& file) {
    static const std::regex kState(R"re("state"\s*:\s*"([^"\\\n]+)")re");
    const auto text = readJsonText(file);
    std::smatch found;
    if (!text || !std::regex_search(*text, found, kState))
        return std::nullopt;
    return std::filesystem::absolute(file).parent_path() / found.str(1);
}

Result<UsableConfig> usableFrom(ConfigTexts texts) {
    Config config = TRY(configFrom(texts));
    return UsableConfig{.config = std::move(config), .texts = std::move(texts)};
}

Result<UsableConfig> asTheFileSays(const std::filesystem::path& file) {
    return usableFrom(TRY(readConfig(file)));
}

std::optional<UsableConfig> lastGoodOf(const std::filesystem::path& file) {
    const auto state = stateNamedIn(file);
    auto texts = state ? keptIn(*state) : std::nullopt;
    // Another kiosk's, or of a file elsewhere: not what this file was when it was good.
    if (!texts || texts->config.folder != std::filesystem::absolute(file).parent_path())
        return std::nullopt;
    auto usable = usableFrom(std::move(*texts));
    if (!usable || usable->config.state != *state)
        return std::nullopt;
    return std::move(*usable);
}

} // namespace

Result<UsableConfig> loadUsableConfig(const std::filesystem::path& file) {
    auto usable = asTheFileSays(file);
    if (usable)
        return usable;
    if (auto good = lastGoodOf(file)) {
        good->wrong = usable.error();
        return std::move(*good);
    }
    return usable;
}

Result<> keepAsLastGood(const ConfigTexts& texts, const std::filesystem::path& state) {
    const std::string whole = written(texts);
    const auto file = state / kLastGoodName;
    const auto before = readFile(file, kMostBytes);
    if (before && toText(*before) == whole)
        return {};
    return writeFile(file, bytesOf(whole));
}

} // namespace kiosk::app
