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

/// Every measure of a side, by its name in the report.
std::vector<std::pair<const char*, const std::optional<Spread>*>> spreadsOf(const Side& side) {
    return {{"cpuMs", &side.cpuMs},
            {"wallMs", &side.wallMs},
            {"peakMb", &side.peakMb},
            {"idleMb", &side.idleMb},
            {"touchMs", &side.touchMs},
            {"wakesPerSecond", &side.wakesPerSecond},
            {"longestSleepS", &side.longestSleepS}};
}

/// The same measure of both; nothing where one of them has none, or the peer's is nought.
void addRatio(Json& json, const char* name, const std::optional<Spread>& ours,
              const std::optional<Spread>& peer) {
    if (ours && peer && peer->median > 0)
        json[name] = ours->median / peer->median;
}

Json toJson(const Side& side) {
    Json json = {{"name", side.name}, {"missing", !side.cpuMs}};
    for (const auto& [name, spread] : spreadsOf(side))
        if (*spread)
            json[name] = toJson(**spread);
    if (side.instructions)
        json["instructions"] = *side.instructions;
    if (side.reading)
        json["reading"] = {{"shown", side.reading->shown},
                           {"read", side.reading->read},
                           {"misread", side.reading->misread}};
    return json;
}

Json toJson(const PictureDifference& difference) {
    return {{"mean", difference.mean},
            {"most", difference.most},
            {"farApart", difference.farApart},
            {"withinBounds", difference.withinBounds()}};
}

/// Ratios only where both ran, and only of equal pictures.
Json ratiosOf(const Comparison& comparison) {
    Json json = Json::object();
    const Side& ours = comparison.ours;
    const Side& peer = comparison.peer;
    if (comparison.difference && !comparison.difference->withinBounds())
        return json;
    addRatio(json, "cpu", ours.cpuMs, peer.cpuMs);
    addRatio(json, "wall", ours.wallMs, peer.wallMs);
    addRatio(json, "peakMemory", ours.peakMb, peer.peakMb);
    addRatio(json, "idleMemory", ours.idleMb, peer.idleMb);
    addRatio(json, "touch", ours.touchMs, peer.touchMs);
    addRatio(json, "wakes", ours.wakesPerSecond, peer.wakesPerSecond);
    if (ours.instructions && peer.instructions)
        json["instructions"] =
            static_cast<double>(*ours.instructions) / static_cast<double>(*peer.instructions);
    if (ours.reading && peer.reading && peer.reading->read < peer.reading->shown)
        json["misses"] = static_cast<double>(ours.reading->shown - ours.reading->read) /
                         (peer.reading->shown - peer.reading->read);
    return json;
}

Json toJson(const Comparison& comparison) {
    Json json = {{"name", comparison.name},
                 {"what", comparison.what},
                 {"ours", toJson(comparison.ours)},
                 {"peer", toJson(comparison.peer)},
                 {"ratio", ratiosOf(comparison)}};
    if (comparison.difference)
        json["difference"] = toJson(*comparison.difference);
    return json;
}

} // namespace

std::string toJson(const std::vector<Measured>& spans, const std::vector<Comparison>& comparisons) {
    Json report = {{"spans", Json::array()}, {"comparisons", Json::array()}};
    for (const Measured& span : spans)
        report["spans"].push_back(toJson(span));
    for (const Comparison& comparison : comparisons)
        report["comparisons"].push_back(toJson(comparison));
    return report.dump(2);
}

} // namespace kiosk::speed
