// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "firmware/verify/verdict.h"

/// A verdict as assets/schemas/document-verify.schema.json describes it: what `kioskctl document
/// verify --json` prints and what comes out of the walls.
namespace kiosk::reading {

nlohmann::json verdictJson(const verify::Verdict& verdict);

/// Throws nlohmann::json::exception or std::out_of_range where `json` is no such verdict.
verify::Verdict verdictFrom(const nlohmann::json& json);

} // namespace kiosk::reading
