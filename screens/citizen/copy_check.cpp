// SPDX-License-Identifier: Apache-2.0

#include "screens/citizen/page.h"
#include "screens/citizen/problem.h"
#include "screens/kit/words.h"
#include "screens/widgets/facts.h"
#include "screens/widgets/pictures.h"
#include "screens/widgets/verdict_badge.h"

namespace kiosk::citizen {
namespace {

using kit::Node;
using visit::CopyVerdictView;

std::string_view sceneOf(verify::Judgement judgement) {
    switch (judgement) {
    case verify::Judgement::valid:
        return "scene-copy-valid";
    case verify::Judgement::notValid:
        return "scene-copy-not-valid";
    case verify::Judgement::cannotTell:
        return "scene-copy-unknown";
    }
    return "scene-copy-unknown";
}

/// The two facts apart, each with its source and time (V11).
Node sources(const CopyVerdictView& verdict, const Page& page) {
    const auto word = [&](std::string_view of, const CopyVerdictView::Fact& fact) {
        return page.texts.text(kit::format("verdict.{}.{}", of, widgets::textKey(fact.judgement)));
    };
    const CopyVerdictView::Fact& state = verdict.state;
    const std::string today =
        state.asOf.empty() ? page.texts.text("verdict.state.not-asked")
                           : page.texts.text("verdict.state.source",
                                             {word("state", state), state.source, state.asOf});
    return widgets::card(
        page.design,
        {widgets::fact(page.design, {page.phrase("verdict.signature"),
                                     page.texts.text("verdict.signature.source",
                                                     {word("signature", verdict.signature),
                                                      verdict.signature.asOf})}),
         widgets::fact(page.design, {page.phrase("verdict.state"), today})});
}

/// What the region says of the copy, else what it once signed.
Node record(const CopyVerdictView& verdict, const Page& page) {
    std::vector<widgets::Fact> list;
    if (verdict.record) {
        list.push_back({page.phrase("verdict.type"), verdict.record->licenceTypeName, true});
        list.push_back({page.phrase("verdict.holder"), verdict.record->holderMasked, true});
        list.push_back({page.phrase("verdict.purpose"), verdict.record->purpose, true});
        if (!verdict.printedAt.empty())
            list.push_back({page.phrase("verdict.printed"), verdict.printedAt});
    } else if (verdict.claim) {
        list.push_back({page.phrase("verdict.purpose"), verdict.claim->purpose, true});
        list.push_back({page.phrase("verdict.reserved"), verdict.claim->reservedAt});
    }
    list.push_back({page.phrase("verdict.region"), verdict.regionName, true});
    list.push_back({page.phrase("verdict.number"), verdict.copyNumber, true});
    return widgets::card(page.design, {widgets::facts(page.design, std::move(list))});
}

} // namespace

PageContent screenFor(const visit::ScanView& scan, const Page& page) {
    PageContent content{.id = "scan"};
    content.hero = pageTitle(page, page.phrase("scan.title"), page.phrase("scan.lead"));
    content.content = {widgets::viewfinder(page.design, scan.preview, page.phrase("scan.picture"))};
    if (scan.hint.empty()) {
        content.content.push_back(
            widgets::notice(page.design, widgets::Tone::neutral, page.phrase("scan.waiting")));
    } else {
        content.content.push_back(problemNotice(page, scan.hint, Remedy::citizenAgain));
    }
    return content;
}

PageContent screenFor(const CopyVerdictView& verdict, const Page& page) {
    PageContent content{.id = "copy-verdict"};
    content.hero = pageTitle(page, page.phrase("verdict.title"));
    auto& nodes = content.content;
    if (page.design.density < widgets::Density::tightest) // the words come first
        nodes.push_back(widgets::scene(page.design, std::string(sceneOf(verdict.judgement)),
                                       page.phrase("verdict.scene")));
    nodes.push_back(widgets::verdictBadge(
        page.design, verdict.judgement,
        page.phrase(kit::format("verdict.{}", widgets::textKey(verdict.judgement))),
        {sentenceFor(page.texts, verdict.reason, "reason.other")}));
    nodes.push_back(sources(verdict, page));
    nodes.push_back(record(verdict, page));
    content.actions = {
        widgets::mainButton(page.design, {"finish", page.phrase("verdict.finish"), "check",
                                          widgets::ButtonKind::primary, visit::touch::Finish{}})};
    return content;
}

} // namespace kiosk::citizen
