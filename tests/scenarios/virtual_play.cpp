// SPDX-License-Identifier: Apache-2.0
#include "tests/scenarios/virtual_play.h"

#include <catch2/catch.hpp>

namespace kiosk::bench {

std::unique_ptr<VirtualStage> openStage(VirtualStage::Options options) {
    auto stage =
        VirtualStage::open(std::filesystem::path(KIOSK_SOURCE_DIR) / "assets", std::move(options));
    if (!stage)
        FAIL(stage.error().line());
    return std::move(*stage);
}

bool holds(VirtualStage& stage, std::vector<Play> plays) {
    const std::vector<std::string> lines(plays.size());
    const auto report = Player(stage).play({.plays = std::move(plays), .lines = lines});
    if (!report)
        WARN(report.error().line());
    return report.has_value();
}

std::string serviceOnScreen(VirtualStage& stage, const std::string& service) {
    const Glance glance = stage.look();
    REQUIRE(glance.screen == "start");
    const SeenNode* node = glance.find("service." + service);
    REQUIRE(node != nullptr);
    return node->state;
}

} // namespace kiosk::bench
