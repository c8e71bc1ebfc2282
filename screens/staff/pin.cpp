// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/problem.h"
#include "screens/staff/pad.h"

namespace kiosk::staff_screens {

namespace {

using kit::Node;

/// A dot for each digit: how many there are is all that is shown and said.
Node masked(const Page& page, const staff::PinView& pin) {
    std::string dots;
    for (std::size_t i = 0; i < pin.digits; ++i)
        dots += i == 0 ? "●" : " ●";
    return typedField(page, "pin", std::move(dots), kit::TypeRole::title,
                      page.phrase("staff.pin.digits", {std::to_string(pin.digits)}));
}

Node leave(const Page& page) {
    return widgets::mainButton(page.design, {"leave", page.phrase("staff.leave"), "finish",
                                             widgets::ButtonKind::primary, visit::touch::Finish{}});
}

} // namespace

PageContent screenFor(const staff::PinView& pin, const Page& page) {
    PageContent content{.id = "staff-pin",
                        .hero = citizen::pageTitle(page, page.phrase("staff.pin.title"),
                                                   page.phrase("staff.pin.lead"))};
    if (pin.judging)
        content.content.push_back(
            widgets::notice(page.design, widgets::Tone::neutral, page.phrase("staff.pin.judging")));
    else if (pin.triesLeft)
        content.content.push_back(
            widgets::notice(page.design, widgets::Tone::caution,
                            page.phrase("staff.pin.wrong", {std::to_string(*pin.triesLeft)})));
    content.content.push_back(masked(page, pin));
    content.content.push_back(pad(page, {.canType = !pin.judging,
                                         .canErase = pin.digits > 0,
                                         .canEnter = pin.canEnter,
                                         .isPrivate = true}));
    return content;
}

PageContent screenFor(const staff::LockedView& locked, const Page& page) {
    return {.id = "staff-locked",
            .hero = citizen::pageTitle(page, page.phrase("staff.locked.title")),
            .content = {widgets::notice(
                page.design, widgets::Tone::negative,
                page.phrase("staff.locked.lead", {std::to_string(locked.minutes)}))},
            .actions = {leave(page)}};
}

PageContent screenFor(const staff::RefusedView& refused, const Page& page) {
    const auto problem = citizen::problemOf(page.texts, refused.code, refused.remedy);
    return {
        .id = "staff-refused",
        .hero = citizen::pageTitle(page, page.phrase("staff.refused.title")),
        .content = {widgets::notice(page.design, widgets::Tone::negative, problem.what,
                                    {problem.now, page.phrase("trouble.code", {refused.code})})},
        .actions = {leave(page)}};
}

} // namespace kiosk::staff_screens
