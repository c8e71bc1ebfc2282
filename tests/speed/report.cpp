// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/report.h"

#include <nlohmann/json.hpp>

namespace kiosk::speed {

namespace {

using Json = nlohmann::ordered_json;

Json toJson(const Spread& spread) {
    return {{"median", spread.median}, {"least", spread.least}, {"most", spread.most}};
}

Json toJson(const Measured& span) {
    Json json = {{"name", span.name},
                 {"what", span.what},
                 {"rounds", span.rounds},
                 {"cpuMs", toJson(span.cpuMs)},
                 {"wallMs", toJson(span.wallMs)}};
    if (span.instructions)
        json["instructions"] = *span.instructions;
    return json;
}

} // namespace

std::string toJson(const std::vector<Measured>& spans) {
    Json report = {{"spans", Json::array()}};
    for (const Measured& span : spans)
        report["spans"].push_back(toJson(span));
    return report.dump(2);
}

} // namespace kiosk::speed
