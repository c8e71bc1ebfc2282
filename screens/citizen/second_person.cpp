// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "screens/citizen/page.h"
#include "screens/citizen/problem.h"
#include "screens/kit/words.h"
#include "screens/widgets/pictures.h"

namespace kiosk::citizen {
namespace {

using kit::Node;
using visit::SecondPersonView;
using widgets::ButtonKind;

std::string_view textKey(SecondPersonView::Phase phase) {
    switch (phase) {
    case SecondPersonView::Phase::asking:
        return "second";
    case SecondPersonView::Phase::awaitingFirst:
        return "second.own";
    case SecondPersonView::Phase::paperOnItsWay:
        return "second.paper";
    }
    return "second";
}

/// What each of them does, and what becomes of the other's data. That it is covered gives way to
/// why the last card was no answer.
Node consequences(const Page& page, bool saysCovered) {
    const auto line = [&](std::string drawing, std::string_view key) {
        return widgets::point(
            page.design, std::move(drawing),
            {widgets::text(page.phrase(key), page.design.text(kit::TypeRole::body))});
    };
    Node card = widgets::card(page.design, {line("card", "second.first.how"),
                                            line("start-over", "second.new.how"),
                                            line("holder", "second.together.how")});
    if (saysCovered)
        card.children.insert(card.children.begin(), line("hide", "second.covered"));
    return card;
}

Node firstGoesOn(const Page& page) {
    return widgets::mainButton(page.design, {"first-goes-on", page.phrase("second.first"), "holder",
                                             ButtonKind::primary, visit::touch::FirstGoesOn{}});
}

Node newPerson(const Page& page, ButtonKind kind) {
    return widgets::mainButton(page.design, {"new-person", page.phrase("second.new"), "start-over",
                                             kind, visit::touch::NewPerson{}});
}

/// Never assumed: they say so themselves, and both cards are read anew (R5).
Node together(const Page& page) {
    return widgets::mainButton(page.design, {"together", page.phrase("second.together"), "holder",
                                             ButtonKind::secondary, visit::touch::HelpSomebody{}});
}

} // namespace

PageContent screenFor(const SecondPersonView& second, const Page& page) {
    const std::string_view key = textKey(second.phase);
    const bool asks = second.phase == SecondPersonView::Phase::asking;
    const bool isPaper = second.phase == SecondPersonView::Phase::paperOnItsWay;
    PageContent content{
        .id = "second-person",
        .hero = pageTitle(page, page.phrase(kit::format("{}.title", key)),
                          page.phrase(kit::format("{}.lead", key))),
        .content = {widgets::scene(page.design, isPaper ? "scene-print" : "scene-card",
                                   page.phrase(isPaper ? "printing.scene" : "identify.scene"))},
        .bottom = {.back = second.phase == SecondPersonView::Phase::awaitingFirst,
                   .startOver = !isPaper}};
    if (!second.hint.empty())
        content.content.push_back(problemNotice(page, second.hint, Remedy::citizenAgain));
    if (second.printing)
        std::ranges::move(paperOnItsWay(*second.printing, page),
                          std::back_inserter(content.content));
    if (asks) {
        content.content.push_back(consequences(page, second.hint.empty()));
        content.actions = {firstGoesOn(page), newPerson(page, ButtonKind::secondary),
                           together(page)};
    } else if (!isPaper) {
        content.actions = {newPerson(page, ButtonKind::secondary)};
    }
    return content;
}

} // namespace kiosk::citizen
