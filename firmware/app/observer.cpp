// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/observer.h"

#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "firmware/base/log.h"

namespace kiosk::app {

namespace {

nlohmann::json nodeJson(const kit::Node& node) {
    return {{"id", node.id},       {"role", kit::name(node.role)}, {"name", node.name},
            {"state", node.state}, {"value", node.value},          {"x", node.bounds.x},
            {"y", node.bounds.y},  {"width", node.bounds.width},   {"height", node.bounds.height}};
}

void warnIfFailed(const Result<>& written) {
    if (!written)
        log::tell<"observer.not-written">(written.error());
}

} // namespace

void Observer::leaving(const kit::Node& before, const kit::Node& after, const kit::Canvas& canvas) {
    if (before.id.empty() || before.id == after.id)
        return;
    char number[16];
    std::snprintf(number, sizeof number, "%02d", ++pictures_);
    warnIfFailed(canvas.writePng(folder_ / (std::string(number) + "-" + before.id + ".png")));
}

void Observer::shown(const kit::Node& tree) {
    nlohmann::json nodes = nlohmann::json::array();
    kit::walk(tree, [&nodes](const kit::Node& node, int) { nodes.push_back(nodeJson(node)); });
    const nlohmann::json observation{{"screen", tree.id}, {"nodes", nodes}};
    warnIfFailed(writeFile(
        folder_ / "tree.json",
        bytesOf(observation.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))));
}

} // namespace kiosk::app
