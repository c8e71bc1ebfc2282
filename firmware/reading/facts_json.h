// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "firmware/reading/reader.h"

/// What crosses the walls, as JSON. The `…From` functions throw nlohmann::json::exception or
/// std::out_of_range on anything else.
namespace kiosk::reading {

/// assets/schemas/document-inspect.schema.json, but for the findings.
nlohmann::json inspectionJson(const FileFacts& facts);

nlohmann::json factsJson(const FileFacts& facts);
FileFacts factsFrom(const nlohmann::json& json);

nlohmann::json errorJson(const Error& error);
Error errorFrom(const nlohmann::json& json);

/// The marks for sheets of so many pages: their lines are set in words before they cross.
nlohmann::json marksJson(const document::SheetMarks& marks, std::size_t pages);
document::SheetMarks marksFrom(const nlohmann::json& json);

/// Names from files may hold any bytes; what is no UTF-8 is replaced.
std::string textOf(const nlohmann::json& json, int indent = -1);

} // namespace kiosk::reading
