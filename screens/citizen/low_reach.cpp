// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/low_reach.h"

#include <algorithm>

#include "screens/kit/reach.h"

namespace kiosk::citizen {
namespace {

using kit::Node;

constexpr double kShareWithoutData = 1.0 / 3;
constexpr double kMargin = 12;

bool hasTarget(const Node& node) {
    return node.touch || std::ranges::any_of(node.children, hasTarget);
}

} // namespace

double reachLine(const Page& page) {
    const auto band = kit::reachBand(page.board);
    return band ? band->top : page.board.area().height * kShareWithoutData;
}

Node aboveLine(const Page& page, Node topStrip, PageContent& content) {
    Node upper = widgets::growing(widgets::column(0, {std::move(topStrip)}));
    if (content.hero)
        upper.add(std::move(*content.hero));
    content.hero.reset();
    const auto firstTarget = std::ranges::find_if(content.content, hasTarget);
    Node words = widgets::growing(
        widgets::column(page.design.gap(2), {std::make_move_iterator(content.content.begin()),
                                             std::make_move_iterator(firstTarget)}));
    content.content.erase(content.content.begin(), firstTarget);
    if (page.design.density >= widgets::Density::tight) // pictures give way to what is pressed
        std::erase_if(words.children, [](const Node& node) {
            return node.box.need == kit::Need::whenRoom || node.role == kit::Role::picture;
        });
    words.box.padding = {kMargin, page.design.gap(2), kMargin, page.design.gap(1)};
    upper.add(std::move(words));
    upper.box.minHeight = reachLine(page);
    return upper;
}

} // namespace kiosk::citizen
