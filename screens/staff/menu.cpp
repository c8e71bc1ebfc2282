// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/words.h"
#include "screens/staff/staff_page.h"
#include "screens/widgets/choice.h"

namespace kiosk::staff_screens {

namespace {

using Key = visit::touch::Staff::Key;

constexpr std::size_t kColumns = 2;

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
    case staff::Page::parts:
        return "check";
    case staff::Page::network:
        return "network";
    case staff::Page::trust:
        return "licence";
    case staff::Page::software:
        return "number";
    case staff::Page::menu:
        break;
    }
    return "more";
}

} // namespace

PageContent menu(const staff::PageView& view, const Page& page) {
    std::vector<widgets::Choice> choices;
    for (const staff::Page each : pagesFor(view.role))
        choices.push_back({.id = kit::format("open.{}", name(each)),
                           .words = words("staff.page", name(each), page),
                           .drawing = std::string(drawingOf(each)),
                           .touch = press(Key::open, static_cast<int>(each))});
    kit::Node list = widgets::choiceGrid(page.design, kColumns, std::move(choices), {});
    const auto role = words("staff.role", name(view.role), page);
    return {.id = "staff-menu",
            .hero = citizen::pageTitle(page, page.phrase("staff.menu.title"),
                                       page.phrase("staff.menu.lead", {role.text})),
            .content = {std::move(list)},
            .actions = {widgets::mainButton(page.design, {"leave", page.phrase("staff.leave"),
                                                          "finish", widgets::ButtonKind::primary,
                                                          visit::touch::Finish{}})}};
}

} // namespace kiosk::staff_screens
