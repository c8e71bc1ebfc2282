// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/page.h"
#include "screens/citizen/problem.h"
#include "screens/kit/words.h"
#include "screens/widgets/pictures.h"

namespace kiosk::citizen {
namespace {

using kit::Node;
using visit::AssistCardView;
using visit::ConsentView;
using widgets::ButtonKind;
using Whose = AssistCardView::Whose;

Node term(const Page& page, std::string drawing, kit::Phrase words,
          kit::TypeRole role = kit::TypeRole::body) {
    return widgets::point(page.design, std::move(drawing),
                          {widgets::text(std::move(words), page.design.text(role))});
}

Node status(const AssistCardView& card, const Page& page) {
    if (card.reading)
        return widgets::notice(page.design, widgets::Tone::positive,
                               page.phrase("identify.reading"));
    if (!card.problem.empty())
        return problemNotice(page, card.problem, Remedy::citizenAgain);
    return widgets::notice(page.design, widgets::Tone::neutral,
                           page.phrase(card.whose == Whose::companion ? "assist.companion.waiting"
                                                                      : "assist.holder.waiting"));
}

/// What is going to happen, before anybody lays a card.
Node course(const Page& page) {
    const auto note = kit::TypeRole::note;
    return widgets::card(page.design,
                         {term(page, "card", page.phrase("assist.how.cards"), note),
                          term(page, "check", page.phrase("assist.how.consent"), note),
                          term(page, "holder", page.phrase("assist.how.limit"), note)});
}

Node title(const AssistCardView& card, const Page& page) {
    if (card.whose == Whose::companion)
        return pageTitle(page, page.phrase("assist.companion.title"),
                         page.phrase("assist.companion.lead"));
    return pageTitle(page, page.phrase("assist.holder.title"),
                     page.phrase("assist.holder.lead", {card.companionMasked}));
}

/// To what they consent: who, what, for how long, and what is kept of it.
Node terms(const ConsentView& consent, const Page& page) {
    return widgets::card(
        page.design, {term(page, "holder", page.phrase("consent.who", {consent.companionMasked})),
                      term(page, "licence", page.phrase("consent.what")),
                      term(page, "clock", page.phrase("consent.once")),
                      term(page, "keep", page.phrase("consent.record"))});
}

} // namespace

PageContent screenFor(const AssistCardView& card, const Page& page) {
    return {.id = card.whose == Whose::companion ? "companion-card" : "holder-card",
            .step = 2,
            .hero = title(card, page),
            .content = {widgets::scene(page.design, card.reading ? "scene-reading" : "scene-card",
                                       page.phrase("identify.scene")),
                        status(card, page), course(page)}};
}

PageContent screenFor(const ConsentView& consent, const Page& page) {
    return {
        .id = "consent",
        .step = 2,
        .hero = pageTitle(page, page.phrase("consent.title", {consent.holderMasked}),
                          page.phrase("consent.lead")),
        .content = {widgets::scene(page.design, "scene-consent", page.phrase("consent.scene")),
                    terms(consent, page)},
        .actions = {
            widgets::mainButton(page.design, {"agree", page.phrase("consent.yes"), "check",
                                              ButtonKind::primary, visit::touch::Agree{}}),
            widgets::mainButton(page.design, {"decline", page.phrase("consent.no"), "clear",
                                              ButtonKind::secondary, visit::touch::Decline{}})}};
}

} // namespace kiosk::citizen
