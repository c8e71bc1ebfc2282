// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/glance.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace kiosk::bench {

const SeenNode* Glance::find(std::string_view id) const {
    const auto node = std::ranges::find(nodes, id, &SeenNode::id);
    return node == nodes.end() ? nullptr : &*node;
}

const SeenNode* Glance::target(std::string_view idOrWords) const {
    if (const SeenNode* node = find(idOrWords))
        return node;
    const auto button = std::ranges::find_if(nodes, [idOrWords](const SeenNode& node) {
        return node.role == "button" && node.name == idOrWords;
    });
    return button == nodes.end() ? nullptr : &*button;
}

bool Glance::shows(std::string_view text) const {
    return std::ranges::any_of(nodes, [text](const SeenNode& node) {
        return node.name.find(text) != std::string::npos ||
               node.value.find(text) != std::string::npos ||
               node.state.find(text) != std::string::npos;
    });
}

Glance parseGlance(std::string_view observation) {
    const auto parsed = nlohmann::json::parse(observation, nullptr, false);
    Glance glance;
    if (!parsed.is_object())
        return glance;
    glance.screen = parsed.value("screen", "");
    for (const auto& node : parsed.value("nodes", nlohmann::json::array()))
        glance.nodes.push_back({.id = node.value("id", ""),
                                .role = node.value("role", ""),
                                .name = node.value("name", ""),
                                .state = node.value("state", ""),
                                .value = node.value("value", ""),
                                .x = node.value("x", 0.0),
                                .y = node.value("y", 0.0),
                                .width = node.value("width", 0.0),
                                .height = node.value("height", 0.0)});
    return glance;
}

} // namespace kiosk::bench
