// SPDX-License-Identifier: Apache-2.0

#include "screens/citizen/page.h"
#include "screens/kit/board.h"
#include "screens/kit/words.h"

namespace kiosk::citizen {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;

constexpr double kSideMargin = 12;

Node body(const Page& page, PageContent& content) {
    Node main = widgets::growing(widgets::column(page.design.gap(2), std::move(content.content)));
    main.id = "content";
    Node body = widgets::growing(widgets::column(page.design.gap(2), {std::move(main)}));
    if (!content.actions.empty()) {
        Node actions = widgets::column(page.design.targetGap(), std::move(content.actions));
        actions.id = "actions";
        body.add(std::move(actions));
    }
    body.box.padding = {kSideMargin, page.design.gap(2.5), kSideMargin, page.design.gap(2)};
    return body;
}

/// Asked when nobody has pressed anything for long (A52). Only its own button can be pressed.
Node idleQuestion(const Page& page, int secondsLeft) {
    const auto& design = page.design;
    using kit::TextAlign;
    using kit::Weight;
    Node box = widgets::card(
        design,
        {widgets::heading(page.phrase("idle.title"), design.text(TypeRole::title, ColourRole::ink,
                                                                 Weight::bold, TextAlign::centre)),
         widgets::text(
             page.phrase("idle.lead", {std::to_string(secondsLeft)}),
             design.text(TypeRole::body, ColourRole::ink, Weight::regular, TextAlign::centre)),
         widgets::mainButton(design, {"still-here", page.phrase("idle.stay"), "check",
                                      widgets::ButtonKind::primary, visit::touch::StillHere{}})});
    box.id = "idle";
    box.role = kit::Role::dialog;
    box.box.gap = design.gap(2.5);
    box.box.padding = kit::InsetsMm::all(design.gap(4));
    box.box.width = 210;
    box.look.radius = 6;
    return box;
}

/// What lies under a dialog is neither pressed nor read.
void makeInert(Node& node) {
    node.touch.reset();
    node.role = kit::Role::part;
    for (Node& child : node.children)
        makeInert(child);
}

Node under(Node screen, Node dialog) {
    makeInert(screen);
    Node scrim{.role = kit::Role::part};
    scrim.look.fill = ColourRole::scrim;
    scrim.look.veil = 0.72;
    Node place{.role = kit::Role::part};
    place.box.axis = kit::Axis::overlay;
    place.box.across = kit::Align::centre;
    place.box.along = kit::Align::centre;
    place.add(std::move(dialog));
    Node root{.role = kit::Role::screen};
    root.box.axis = kit::Axis::overlay;
    root.add(std::move(screen));
    root.add(std::move(scrim));
    root.add(std::move(place));
    return root;
}

} // namespace

Node pageTitle(const Page& page, kit::Phrase title, std::optional<kit::Phrase> lead) {
    Node node = widgets::column(
        page.design.gap(0.5),
        {widgets::heading(std::move(title),
                          page.design.text(TypeRole::title, ColourRole::ink, kit::Weight::bold))});
    if (lead)
        node.add(
            widgets::text(std::move(*lead), page.design.text(TypeRole::body, ColourRole::inkSoft)));
    return node;
}

Node framed(const Page& page, PageContent content) {
    Node screen =
        widgets::column(0, {widgets::topStrip(page.design, page.texts, page.view, content.step)});
    if (content.hero)
        screen.add(std::move(*content.hero));
    screen.add(body(page, content));
    screen.add(widgets::bottomStrip(page.design, page.texts, page.view, content.bottom));
    screen.look.fill = ColourRole::page;
    if (page.view.idleSecondsLeft)
        screen = under(std::move(screen), idleQuestion(page, *page.view.idleSecondsLeft));
    else if (page.view.choosesLanguage)
        screen = under(std::move(screen), languageDialog(page));
    screen.id = content.id;
    screen.role = kit::Role::screen;
    screen.state = kit::format("size={} theme={}", kit::name(page.view.settings.textSize),
                               kit::name(page.view.settings.theme));
    if (content.step)
        screen.value = std::to_string(*content.step) + "/6";
    return screen;
}

} // namespace kiosk::citizen
