// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/choose_parts.h"
#include "screens/citizen/leafing.h"
#include "screens/citizen/needs.h"
#include "screens/citizen/problem.h"
#include "screens/kit/words.h"
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

/// What somebody came for takes rows of the list, those too that are missing.
std::size_t missingRows(const ChooseView& choose) {
    return choose.matter ? choose.matter->missing.size() : 0;
}

std::size_t rowsOf(const ChooseView& choose) {
    return choose.items.size() + missingRows(choose);
}

/// A card as high as itself, however many others there are or will be.
Node steady(Node card, const widgets::Design& design) {
    constexpr double kRoomy = 2.2;
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
    std::optional<std::size_t> count; // nobody knows it while regions are asked
    if (choose.pendingRegions.empty())
        count = rowsOf(choose);
    const std::size_t last = std::min(choose.firstItem + choose.perPage, rowsOf(choose));
    for (std::size_t index = choose.firstItem; index < last; ++index) {
        const std::size_t held = choose.items.size();
        Node card =
            index < held
                ? widgets::licenceCard(page.design, page.texts, choose.items[index], index, count)
                : needCard(choose.matter->missing[index - held], index, count, page);
        if (mayGrow(choose))
            card = steady(std::move(card), page.design);
        list.push_back(std::move(card));
    }
    Node node = widgets::column(page.design.targetGap(), std::move(list));
    if (!mayGrow(choose))
        node = widgets::growing(std::move(node));
    node.id = "licences";
    node.role = kit::Role::list;
    node.value = std::to_string(rowsOf(choose));
    return node;
}

/// A region that did not answer is named: silence is not "none" (R3).
Node silent(const ChooseView& choose, const Page& page) {
    std::vector<std::string> names;
    names.reserve(choose.gaps.size());
    for (const ChooseView::Gap& gap : choose.gaps)
        names.push_back(gap.regionName);
    return widgets::notice(page.design, widgets::Tone::caution,
                           page.phrase("choose.gap", {inOneLine(names)}));
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

std::string day(const Date& date) {
    return kit::isoDate(int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

/// Whose licences these are; an enterprise's name is told to a headset only, as a person's things.
Node heading(const ChooseView& choose, const Page& page) {
    if (choose.matter && (!choose.company || choose.company->objection.empty()))
        return needsHeading(choose, page);
    const auto count = std::to_string(choose.items.size());
    if (!choose.company)
        return pageTitle(page, page.phrase("choose.title"),
                         page.phrase("choose.lead", {choose.holderMasked, count}));
    const ChooseView::Company& company = *choose.company;
    const auto role = page.phrase(kit::format("grant.role.{}", name(company.role)));
    Node band =
        pageTitle(page, page.phrase("choose.company.title", {company.name}),
                  page.phrase("choose.company.lead", {role.text, day(company.until), count}));
    for (Node& words : band.children)
        words.isPrivate = true;
    return band;
}

kit::Phrase reasonOf(std::string_view code, const Page& page) {
    return sentenceFor(page.texts, code, "reason.grant.missing");
}

/// Why nobody may act for the enterprise.
Node objectionTo(std::string_view code, const Page& page) {
    return widgets::notice(page.design, widgets::Tone::caution, reasonOf(code, page),
                           {page.phrase("choose.company.now")});
}

/// The largest words leave room for the sign alone; it is said in full.
void signOnly(Node& button, const Page& page) {
    if (button.role == kit::Role::button)
        button.children.resize(1);
    button.box.width = page.design.target() * 1.5;
    button.box.padding = {};
}

/// What is rarely pressed, below the list: of a list that may grow, each has its place from the
/// beginning.
Node lesserButtons(const ChooseView& choose, const Page& page) {
    const bool isSilent = choose.pendingRegions.empty() && !choose.gaps.empty();
    const bool keepsPlaces = mayGrow(choose);
    const auto place = [] { return Node{.role = kit::Role::part}; };
    std::vector<Node> buttons;
    if (choose.canFind)
        buttons.push_back(
            lesserButton(page, "find", "choose.find", "search", visit::touch::Find{}));
    else if (keepsPlaces)
        buttons.push_back(place());
    if (choose.canChooseMatter)
        buttons.push_back(lesserButton(page, "by-matter", "choose.by-matter", "matter",
                                       visit::touch::OpenMatters{}));
    const auto lesser = static_cast<std::ptrdiff_t>(buttons.size());
    buttons.push_back(forWhom(choose, page, isSilent || keepsPlaces || choose.canFind));
    if (isSilent)
        buttons.push_back(
            lesserButton(page, "ask-again", "choose.ask-again", "retry", visit::touch::Retry{}));
    else if (keepsPlaces)
        buttons.push_back(place());
    constexpr std::size_t kWithWords = 2;
    constexpr std::size_t kMostInARow = 3;
    if (buttons.size() <= kWithWords || page.design.size < visit::TextSize::largest) {
        const int columns = static_cast<int>(buttons.size() > kMostInARow ? 2 : buttons.size());
        return widgets::grid(columns, page.design.targetGap(), std::move(buttons));
    }
    const auto worded = buttons.begin() + std::max<std::ptrdiff_t>(lesser, 1);
    std::for_each(buttons.begin(), worded, [&](Node& button) { signOnly(button, page); });
    for (auto button = worded; button != buttons.end(); ++button) {
        button->box.grow = 1;
        button->box.minWidth = 0;
    }
    Node row = widgets::row(page.design.targetGap(), std::move(buttons));
    row.box.across = kit::Align::stretch;
    return row;
}

/// One block, so that its targets keep their distance where the rest moves closer together.
Node belowList(const ChooseView& choose, const Page& page) {
    Node buttons = choose.matter ? needsButtons(choose, page) : lesserButtons(choose, page);
    if (pagesOf(rowsOf(choose), choose.perPage) == 1)
        return buttons;
    const double gap = std::max(page.design.targetGap(), page.design.gap(2));
    return widgets::column(gap, {listPager(page, choose.firstItem, choose.perPage, rowsOf(choose)),
                                 std::move(buttons)});
}

Node nothingFound(const Page& page) {
    return widgets::notice(page.design, widgets::Tone::neutral, page.phrase("choose.none"),
                           {page.phrase("choose.none.now")});
}

} // namespace

std::string inOneLine(const std::vector<std::string>& names) {
    std::string line;
    for (const std::string& name : names)
        line += (line.empty() ? "" : "、") + name;
    return line;
}

Node forWhom(const ChooseView& choose, const Page& page, bool inShort) {
    const bool isNamed = !choose.nextCompany.empty() && !inShort;
    kit::Phrase words = isNamed ? page.phrase("choose.for-company", {choose.nextCompany})
                                : page.phrase(choose.company && choose.nextCompany.empty()
                                                  ? "choose.for-me"
                                                  : "choose.for-any-company");
    Node button = widgets::smallButton(page.design,
                                       {"for-whom", std::move(words), "holder",
                                        widgets::ButtonKind::quiet, visit::touch::SwitchSubject{}});
    button.isPrivate = isNamed;
    return button;
}

Node lesserButton(const Page& page, std::string id, std::string_view words, std::string drawing,
                  visit::Touch touch) {
    return widgets::smallButton(page.design, {std::move(id), page.phrase(words), std::move(drawing),
                                              widgets::ButtonKind::secondary, std::move(touch)});
}

bool mayGrow(const visit::VisitView& view) {
    if (std::holds_alternative<visit::FindView>(view.content))
        return true; // as one types
    const auto* choose = std::get_if<ChooseView>(&view.content);
    return choose != nullptr && mayGrow(*choose) && rowsOf(*choose) > 0;
}

visit::VisitView atItsFullest(visit::VisitView view) {
    if (auto* find = std::get_if<visit::FindView>(&view.content)) {
        *find = atItsFullest(std::move(*find));
        return view;
    }
    auto* choose = std::get_if<ChooseView>(&view.content);
    if (choose->items.empty())
        choose->items.push_back({.typeName = choose->matter->missing.front().typeName,
                                 .regionName = choose->awaitedRegions.front()});
    for (std::size_t i = 0; choose->items.size() <= choose->firstItem + choose->perPage; ++i)
        choose->items.push_back(ChooseView::Item(choose->items[i]));
    choose->pendingRegions.clear();
    choose->canFind = !choose->matter;
    for (const std::string& region : choose->awaitedRegions)
        if (std::ranges::find(choose->gaps, region, &ChooseView::Gap::regionName) ==
            choose->gaps.end())
            choose->gaps.push_back({region, {}});
    return view;
}

PageContent screenFor(const ChooseView& choose, const Page& page) {
    PageContent content{
        .id = choose.matter ? "needs" : "choose", .step = 3, .isSteady = mayGrow(choose)};
    content.hero = heading(choose, page);
    if (choose.company && !choose.company->objection.empty()) {
        content.content.push_back(
            widgets::scene(page.design, "scene-none", page.phrase("choose.none.scene")));
        content.content.push_back(objectionTo(choose.company->objection, page));
    } else if (rowsOf(choose) == 0) {
        content.content.push_back(
            widgets::scene(page.design, "scene-none", page.phrase("choose.none.scene")));
        content.content.push_back(nothingFound(page));
    } else {
        content.content.push_back(cards(choose, page));
    }
    if (mayGrow(choose))
        content.content.push_back(widgets::spacer());
    if (!choose.note.empty()) // the answer to what was pressed last, in the place of the regions'
        content.content.push_back(
            widgets::notice(page.design, widgets::Tone::caution, reasonOf(choose.note, page)));
    else if (auto box = regions(choose, page))
        content.content.push_back(std::move(*box));
    content.content.push_back(belowList(choose, page));
    return content;
}

} // namespace kiosk::citizen
