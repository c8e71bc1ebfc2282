// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/purposes.h"

#include <nlohmann/json.hpp>

#include "firmware/app/json_file.h"
#include "firmware/licence/copy_code.h"

namespace kiosk::app {

Result<std::vector<Purpose>> loadPurposes(const std::filesystem::path& assets) {
    const nlohmann::json list = TRY(readJson(assets / "purposes.json"));
    if (!list.is_array() || list.empty())
        return configError("config.wrong", "purposes.json: a list of at least one is expected");
    std::vector<Purpose> purposes;
    for (const nlohmann::json& entry : list) {
        const bool whole = entry.is_object() && entry.contains("key") && entry["key"].is_string() &&
                           entry.contains("text") && entry["text"].is_string();
        if (!whole)
            return configError("config.wrong", "purposes.json: an entry lacks key or text");
        if (!isPurposeKey(entry["key"].get<std::string>()))
            return configError("config.wrong",
                               "purposes.json: a key has 1 to 16 of a-z, 0-9 and '-'");
        purposes.push_back({entry["key"].get<std::string>(), entry["text"].get<std::string>()});
    }
    return purposes;
}

} // namespace kiosk::app
