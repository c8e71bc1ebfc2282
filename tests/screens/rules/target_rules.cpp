// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/rules/target_rules.h"

#include <algorithm>

#include "screens/kit/words.h"

namespace kiosk::test {
namespace {

using kit::Node;

constexpr double kLeastTarget = 12.7;
constexpr double kLeastGap = 2.54;
constexpr double kLeastMainGap = 4;
constexpr double kTolerance = 0.01;

class TargetRules {
public:
    TargetRules(const std::vector<Placed>& screen, const TargetDemands& demands)
        : screen_(screen), demands_(demands) {}

    Findings findings() {
        for (const Placed& entry : screen_)
            if (entry->touch)
                checkTarget(entry);
        for (const Placed& entry : screen_)
            if (entry->id == "actions")
                checkMainButtons(*entry);
        checkGaps();
        return std::move(broken_);
    }

private:
    void checkTarget(const Placed& entry);
    void checkReach(const Node& node, const Mounting& mounting);
    void checkMainButtons(const Node& actions);
    void checkGaps();
    void report(std::string_view rule, const Node& node) {
        broken_.push_back(kit::format("{}: {}", rule, nameOf(node)));
    }

    const std::vector<Placed>& screen_;
    const TargetDemands& demands_;
    std::vector<const Node*> targets_;
    Findings broken_;
};

void TargetRules::checkTarget(const Placed& entry) {
    targets_.push_back(entry.node);
    const auto& bounds = entry->bounds;
    if (std::min(bounds.width, bounds.height) < kLeastTarget)
        report("A20 target too small", *entry);
    if (entry->id.empty())
        report("A20 target without an id", *entry);
    if (entry.beneath)
        report("A20 can be pressed under a dialog", *entry);
    if (demands_.within)
        checkReach(*entry, *demands_.within);
}

void TargetRules::checkReach(const Node& node, const Mounting& mounting) {
    const double floor = mounting.lowerEdge + mounting.heightOfGlass;
    if (floor - node.bounds.y > mounting.highest + kTolerance)
        report("A24 target too high", node);
    if (floor - node.bounds.bottom() < mounting.lowest - kTolerance)
        report("A24 target too low", node);
}

bool stretches(double one, double length, double other, double otherLength) {
    return one < other + otherLength && other < one + length;
}

/// A row of nothing but buttons is as main as a button of its own.
bool isButtonRow(const Node& node) {
    return !node.children.empty() && std::ranges::all_of(node.children, [](const Node& child) {
        return child.role == kit::Role::button;
    });
}

void TargetRules::checkMainButtons(const Node& actions) {
    std::vector<const Node*> buttons;
    for (const Node& child : actions.children) {
        if (child.role == kit::Role::button)
            buttons.push_back(&child);
        else if (isButtonRow(child))
            for (const Node& button : child.children)
                buttons.push_back(&button);
    }
    for (auto button = buttons.begin(); button != buttons.end(); ++button) {
        const auto& bounds = (*button)->bounds;
        if (std::min(bounds.width, bounds.height) < demands_.leastMainButton)
            report("A21 main button too small", **button);
        if (std::any_of(buttons.begin(), button, [&](const Node* above) {
                return bounds.y - above->bounds.bottom() < kLeastMainGap - kTolerance &&
                       stretches(bounds.x, bounds.width, above->bounds.x, above->bounds.width);
            }))
            report("A21 main buttons too close", **button);
    }
}

void TargetRules::checkGaps() {
    constexpr double kReach = kLeastGap / 2 - kTolerance;
    for (auto one = targets_.begin(); one != targets_.end(); ++one)
        for (auto other = one + 1; other != targets_.end(); ++other)
            if ((*one)->bounds.grownBy(kReach).overlaps((*other)->bounds.grownBy(kReach)))
                broken_.push_back(
                    kit::format("A20 targets too close: {}, {}", nameOf(**one), nameOf(**other)));
}

} // namespace

Findings brokenTargetRules(const std::vector<Placed>& screen, const TargetDemands& demands) {
    return TargetRules(screen, demands).findings();
}

} // namespace kiosk::test
