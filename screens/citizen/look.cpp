// SPDX-License-Identifier: Apache-2.0

#include "screens/citizen/leafing.h"
#include "screens/citizen/problem.h"
#include "screens/kit/words.h"
#include "screens/widgets/facts.h"
#include "screens/widgets/licence_card.h"
#include "screens/widgets/pictures.h"
#include "screens/widgets/verdict_badge.h"

namespace kiosk::citizen {
namespace {

using kit::Node;
using visit::LookView;

Node verdict(const LookView& look, const Page& page) {
    auto why = reasonsOf(page.texts, look);
    why.push_back(page.phrase("look.as-of", {look.asOf}));
    return widgets::verdictBadge(
        page.design, look.verdict.judgement,
        page.phrase(kit::format("look.verdict.{}", widgets::textKey(look.verdict.judgement))),
        std::move(why));
}

Node numberLine(const LookView& look, const Page& page) {
    Node number = widgets::growing(widgets::fact(
        page.design, {page.phrase("look.number"), look.number, true, look.numberShown}));
    if (!look.canShowNumber)
        return widgets::column(
            page.design.gap(0.5),
            {std::move(number),
             widgets::text(page.phrase("look.number.kept"),
                           page.design.text(kit::TypeRole::note, kit::ColourRole::inkSoft))});
    const auto words = page.phrase(look.numberShown ? "look.number.hide" : "look.number.show");
    return widgets::row(
        page.design.gap(1),
        {std::move(number),
         widgets::smallButton(page.design,
                              {"toggle-number", words, look.numberShown ? "hide" : "show",
                               widgets::ButtonKind::secondary, visit::touch::ToggleNumber{}})});
}

Node known(const LookView& look, const Page& page) {
    return widgets::card(
        page.design,
        {numberLine(look, page),
         widgets::facts(page.design, {{page.phrase("look.issuer"), look.issuer, true},
                                      {page.phrase("look.until"),
                                       widgets::validUntil(page.texts, look.expiresOn)}})});
}

/// The region may call a licence valid whose document in hand is forged: that word would be read as
/// the verdict. What speaks against the licence is told in any case.
bool tellsState(const LookView& look) {
    return look.state != LicenceState::valid || look.verdict.judgement == verify::Judgement::valid;
}

Node title(const LookView& look, const Page& page) {
    using kit::ColourRole;
    Node words = widgets::asIssued(widgets::heading(
        {look.typeName, {}},
        page.design.text(kit::TypeRole::title, ColourRole::onDeep, kit::Weight::bold)));
    Node region = widgets::asIssued(widgets::text(
        {look.regionName, {}}, page.design.text(kit::TypeRole::body, ColourRole::onDeep)));
    std::vector<Node> parts{widgets::growing(
        widgets::column(page.design.gap(0.25), {std::move(words), std::move(region)}))};
    if (tellsState(look))
        parts.push_back(widgets::stateBadge(page.design, page.texts, look.state));
    return titleBand(page, widgets::row(page.design.gap(1), std::move(parts)));
}

widgets::ButtonSpec onward(const LookView& look, const Page& page) {
    widgets::ButtonSpec spec{"to-purpose", page.phrase("look.print"), "forward",
                             widgets::ButtonKind::primary, visit::touch::GoToPurpose{}};
    if (!look.printable) {
        spec.words = page.phrase("look.not-printable");
        spec.drawing = "invalid";
        spec.touch.reset();
    }
    return spec;
}

/// Millimetres at least: where there is something against the licence, that is read first.
double pictureHeight(const LookView& look, const Page& page) {
    if (page.design.density >= widgets::Density::tight)
        return 26;
    return look.next == verify::NextStep::nothing ? 55 : 40;
}

} // namespace

PageContent screenFor(const LookView& look, const Page& page) {
    PageContent content{.id = "look", .step = 4};
    auto& nodes = content.content;
    content.hero = title(look, page);
    nodes.push_back(verdict(look, page));
    nodes.push_back(widgets::pageView(page.design, look.page,
                                      page.phrase("look.picture", {look.typeName}),
                                      pictureHeight(look, page)));
    if (look.pageCount > 1)
        nodes.push_back(licencePager(page, look.pageNumber, look.pageCount));
    nodes.push_back(known(look, page));
    if (!look.printable && !look.notPrintableReason.empty())
        nodes.push_back(widgets::notice(
            page.design, widgets::Tone::caution,
            phraseOr(page.texts, look.notPrintableReason, "look.not-printable.why")));
    content.actions.push_back(widgets::mainButton(page.design, onward(look, page)));
    return content;
}

} // namespace kiosk::citizen
