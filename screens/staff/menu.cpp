// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/words.h"
#include "screens/staff/leaves.h"
#include "screens/widgets/choice.h"

namespace kiosk::staff_screens {

namespace {

using Key = visit::touch::Staff::Key;

constexpr std::size_t kColumns = 2;
/// As many as there is room for beside a pager.
std::size_t mostOn(const Page& page, std::size_t all) {
    if (page.design.density >= widgets::Density::tightest)
        return 6;
    return page.design.density >= widgets::Density::tight ? 8 : all;
}

std::string_view drawingOf(staff::Page page) {
    switch (page) {
    case staff::Page::board:
        return "info";
    case staff::Page::queue:
        return "clock";
    case staff::Page::readiness:
        return "valid";
    case staff::Page::codes:
        return "scan";
    case staff::Page::stick:
        return "keep";
    case staff::Page::update:
        return "plus";
    case staff::Page::tests:
        return "retry";
    case staff::Page::soak:
        return "calendar";
    case staff::Page::parts:
        return "check";
    case staff::Page::network:
        return "network";
    case staff::Page::trust:
        return "licence";
    case staff::Page::software:
        return "number";
    case staff::Page::proof:
        return "search";
    case staff::Page::menu:
        break;
    }
    return "more";
}

widgets::Choice choiceOf(const Page& page, staff::Page each) {
    return {.id = kit::format("open.{}", name(each)),
            .words = words("staff.page", name(each), page),
            .drawing = std::string(drawingOf(each)),
            .touch = press(Key::open, static_cast<int>(each))};
}

} // namespace

PageContent menu(const staff::PageView& view, const Page& page) {
    const std::vector<staff::Page> pages = staff::pagesFor(view.role);
    Leaf leaf = leafOf(page, view, pages.size(), mostOn(page, pages.size()));
    std::vector<widgets::Choice> choices;
    for (std::size_t at = leaf.first; at < leaf.last; ++at)
        choices.push_back(choiceOf(page, pages[at]));
    std::vector<kit::Node> content{
        widgets::choiceGrid(page.design, kColumns, std::move(choices), {})};
    if (leaf.pager)
        content.push_back(*std::move(leaf.pager));
    const auto role = words("staff.role", name(view.role), page);
    return {.id = "staff-menu",
            .hero = citizen::pageTitle(page, page.phrase("staff.menu.title"),
                                       page.phrase("staff.menu.lead", {role.text})),
            .content = std::move(content),
            .actions = {widgets::mainButton(page.design, {"leave", page.phrase("staff.leave"),
                                                          "finish", widgets::ButtonKind::primary,
                                                          visit::touch::Finish{}})}};
}

} // namespace kiosk::staff_screens
