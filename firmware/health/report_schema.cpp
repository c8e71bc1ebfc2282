// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "firmware/health/report.h"
#include "firmware/health/word_lists.h"

namespace kiosk::health {

namespace {

using Schema = nlohmann::ordered_json;

Schema objectSchema(Schema properties, const std::vector<std::string>& optional = {}) {
    Schema required = Schema::array();
    for (const auto& [key, value] : properties.items())
        if (std::ranges::find(optional, key) == optional.end())
            required.push_back(key);
    return {{"type", "object"},
            {"required", std::move(required)},
            {"additionalProperties", false},
            {"properties", std::move(properties)}};
}

Schema listSchema(Schema items) {
    return {{"type", "array"}, {"items", std::move(items)}};
}

Schema wordSchema(std::span<const std::string_view> words) {
    Schema list = Schema::array();
    for (const std::string_view word : words)
        list.push_back(word);
    return {{"enum", std::move(list)}};
}

Schema orNull(const char* type) {
    return {{"type", Schema::array({type, "null"})}};
}

Schema valueSchema(const Fact& fact) {
    Schema schema;
    switch (fact.shape) {
    case Shape::flag:
        return orNull("boolean");
    case Shape::word:
        schema = wordSchema(fact.words);
        schema["enum"].push_back(nullptr);
        return schema;
    case Shape::number:
    case Shape::counter:
        schema = orNull("number");
        break;
    case Shape::text:
        schema = orNull("string");
        schema["pattern"] = fact.pattern;
        break;
    }
    return schema;
}

std::span<const std::string_view> labelsOf(const Fact& fact) {
    if (fact.label == "layer")
        return kLayerNames;
    if (fact.label == "trial")
        return kTrialNames;
    return kPartNames;
}

/// A fact of each part, layer, trial or region.
Schema labelledSchema(const Fact& fact) {
    if (fact.label == "region")
        return {{"type", "object"},
                {"additionalProperties", false},
                {"patternProperties", {{"^[0-9]{6}$", valueSchema(fact)}}}};
    Schema properties;
    for (const std::string_view label : labelsOf(fact))
        properties[std::string(label)] = valueSchema(fact);
    return {
        {"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}};
}

Schema factsSchema() {
    Schema groups = Schema::object();
    std::vector<std::string> optional; // a group of which the codes for a phone hold nothing
    for (const Fact& fact : facts()) {
        if (!fact.inCodes)
            optional.emplace_back(fact.group);
        Schema schema = fact.label.empty() ? valueSchema(fact) : labelledSchema(fact);
        schema["description"] = fact.help;
        groups[std::string(fact.group)][nameOf(fact)] = std::move(schema);
    }
    for (auto& group : groups)
        group = objectSchema(std::move(group));
    return objectSchema(std::move(groups), optional);
}

Schema servicesWordSchema() {
    std::vector<std::string_view> words;
    words.reserve(kServices);
    for (std::size_t i = 0; i < kServices; ++i)
        words.push_back(name(static_cast<Service>(i)));
    return wordSchema(words);
}

Schema causeSchema() {
    return objectSchema({{"code", {{"type", "string"}, {"pattern", "^[a-z0-9-]+\\.[a-z0-9-]+$"}}},
                         {"remedy", wordSchema(kRemedyNames)},
                         {"advice", {{"type", "string"}}},
                         {"bring", wordSchema(kBringNames)}});
}

} // namespace

nlohmann::ordered_json reportSchema() {
    const Schema service =
        objectSchema({{"service", servicesWordSchema()},
                      {"region", {{"type", "string"}, {"pattern", "^[0-9]{6}$"}}},
                      {"ready", orNull("boolean")},
                      {"why", causeSchema()}},
                     {"region", "why"});
    const Schema finding =
        objectSchema({{"fact", {{"type", "string"}, {"pattern", "^[a-z_]+$"}}},
                      {"of", {{"type", "string"}, {"pattern", "^[A-Za-z0-9]+$"}}},
                      {"stops", listSchema(servicesWordSchema())},
                      {"why", causeSchema()}},
                     {"of"});
    Schema schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                  {"title", "A kiosk's health"},
                  {"description",
                   "What is null is not known, which is never healthy. Findings: most "
                   "useful first; one that stops nothing is a warning."}};
    schema.update(objectSchema({{"form", {{"const", kReportForm}}},
                                {"facts", factsSchema()},
                                {"services", listSchema(service)},
                                {"findings", listSchema(finding)}}));
    return schema;
}

} // namespace kiosk::health
