// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/leafing.h"
#include "screens/citizen/problem.h"
#include "screens/widgets/licence_card.h"
#include "screens/widgets/pictures.h"

namespace kiosk::citizen {
namespace {

using kit::Node;
using visit::ChooseView;

Node cards(const ChooseView& choose, const Page& page) {
    std::vector<Node> list;
    const std::size_t last = std::min(choose.firstItem + choose.perPage, choose.items.size());
    for (std::size_t index = choose.firstItem; index < last; ++index)
        list.push_back(widgets::licenceCard(page.design, page.texts, choose.items[index], index,
                                            choose.items.size()));
    Node node = widgets::growing(widgets::column(page.design.targetGap(), std::move(list)));
    node.id = "licences";
    node.role = kit::Role::list;
    node.value = std::to_string(choose.items.size());
    return node;
}

/// A region that did not answer is named: silence is not "none" (R3).
Node gap(const ChooseView::Gap& gap, const Page& page) {
    return widgets::notice(page.design, widgets::Tone::caution,
                           page.phrase("choose.gap", {gap.regionName}));
}

Node nothingFound(const Page& page) {
    return widgets::notice(page.design, widgets::Tone::neutral, page.phrase("choose.none"),
                           {page.phrase("choose.none.now")});
}

} // namespace

PageContent screenFor(const ChooseView& choose, const Page& page) {
    const auto count = std::to_string(choose.items.size());
    PageContent content{.id = "choose", .step = 3};
    content.hero = pageTitle(page, page.phrase("choose.title"),
                             page.phrase("choose.lead", {choose.holderMasked, count}));
    if (choose.items.empty()) {
        content.content.push_back(
            widgets::scene(page.design, "scene-none", page.phrase("choose.none.scene")));
        content.content.push_back(nothingFound(page));
    } else {
        content.content.push_back(cards(choose, page));
    }
    for (const ChooseView::Gap& silent : choose.gaps)
        content.content.push_back(gap(silent, page));
    if (pagesOf(choose.items.size(), choose.perPage) > 1)
        content.actions.push_back(
            listPager(page, choose.firstItem, choose.perPage, choose.items.size()));
    return content;
}

} // namespace kiosk::citizen
