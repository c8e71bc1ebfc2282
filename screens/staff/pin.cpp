// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/problem.h"
#include "screens/kit/words.h"
#include "screens/staff/staff_page.h"
#include "screens/widgets/keys.h"
#include "screens/widgets/pictures.h"

namespace kiosk::staff_screens {

namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;
using Key = visit::touch::Staff::Key;

constexpr int kKeyColumns = 3;

/// A dot for each digit: how many there are is all that is shown and said.
Node masked(const Page& page, const staff::PinView& pin) {
    std::string dots;
    for (std::size_t i = 0; i < pin.digits; ++i)
        dots += i == 0 ? "●" : " ●";
    Node field = widgets::column(
        0, {widgets::part(dots.empty() ? "–" : dots,
                          page.design.text(TypeRole::title, ColourRole::accent, kit::Weight::bold,
                                           kit::TextAlign::centre))});
    const auto told = page.phrase("staff.pin.digits", {std::to_string(pin.digits)});
    field.id = "pin";
    field.role = kit::Role::text;
    field.name = told.text;
    field.say = told.say;
    field.box.padding = kit::InsetsMm::all(page.design.gap(1.25));
    field.look.fill = ColourRole::surface;
    field.look.border = ColourRole::outline;
    field.look.radius = page.design.radius();
    return field;
}

/// 1 to 9 as on a telephone, and 0 below in the middle.
Node pad(const Page& page, const staff::PinView& pin) {
    const auto other = [&](std::string id, std::string_view words, Key key, bool canPress) {
        return widgets::KeySpec{.id = std::move(id),
                                .words = page.phrase(words),
                                .touch = canPress ? std::optional(press(key)) : std::nullopt};
    };
    const auto digit = [&](int value) {
        const std::string text = std::to_string(value);
        return widgets::KeySpec{.id = kit::format("digit.{}", text),
                                .words = {text, text},
                                .touch = pin.judging ? std::nullopt
                                                     : std::optional(press(Key::digit, value)),
                                .isPrivate = true}; // where the focus is tells the digit
    };
    std::vector<widgets::KeySpec> keys;
    for (int value = 1; value <= 9; ++value)
        keys.push_back(digit(value));
    keys.push_back(other("erase", "staff.pin.erase", Key::erase, pin.digits > 0));
    keys.push_back(digit(0));
    keys.push_back(other("enter", "staff.pin.enter", Key::enter, pin.canEnter));
    return widgets::keyGrid(page.design, kKeyColumns, page.design.mainTarget(), std::move(keys));
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
    content.content.push_back(pad(page, pin));
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
