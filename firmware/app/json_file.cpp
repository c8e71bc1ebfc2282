// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/json_file.h"

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"

namespace kiosk::app {

std::unexpected<Error> configError(std::string_view code, std::string_view detail) {
    return fail(ErrorKind::configuration, code, Remedy::configuration, detail);
}

Result<std::string> readJsonText(const std::filesystem::path& file) {
    const Result<Bytes> bytes = readFile(file, 1U << 20);
    if (!bytes)
        return configError("config.unreadable", bytes.error().detail());
    return toText(*bytes);
}

Result<nlohmann::json> parsedJson(std::string_view text, std::string_view name) {
    try {
        return nlohmann::json::parse(text, nullptr, true, true);
    } catch (const nlohmann::json::exception& error) {
        return configError("config.syntax", std::string(name) + ": " + error.what());
    }
}

Result<nlohmann::json> readJson(const std::filesystem::path& file) {
    return parsedJson(TRY(readJsonText(file)), file.filename().string());
}

} // namespace kiosk::app
