// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace kiosk::tests {

/// Where a value is not as a JSON Schema (2020-12) says, "/facts/disk: …"; empty where it is. Knows
/// type, enum, const, pattern, required, properties, patternProperties, additionalProperties and
/// items; throws std::runtime_error for a schema that uses any other word that says what may be.
std::string schemaFinding(const nlohmann::json& schema, const nlohmann::json& value,
                          const std::string& at = "");

} // namespace kiosk::tests
