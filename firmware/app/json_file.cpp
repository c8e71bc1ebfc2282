// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/json_file.h"

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"

namespace kiosk::app {

std::unexpected<Error> configError(std::string_view code, std::string_view detail) {
    return fail(ErrorKind::configuration, code, Remedy::configuration, detail);
}

Result<nlohmann::json> readJson(const std::filesystem::path& file) {
    const Result<Bytes> bytes = readFile(file, 1U << 20);
    if (!bytes)
        return configError("config.unreadable", bytes.error().detail());
    try {
        return nlohmann::json::parse(toText(*bytes), nullptr, true, true);
    } catch (const nlohmann::json::exception& error) {
        return configError("config.syntax", file.filename().string() + ": " + error.what());
    }
}

} // namespace kiosk::app
