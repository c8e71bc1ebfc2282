// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/leafing.h"
#include "screens/citizen/problem.h"
#include "screens/widgets/licence_card.h"
#include "screens/widgets/pictures.h"

namespace kiosk::citizen {
namespace {

using kit::Node;
using visit::ChooseView;
using widgets::Density;

/// Regions were still to answer when the list was opened.
bool mayGrow(const ChooseView& choose) {
    return !choose.awaitedRegions.empty();
}

/// A card as high as itself, however many others there are or will be.
Node steady(Node card, const widgets::Design& design) {
    constexpr double kRoomy = 2.6;
    constexpr double kSnug = 1.7;
    card.box.grow = 0;
    if (design.density == Density::roomy)
        card.box.minHeight *= kRoomy;
    else if (design.density == Density::snug)
        card.box.minHeight *= kSnug;
    return card;
}

Node cards(const ChooseView& choose, const Page& page) {
    std::vector<Node> list;
    const std::size_t last = std::min(choose.firstItem + choose.perPage, choose.items.size());
    for (std::size_t index = choose.firstItem; index < last; ++index) {
        Node card = widgets::licenceCard(page.design, page.texts, choose.items[index], index,
                                         choose.items.size());
        list.push_back(mayGrow(choose) ? steady(std::move(card), page.design) : std::move(card));
    }
    Node node = widgets::column(page.design.targetGap(), std::move(list));
    if (!mayGrow(choose))
        node = widgets::growing(std::move(node));
    node.id = "licences";
    node.role = kit::Role::list;
    node.value = std::to_string(choose.items.size());
    return node;
}

/// Names of regions are Chinese in every language.
std::string inOneLine(const std::vector<std::string>& names) {
    std::string line;
    for (const std::string& name : names)
        line += (line.empty() ? "" : "、") + name;
    return line;
}

/// A region that did not answer is named: silence is not "none" (R3).
Node silent(const ChooseView& choose, const Page& page) {
    std::vector<std::string> names;
    for (const ChooseView::Gap& gap : choose.gaps)
        names.push_back(gap.regionName);
    Node box = widgets::notice(page.design, widgets::Tone::caution,
                               page.phrase("choose.gap", {inOneLine(names)}));
    Node again =
        widgets::smallButton(page.design, {"ask-again", page.phrase("choose.ask-again"), "retry",
                                           widgets::ButtonKind::secondary, visit::touch::Retry{}});
    Node& beside = page.design.density >= Density::tight ? box.children.back() : box;
    beside.add(std::move(again));
    return box;
}

/// Who is still asked, who did not answer, or that all have: what comes in is told there.
std::optional<Node> regions(const ChooseView& choose, const Page& page) {
    const auto count = std::to_string(choose.items.size());
    if (!choose.pendingRegions.empty()) {
        Node box = widgets::notice(
            page.design, widgets::Tone::neutral,
            page.phrase("choose.pending", {inOneLine(choose.pendingRegions), count}));
        box.children.front().look.drawing = "clock";
        box.state = "waiting";
        return box;
    }
    if (!choose.gaps.empty())
        return silent(choose, page);
    if (mayGrow(choose))
        return widgets::notice(page.design, widgets::Tone::positive,
                               page.phrase("choose.complete", {count}));
    return std::nullopt;
}

Node nothingFound(const Page& page) {
    return widgets::notice(page.design, widgets::Tone::neutral, page.phrase("choose.none"),
                           {page.phrase("choose.none.now")});
}

} // namespace

bool mayGrow(const visit::VisitView& view) {
    const auto* choose = std::get_if<ChooseView>(&view.content);
    return choose != nullptr && mayGrow(*choose) && !choose->items.empty();
}

visit::VisitView atItsFullest(visit::VisitView view) {
    auto* choose = std::get_if<ChooseView>(&view.content);
    for (std::size_t i = 0; choose->items.size() <= choose->firstItem + choose->perPage; ++i)
        choose->items.push_back(ChooseView::Item(choose->items[i]));
    choose->pendingRegions.clear();
    for (const std::string& region : choose->awaitedRegions)
        if (std::ranges::find(choose->gaps, region, &ChooseView::Gap::regionName) ==
            choose->gaps.end())
            choose->gaps.push_back({region, {}});
    return view;
}

PageContent screenFor(const ChooseView& choose, const Page& page) {
    const auto count = std::to_string(choose.items.size());
    PageContent content{.id = "choose", .step = 3, .isSteady = mayGrow(choose)};
    content.hero = pageTitle(page, page.phrase("choose.title"),
                             page.phrase("choose.lead", {choose.holderMasked, count}));
    if (choose.items.empty()) {
        content.content.push_back(
            widgets::scene(page.design, "scene-none", page.phrase("choose.none.scene")));
        content.content.push_back(nothingFound(page));
    } else {
        content.content.push_back(cards(choose, page));
    }
    if (mayGrow(choose))
        content.content.push_back(widgets::spacer());
    if (auto box = regions(choose, page))
        content.content.push_back(std::move(*box));
    if (pagesOf(choose.items.size(), choose.perPage) > 1)
        content.actions.push_back(
            listPager(page, choose.firstItem, choose.perPage, choose.items.size()));
    return content;
}

} // namespace kiosk::citizen
