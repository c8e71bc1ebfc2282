// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/document_licence.h"

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/document_command.h"
#include "firmware/licence/check_characters.h"
#include "firmware/licence/metadata/quality.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

Date today() {
    return Date(std::chrono::floor<std::chrono::days>(SystemClock().wall()));
}

/// "2026-03-18", "open", or null where there is none to read.
json dateJson(const StatedDate& date) {
    if (date.kind == StatedDate::Kind::openEnd)
        return "open";
    return date.kind == StatedDate::Kind::day
               ? json(isoTime(std::chrono::sys_days(date.day)).substr(0, 10))
               : json();
}

json holdersJson(const std::vector<Holder>& holders) {
    json list = json::array();
    for (const Holder& holder : holders)
        list.push_back({{"name", maskedName(holder.name)},
                        {"code", maskedCode(holder.code)},
                        {"kind", holder.kind == Holder::Kind::person ? "person" : "enterprise"}});
    return list;
}

} // namespace

json licenceJson(const LicenceMetadata& metadata) {
    json fields = json::array();
    for (const auto& [name, text] : metadata.fields)
        fields.push_back(name);
    return {{"identifier", metadata.identifier},
            {"typeName", metadata.typeName},
            {"typeCode", metadata.typeCode},
            {"number", maskedCode(metadata.number)},
            {"issuer", metadata.issuer},
            {"issuerCode", metadata.issuerCode},
            {"holders", holdersJson(metadata.holders)},
            {"issuedOn", dateJson(metadata.issuedOn)},
            {"effectiveOn", dateJson(metadata.effectiveOn)},
            {"expiresOn", dateJson(metadata.expiresOn)},
            {"fields", std::move(fields)}};
}

json qualityJson(const LicenceMetadata& metadata) {
    json findings = json::array();
    for (const QualityFinding& finding : judgeQuality(metadata, today()))
        findings.push_back({{"code", name(finding.code)},
                            {"field", finding.field},
                            {"severity", name(severityOf(finding.code))}});
    return findings;
}

} // namespace kiosk::app
