// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/error_words.h"
#include "screens/citizen/page.h"
#include "screens/citizen/problem.h"
#include "screens/widgets/notice.h"
#include "screens/widgets/pictures.h"

namespace kiosk::citizen {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;

/// One of the three sentences every trouble has: a label in the soft voice, then the sentence.
Node sentence(const Page& page, std::string drawing, kit::Phrase label, kit::Phrase words) {
    const auto& design = page.design;
    return widgets::point(
        design, std::move(drawing),
        {widgets::text(std::move(label), design.text(TypeRole::note, ColourRole::inkSoft)),
         widgets::text(std::move(words),
                       design.text(TypeRole::body, ColourRole::ink, kit::Weight::bold))});
}

/// What happened.
Node title(const Page& page, std::string_view code, Remedy remedy) {
    return pageTitle(page, problemOf(page.texts, code, remedy).what);
}

/// What to do now, what did not happen, and the code for whoever helps.
std::vector<Node> told(const Page& page, std::string_view code, Remedy remedy) {
    Problem problem = problemOf(page.texts, code, remedy);
    return {widgets::scene(page.design, "scene-trouble", page.phrase("trouble.scene")),
            widgets::card(page.design, {sentence(page, "forward", page.phrase("trouble.now"),
                                                 std::move(problem.now)),
                                        sentence(page, "info", page.phrase("trouble.not"),
                                                 std::move(problem.notHappened))}),
            widgets::point(page.design, std::string(errorDrawing(code)),
                           {widgets::text(page.phrase("trouble.code", {std::string(code)}),
                                          page.design.text(TypeRole::note, ColourRole::inkSoft))})};
}

} // namespace

PageContent screenFor(const visit::TroubleView& trouble, const Page& page) {
    PageContent content{.id = "trouble",
                        .hero = title(page, trouble.code, trouble.remedy),
                        .content = told(page, trouble.code, trouble.remedy)};
    if (trouble.voidPages > 0)
        content.content.push_back(widgets::notice(
            page.design, widgets::Tone::caution,
            page.phrase("trouble.void-pages", {std::to_string(trouble.voidPages)})));
    if (trouble.canPrintAgain)
        content.actions.push_back(widgets::mainButton(
            page.design, {"print-again", page.phrase("trouble.print-again"), "printer",
                          widgets::ButtonKind::primary, visit::touch::Print{}}));
    if (trouble.canRetry)
        content.actions.push_back(widgets::mainButton(
            page.design, {"retry", page.phrase("trouble.retry"), "retry",
                          widgets::ButtonKind::primary, visit::touch::Retry{}}));
    if (trouble.canCheckCopy)
        content.actions.push_back(widgets::mainButton(
            page.design, {"check-copy", page.phrase("start.check"), "scan",
                          widgets::ButtonKind::secondary, visit::touch::BeginCopyCheck{}}));
    content.actions.push_back(widgets::mainButton(
        page.design, {"finish", page.phrase("trouble.finish"), "finish",
                      trouble.canRetry || trouble.canPrintAgain ? widgets::ButtonKind::secondary
                                                                : widgets::ButtonKind::primary,
                      visit::touch::Finish{}}));
    return content;
}

PageContent screenFor(const visit::OutOfServiceView& out, const Page& page) {
    PageContent content{.id = "out-of-service",
                        .hero = title(page, out.code, out.remedy),
                        .content = told(page, out.code, out.remedy),
                        .bottom = {.back = false, .startOver = false}};
    if (!out.hotline.empty())
        content.content.push_back(widgets::notice(page.design, widgets::Tone::neutral,
                                                  page.phrase("help.nobody"),
                                                  {page.phrase("help.hotline", {out.hotline})}));
    return content;
}

} // namespace kiosk::citizen
