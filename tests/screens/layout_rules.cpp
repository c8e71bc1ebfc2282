// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/layout_rules.h"

#include "screens/kit/words.h"

namespace kiosk::test {
namespace {

using kit::Node;

constexpr double kLeastTarget = 12.7;
constexpr double kLeastGap = 2.54;
constexpr double kLeastCapital = 3.5;
constexpr double kCapitalShareOfEm = 0.714;
constexpr double kTolerance = 0.3; ///< one pixel of rounding

std::string nameOf(const Node& node) {
    return node.id.empty() ? node.name : node.id;
}

struct Checker {
    const kit::Board& board;
    kit::TextMeasure& measure;
    std::vector<std::string> broken;
    std::vector<const Node*> targets;

    void check(const Node& node, std::string_view inherited);
    void checkTarget(const Node& node);
    void checkText(const Node& node, std::string_view lang);
    void checkGaps();
    void report(std::string_view rule, const Node& node) {
        broken.push_back(kit::format("{}: {}", rule, nameOf(node)));
    }
};

void Checker::checkTarget(const Node& node) {
    targets.push_back(&node);
    if (node.bounds.width < kLeastTarget || node.bounds.height < kLeastTarget)
        report("A20 target too small", node);
    if (node.name.empty() || node.spoken().empty())
        report("A30 nothing to say", node);
    if (node.id.empty())
        report("a target without an id", node);
}

void Checker::checkText(const Node& node, std::string_view lang) {
    const auto inner = node.bounds.inside(node.box.padding);
    const auto extent = measure.measure(node.name, *node.look.text, lang, inner.width);
    if (extent.width > inner.width + kTolerance || extent.height > inner.height + kTolerance)
        report("A9 text is clipped", node);
    if (node.look.text->em * kCapitalShareOfEm < kLeastCapital)
        report("A2 text too small", node);
}

void Checker::checkGaps() {
    for (std::size_t one = 0; one < targets.size(); ++one)
        for (std::size_t other = one + 1; other < targets.size(); ++other)
            if (targets[one]
                    ->bounds.grownBy(kLeastGap / 2 - 0.01)
                    .overlaps(targets[other]->bounds.grownBy(kLeastGap / 2 - 0.01)))
                broken.push_back(kit::format("A20 targets too close: {}, {}", nameOf(*targets[one]),
                                             nameOf(*targets[other])));
}

void Checker::check(const Node& node, std::string_view inherited) {
    const std::string_view lang = node.lang.empty() ? inherited : std::string_view(node.lang);
    const auto area = board.area().grownBy(kTolerance);
    if (node.bounds.x < area.x || node.bounds.y < area.y || node.bounds.right() > area.right() ||
        node.bounds.bottom() > area.bottom())
        report("A9 outside the screen", node);
    if (node.touch)
        checkTarget(node);
    if (node.look.text)
        checkText(node, lang);
    for (const Node& child : node.children)
        check(child, lang);
}

void collectContrasts(const Node& node, const kit::Theme* theme, kit::ColourRole ground,
                      double least, std::vector<std::string>& weak) {
    if (node.look.theme != nullptr)
        theme = node.look.theme;
    if (node.look.fill && node.look.veil == 1)
        ground = *node.look.fill;
    if (node.look.text) {
        const auto ink = node.look.text->ink;
        const double ratio = kit::contrast((*theme)[ink], (*theme)[ground]);
        if (ratio < least)
            weak.push_back(kit::format("{} on {} is {}: {}", kit::name(ink), kit::name(ground),
                                       kit::fixed(ratio, 1), nameOf(node)));
    }
    for (const Node& child : node.children)
        collectContrasts(child, theme, ground, least, weak);
}

} // namespace

std::vector<std::string> brokenLayoutRules(const Node& root, const kit::Board& board,
                                           kit::TextMeasure& measure) {
    Checker checker{board, measure, {}, {}};
    checker.check(root, root.lang);
    checker.checkGaps();
    return checker.broken;
}

std::vector<std::string> weakContrasts(const Node& root, double least) {
    std::vector<std::string> weak;
    collectContrasts(root, nullptr, kit::ColourRole::page, least, weak);
    return weak;
}

} // namespace kiosk::test
