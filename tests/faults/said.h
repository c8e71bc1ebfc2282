// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace kiosk::faults {

/// "printer.paper-out attendant print": cause, actor and what is kept away of a report's first
/// finding.
inline std::string firstOf(const nlohmann::json& report) {
    if (!report.is_object())
        return "no report";
    if (report["findings"].empty())
        return "nothing is wrong";
    const nlohmann::json first = report["findings"][0];
    std::string said =
        first["why"]["code"].get<std::string>() + " " + first["why"]["remedy"].get<std::string>();
    for (const nlohmann::json& service : first["stops"])
        said += " " + service.get<std::string>();
    return said;
}

} // namespace kiosk::faults
