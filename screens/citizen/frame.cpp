// SPDX-License-Identifier: Apache-2.0

#include "screens/citizen/low_reach.h"
#include "screens/citizen/page.h"
#include "screens/citizen/panels.h"
#include "screens/kit/board.h"
#include "screens/kit/words.h"

namespace kiosk::citizen {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;

constexpr double kSideMargin = 12;

/// The strips are set alike on every screen of a text size, however dense the screen (A54).
widgets::Design stripDesign(visit::TextSize size) {
    using enum widgets::Density;
    switch (size) {
    case visit::TextSize::small:
    case visit::TextSize::normal:
        return {size, roomy};
    case visit::TextSize::large:
        return {size, snug};
    case visit::TextSize::largest:
        return {size, tight};
    }
    return {size, tight};
}

Node body(const Page& page, PageContent& content) {
    Node main = widgets::growing(widgets::column(page.design.gap(2), std::move(content.content)));
    main.id = "content";
    Node body = widgets::growing(widgets::column(page.design.gap(2), {std::move(main)}));
    if (!content.actions.empty()) {
        Node actions = widgets::column(page.design.mainGap(), std::move(content.actions));
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
    return box;
}

/// What lies under a dialog is neither pressed nor read.
void makeInert(Node& node) {
    node.touch.reset();
    node.role = kit::Role::part;
    for (Node& child : node.children)
        makeInert(child);
}

/// Over the screen, in the middle; with low reach at its lower edge.
Node under(const Page& page, Node screen, Node dialog) {
    constexpr double kWidth = 225;
    makeInert(screen);
    dialog.box.gap = page.design.gap(2);
    dialog.box.padding = kit::InsetsMm::all(page.design.gap(3));
    dialog.box.width = std::min(kWidth, page.board.area().width - 2 * kSideMargin);
    dialog.look.radius = 6;
    Node scrim{.role = kit::Role::part};
    scrim.look.fill = ColourRole::scrim;
    scrim.look.veil = 0.72;
    Node place{.role = kit::Role::part};
    place.box.axis = kit::Axis::overlay;
    place.box.across = kit::Align::centre;
    place.box.along = isLow(page) ? kit::Align::end : kit::Align::centre;
    place.box.padding = kit::InsetsMm::all(kSideMargin);
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
    const auto& design = page.design;
    Node words = widgets::column(
        design.gap(0.5),
        {widgets::heading(std::move(title),
                          design.text(TypeRole::title, ColourRole::onDeep, kit::Weight::bold))});
    if (lead)
        words.add(widgets::text(std::move(*lead), design.text(TypeRole::body, ColourRole::onDeep)));
    return titleBand(page, std::move(words));
}

Node titleBand(const Page& page, Node words) {
    words.box.padding = {kSideMargin, page.design.gap(0.5), kSideMargin, page.design.gap(2.25)};
    words.look.fill = ColourRole::accentDeep;
    return words;
}

Node framed(const Page& page, PageContent content) {
    const auto strips = stripDesign(page.design.size);
    Node strip = widgets::topStrip(strips, page.texts, page.view, content.step);
    Node screen = widgets::column(0, {});
    if (isLow(page)) {
        Node upper = aboveLine(page, std::move(strip), content);
        upper.box.grow = content.isSteady ? 0 : 1;
        screen.add(std::move(upper));
        screen.add(body(page, content));
        screen.add(widgets::settingsStrip(strips, page.texts));
    } else {
        screen.add(std::move(strip));
        const bool heroGrows = content.hero && content.hero->box.grow > 0;
        if (content.hero)
            screen.add(std::move(*content.hero));
        Node rest = body(page, content);
        rest.box.grow = heroGrows ? 0 : 1; // a picture takes what room there is
        screen.add(std::move(rest));
    }
    screen.add(widgets::bottomStrip(strips, page.texts, page.view, content.bottom));
    screen.look.fill = ColourRole::page;
    if (page.view.idleSecondsLeft)
        screen = under(page, std::move(screen), idleQuestion(page, *page.view.idleSecondsLeft));
    else if (auto panel = panelOf(page))
        screen = under(page, std::move(screen), std::move(*panel));
    screen.id = content.id;
    screen.role = kit::Role::screen;
    screen.state = kit::format("size={} theme={}{}{}", kit::name(page.view.settings.textSize),
                               kit::name(page.view.settings.theme),
                               page.view.settings.version == visit::Version::elder ? " elder" : "",
                               isLow(page) ? " low" : "");
    if (content.step)
        screen.value = std::to_string(*content.step) + "/6";
    return screen;
}

} // namespace kiosk::citizen
