// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/health/schema_check.h"

#include <algorithm>
#include <regex>
#include <set>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace kiosk::tests {

namespace {

using nlohmann::json;

bool isOfType(const json& value, const std::string& type) {
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
           (type == "string" && value.is_string()) || (type == "number" && value.is_number()) ||
           (type == "boolean" && value.is_boolean()) || (type == "null" && value.is_null());
}

bool isOfAnyType(const json& value, const json& types) {
    if (types.is_string())
        return isOfType(value, types);
    return std::ranges::any_of(types, [&](const json& type) { return isOfType(value, type); });
}

bool matches(const std::string& text, const std::string& pattern) {
    return std::regex_search(text, std::regex(pattern));
}

std::string simpleFinding(const json& schema, const json& value) {
    static const std::set<std::string> kKnown{"$schema",     "title",
                                              "description", "type",
                                              "enum",        "const",
                                              "pattern",     "required",
                                              "properties",  "patternProperties",
                                              "items",       "additionalProperties"};
    for (const auto& [word, said] : schema.items())
        if (!kKnown.contains(word))
            throw std::runtime_error("unknown word in a schema: " + word);
    if (schema.contains("type") && !isOfAnyType(value, schema["type"]))
        return "type";
    if (schema.contains("const") && value != schema["const"])
        return "const";
    if (schema.contains("enum") && std::ranges::find(schema["enum"], value) == schema["enum"].end())
        return "enum";
    if (schema.contains("pattern") && value.is_string() &&
        !matches(value.get<std::string>(), schema["pattern"]))
        return "pattern";
    return {};
}

/// What the schema says of this member; null where it says that there is none.
json memberSchema(const json& schema, const std::string& key) {
    if (schema.contains("properties") && schema["properties"].contains(key))
        return schema["properties"][key];
    if (schema.contains("patternProperties"))
        for (const auto& [pattern, inner] : schema["patternProperties"].items())
            if (matches(key, pattern))
                return inner;
    return schema.value("additionalProperties", json(true)) == json(false) ? json()
                                                                           : json::object();
}

std::string objectFinding(const json& schema, const json& value, const std::string& at) {
    for (const json& key : schema.value("required", json::array()))
        if (!value.contains(key.get<std::string>()))
            return at + ": lacks " + key.get<std::string>();
    for (const auto& [key, member] : value.items()) {
        const json inner = memberSchema(schema, key);
        const std::string found =
            inner.is_null() ? at + ": holds " + key : schemaFinding(inner, member, at + "/" + key);
        if (!found.empty())
            return found;
    }
    return {};
}

} // namespace

std::string schemaFinding(const json& schema, const json& value, const std::string& at) {
    if (const std::string found = simpleFinding(schema, value); !found.empty())
        return at + ": " + found + ", " + value.dump();
    if (value.is_object())
        return objectFinding(schema, value, at);
    if (value.is_array() && schema.contains("items"))
        for (std::size_t i = 0; i < value.size(); ++i)
            if (auto found = schemaFinding(schema["items"], value[i], at + "/" + std::to_string(i));
                !found.empty())
                return found;
    return {};
}

} // namespace kiosk::tests
