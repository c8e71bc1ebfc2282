// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/panels.h"

#include "screens/kit/words.h"
#include "screens/widgets/pictures.h"

namespace kiosk::citizen {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;
namespace touch = visit::touch;

/// A question in large words, a sentence, a drawing, and its buttons: the wanted one first.
Node question(const Page& page, std::string_view key, std::string drawing,
              std::vector<Node> buttons) {
    const auto& design = page.design;
    using kit::TextAlign;
    using kit::Weight;
    Node sign =
        widgets::icon(std::move(drawing), ColourRole::accent, design.icon(TypeRole::display) * 1.4);
    Node box = widgets::card(
        design, {widgets::row(0, {widgets::spacer(), std::move(sign), widgets::spacer()}),
                 widgets::heading(page.phrase(kit::format("{}.title", key)),
                                  design.text(TypeRole::title, ColourRole::ink, Weight::bold,
                                              TextAlign::centre)),
                 widgets::text(page.phrase(kit::format("{}.lead", key)),
                               design.text(TypeRole::body, ColourRole::ink, Weight::regular,
                                           TextAlign::centre))});
    for (Node& button : buttons)
        box.add(std::move(button));
    box.id = key;
    box.role = kit::Role::dialog;
    return box;
}

Node button(const Page& page, std::string id, std::string_view key, std::string drawing,
            widgets::ButtonKind kind, visit::Touch touch) {
    return widgets::mainButton(
        page.design, {std::move(id), page.phrase(key), std::move(drawing), kind, std::move(touch)});
}

Node elderOffer(const Page& page) {
    using widgets::ButtonKind;
    return question(
        page, "offer-elder", "elder",
        {button(page, "accept", "offer-elder.yes", "check", ButtonKind::primary,
                touch::SetVersion{visit::Version::elder}),
         button(page, "close", "offer-elder.no", "", ButtonKind::secondary, touch::ClosePanel{})});
}

Node lowReachOffer(const Page& page) {
    using widgets::ButtonKind;
    return question(
        page, "offer-reach", "reach",
        {button(page, "accept", "offer-reach.yes", "check", ButtonKind::primary,
                touch::SetReach{visit::Reach::low}),
         button(page, "close", "offer-reach.no", "", ButtonKind::secondary, touch::ClosePanel{})});
}

Node switchesNote(const Page& page) {
    return question(page, "switches", "more",
                    {button(page, "close", "switches.ready", "check", widgets::ButtonKind::primary,
                            touch::ClosePanel{})});
}

Node strangeCardNote(const Page& page) {
    return question(page, "strange-card", "card",
                    {button(page, "close", "strange-card.close", "check",
                            widgets::ButtonKind::primary, touch::ClosePanel{})});
}

} // namespace

std::optional<Node> panelOf(const Page& whole) {
    Page page = whole;
    // A panel has less than the screen; with large letters, or below the line, it is set tight.
    if (page.design.size == visit::TextSize::largest ||
        (isLow(page) && page.design.size == visit::TextSize::large))
        page.design.density = std::max(page.design.density, widgets::Density::tight);
    if (page.design.size == visit::TextSize::largest && isLow(page))
        page.design.density = widgets::Density::tightest;
    switch (page.view.panel) {
    case visit::Panel::none:
        return std::nullopt;
    case visit::Panel::languages:
        return languagePanel(page);
    case visit::Panel::settings:
        return settingsPanel(page);
    case visit::Panel::offerElder:
        return elderOffer(page);
    case visit::Panel::offerLowReach:
        return lowReachOffer(page);
    case visit::Panel::switches:
        return switchesNote(page);
    case visit::Panel::strangeCard:
        return strangeCardNote(page);
    }
    return std::nullopt;
}

Node darkened(const Page& page, Node screen) {
    Node cover{.id = std::string(kit::kScreenCover), .role = kit::Role::button};
    const auto words = page.phrase("screen.dark");
    cover.name = words.text;
    cover.say = words.say;
    cover.touch = touch::SetScreen{visit::Screen::shown};
    cover.look.fill = ColourRole::scrim;
    Node root{.id = screen.id, .role = kit::Role::screen, .value = screen.value};
    root.state = screen.state;
    root.box.axis = kit::Axis::overlay;
    root.add(std::move(screen));
    root.add(std::move(cover));
    return root;
}

} // namespace kiosk::citizen
