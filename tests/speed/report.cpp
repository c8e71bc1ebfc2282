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

Json toJson(const Peer& peer) {
    Json json = {{"span", peer.span}, {"name", peer.name}, {"missing", !peer.cpuMs}};
    if (peer.cpuMs) {
        json["cpuMs"] = toJson(*peer.cpuMs);
        json["ratio"] = peer.ratio;
    }
    return json;
}

} // namespace

std::string toJson(const std::vector<Measured>& spans, const std::vector<Peer>& peers) {
    Json report = {{"spans", Json::array()}, {"peers", Json::array()}};
    for (const Measured& span : spans)
        report["spans"].push_back(toJson(span));
    for (const Peer& peer : peers)
        report["peers"].push_back(toJson(peer));
    return report.dump(2);
}

} // namespace kiosk::speed
