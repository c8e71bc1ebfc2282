// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/page.h"
#include "screens/citizen/problem.h"
#include "screens/widgets/pictures.h"

namespace kiosk::citizen {
namespace {

using visit::IdentifyView;

kit::Node status(const IdentifyView& identify, const Page& page) {
    if (identify.othersCardLies && identify.phase == IdentifyView::Phase::waitingForCard)
        return widgets::notice(page.design, widgets::Tone::caution, page.phrase("identify.others"),
                               {page.phrase("identify.others.now")});
    switch (identify.phase) {
    case IdentifyView::Phase::waitingForCard:
        return widgets::notice(page.design, widgets::Tone::neutral,
                               page.phrase("identify.waiting"));
    case IdentifyView::Phase::reading:
        return widgets::notice(page.design, widgets::Tone::positive,
                               page.phrase("identify.reading"));
    case IdentifyView::Phase::askAgain:
        return problemNotice(page, identify.problem, Remedy::citizenAgain);
    case IdentifyView::Phase::layAgain:
        return widgets::notice(page.design, widgets::Tone::neutral,
                               page.phrase("identify.lay-again"),
                               {page.phrase("identify.lay-again.why")});
    }
    return {};
}

/// Which cards can be used, and the way without any.
kit::Node ways(const Page& page) {
    const auto style = page.design.text(kit::TypeRole::note);
    return widgets::card(
        page.design,
        {widgets::point(page.design, "card", {widgets::text(page.phrase("identify.cards"), style)}),
         widgets::point(page.design, "staff",
                        {widgets::text(page.phrase("identify.other"), style)})});
}

std::string_view titleKey(IdentifyView::Phase phase) {
    switch (phase) {
    case IdentifyView::Phase::waitingForCard:
        return "identify.title";
    case IdentifyView::Phase::reading:
        return "identify.title.reading";
    case IdentifyView::Phase::askAgain:
    case IdentifyView::Phase::layAgain:
        return "identify.title.again";
    }
    return "identify.title";
}

} // namespace

PageContent screenFor(const IdentifyView& identify, const Page& page) {
    return {
        .id = "identify",
        .step = 2,
        .hero =
            pageTitle(page, page.phrase(titleKey(identify.phase)), page.phrase("identify.lead")),
        .content = {widgets::scene(page.design,
                                   identify.phase == IdentifyView::Phase::reading ? "scene-reading"
                                                                                  : "scene-card",
                                   page.phrase("identify.scene")),
                    status(identify, page), ways(page)},
        .actions = {widgets::mainButton(
            page.design, {"help-somebody", page.phrase("identify.help-somebody"), "holder",
                          widgets::ButtonKind::secondary, visit::touch::HelpSomebody{}})}};
}

} // namespace kiosk::citizen
