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
using visit::PrintingView;
using Phase = PrintingView::Phase;

/// The printer's trouble as an error code, whose texts are shown; empty while all is well.
std::string_view troubleOf(Phase phase) {
    switch (phase) {
    case Phase::needsPaper:
        return "printer.paper-out";
    case Phase::jammed:
        return "printer.paper-jam";
    case Phase::coverOpen:
        return "printer.cover-open";
    case Phase::needsHelp:
        return "printer.stopped";
    case Phase::printerAway:
        return "printer.gone";
    case Phase::reserving:
    case Phase::sending:
    case Phase::printing:
        break;
    }
    return {};
}

std::string_view titleKey(Phase phase) {
    switch (phase) {
    case Phase::reserving:
        return "printing.reserving";
    case Phase::sending:
        return "printing.sending";
    case Phase::printing:
        return "printing.printing";
    case Phase::needsPaper:
    case Phase::jammed:
    case Phase::coverOpen:
    case Phase::needsHelp:
    case Phase::printerAway:
        return "printing.paused";
    }
    return "printing.printing";
}

Node progress(const PrintingView& printing, const Page& page) {
    const auto out = std::to_string(printing.pagesOut);
    const auto total = std::to_string(printing.pagesTotal);
    const double share =
        printing.pagesTotal > 0 ? static_cast<double>(printing.pagesOut) / printing.pagesTotal : 0;
    const auto words = page.phrase("printing.pages", {out, total});
    return widgets::card(
        page.design,
        {widgets::text(words, page.design.text(kit::TypeRole::heading, kit::ColourRole::ink,
                                               kit::Weight::bold)),
         widgets::progressBar(page.design, words, share, kit::format("{}/{}", out, total))});
}

} // namespace

std::vector<Node> paperOnItsWay(const PrintingView& printing, const Page& page) {
    std::vector<Node> nodes;
    if (const auto trouble = troubleOf(printing.phase); !trouble.empty()) {
        Problem problem = problemOf(page.texts, trouble, Remedy::attendant);
        nodes.push_back(widgets::notice(page.design, widgets::Tone::caution,
                                        std::move(problem.what),
                                        {std::move(problem.now), std::move(problem.notHappened)}));
    }
    nodes.push_back(progress(printing, page));
    return nodes;
}

PageContent screenFor(const PrintingView& printing, const Page& page) {
    const bool isHeldUp = !troubleOf(printing.phase).empty();
    PageContent content{.id = "printing", .step = 5, .bottom = {.back = false, .startOver = false}};
    content.hero =
        pageTitle(page, page.phrase(titleKey(printing.phase)), page.phrase("printing.lead"));
    content.content = {widgets::scene(page.design, isHeldUp ? "scene-paused" : "scene-print",
                                      page.phrase("printing.scene"))};
    std::ranges::move(paperOnItsWay(printing, page), std::back_inserter(content.content));
    return content;
}

} // namespace kiosk::citizen
