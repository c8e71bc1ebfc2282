// SPDX-License-Identifier: Apache-2.0
#include "screens/staff/pad.h"

#include "screens/kit/words.h"
#include "screens/widgets/keys.h"

namespace kiosk::staff_screens {

namespace {

using kit::ColourRole;
using Key = visit::touch::Staff::Key;

constexpr int kKeyColumns = 3;

widgets::KeySpec digitKey(int value, const Pad& pad) {
    const std::string text = std::to_string(value);
    return {.id = kit::format("digit.{}", text),
            .words = {text, text},
            .touch = pad.canType ? std::optional(press(Key::digit, value)) : std::nullopt,
            .isPrivate = pad.isPrivate};
}

widgets::KeySpec otherKey(const Page& page, std::string id, std::string_view words, Key key,
                          bool canPress) {
    return {.id = std::move(id),
            .words = page.phrase(words),
            .touch = canPress ? std::optional(press(key)) : std::nullopt};
}

} // namespace

kit::Node pad(const Page& page, const Pad& pad) {
    std::vector<widgets::KeySpec> keys;
    for (int value = 1; value <= 9; ++value)
        keys.push_back(digitKey(value, pad));
    keys.push_back(otherKey(page, "erase", "staff.pin.erase", Key::erase, pad.canErase));
    keys.push_back(digitKey(0, pad));
    keys.push_back(otherKey(page, "enter", "staff.pin.enter", Key::enter, pad.canEnter));
    return widgets::keyGrid(page.design, kKeyColumns, page.design.mainTarget(), std::move(keys));
}

kit::Node typedField(const Page& page, std::string id, std::string shown, kit::TypeRole role,
                     const kit::Phrase& told) {
    kit::Node field = widgets::column(
        0, {widgets::part(shown.empty() ? "–" : std::move(shown),
                          page.design.text(role, ColourRole::accent, kit::Weight::bold,
                                           kit::TextAlign::centre))});
    field.id = std::move(id);
    field.role = kit::Role::text;
    field.name = told.text;
    field.say = told.say;
    field.box.padding = kit::InsetsMm::all(page.design.gap(1.25));
    field.look.fill = ColourRole::surface;
    field.look.border = ColourRole::outline;
    field.look.radius = page.design.radius();
    return field;
}

} // namespace kiosk::staff_screens
