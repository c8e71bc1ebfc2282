// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/stage.h"

namespace kiosk::bench {

/// A stage that shows one screen and answers what it is told to.
class FakeStage final : public Stage {
public:
    Glance glance;
    std::vector<PrintedSheet> sheetsOut;
    Delivered deliveredNow;
    std::vector<std::string> touched;
    std::chrono::milliseconds passed{0};

    Glance look() override { return glance; }
    Result<> pass(std::chrono::milliseconds time) override {
        passed += time;
        return {};
    }
    Result<> touch(const std::string& nodeId) override {
        touched.push_back(nodeId);
        return {};
    }
    Result<> layCard(const std::string&, Card) override { return {}; }
    Result<> happen(Happening) override { return {}; }
    Result<> setFault(const std::string&, const std::string&, std::optional<int>) override {
        return {};
    }
    Result<> showCode(const std::string&) override { return {}; }
    Result<> breakNextRead(const std::string&) override { return {}; }
    Result<std::vector<PrintedSheet>> sheets() override { return sheetsOut; }
    Result<Delivered> delivered() override { return deliveredNow; }
};

inline FakeStage showing(std::string screen, std::vector<SeenNode> nodes = {}) {
    FakeStage stage;
    stage.glance = {std::move(screen), std::move(nodes)};
    return stage;
}

} // namespace kiosk::bench
