// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/property_info.h"

#include <nlohmann/json.hpp>

#include "firmware/base/text.h"
#include "firmware/document/package.h"

namespace kiosk::verify {

namespace {

constexpr std::size_t kLongest = 4096;

std::string pathIn(std::string_view text) {
    if (!text.starts_with('{'))
        return std::string(text);
    const auto object = nlohmann::json::parse(text, nullptr, false);
    const auto entry = object.is_object() ? object.find("Entry") : object.end();
    const bool named = entry != object.end() && entry->is_string();
    return named ? entry->get<std::string>() : std::string();
}

} // namespace

std::optional<std::string> signedPathIn(std::string_view propertyInfo) {
    if (propertyInfo.size() > kLongest)
        return std::nullopt;
    const std::string written = pathIn(trimmed(propertyInfo));
    if (written.empty())
        return std::nullopt;
    const auto path = document::resolvePath("", written);
    return path ? std::optional(*path) : std::nullopt;
}

} // namespace kiosk::verify
