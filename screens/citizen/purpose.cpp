// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "screens/citizen/leafing.h"
#include "screens/kit/words.h"
#include "screens/widgets/choice.h"
#include "screens/widgets/pictures.h"

namespace kiosk::citizen {
namespace {

using kit::Node;
using visit::ConfirmPrintView;
using visit::PurposeView;
using widgets::ButtonKind;

std::size_t endOfPage(const PurposeView& purpose) {
    const std::size_t all = purpose.purposes.size();
    return purpose.perPage == 0 ? all : std::min(all, purpose.firstPurpose + purpose.perPage);
}

/// As the region has it where the catalogue does not know it.
kit::Phrase wordsFor(const Purpose& purpose, const Page& page) {
    const auto key = kit::format("purpose.{}", purpose.key);
    return page.texts.has(key) ? page.phrase(key) : kit::Phrase{purpose.text, purpose.text};
}

Node choices(const PurposeView& purpose, const Page& page) {
    std::vector<widgets::Choice> list;
    for (std::size_t index = purpose.firstPurpose; index < endOfPage(purpose); ++index) {
        const Purpose& entry = purpose.purposes[index];
        list.push_back({kit::format("purpose.{}", entry.key), wordsFor(entry, page),
                        kit::format("purpose-{}", entry.key), purpose.chosen == index, "",
                        visit::touch::ChoosePurpose{index}});
    }
    // Han characters are short enough for two in a row at any size.
    const bool wide = page.view.settings.textSize == visit::TextSize::largest &&
                      !page.texts.language().starts_with("zh");
    const std::size_t columns = wide ? 1 : 2;
    return widgets::choiceGrid(page.design, columns, std::move(list),
                               page.texts.text("purpose.chosen"));
}

Node copies(const PurposeView& purpose, const Page& page) {
    const auto sheets = purpose.pagesPerCopy * static_cast<std::size_t>(purpose.copies);
    return widgets::card(
        page.design,
        {widgets::counter(page.design,
                          {page.phrase("purpose.copies"), purpose.copies, 1, purpose.maxCopies,
                           page.phrase("purpose.fewer"), page.phrase("purpose.more")}),
         widgets::text(page.phrase("purpose.sheets", {std::to_string(sheets)}),
                       page.design.text(kit::TypeRole::note, kit::ColourRole::inkSoft))});
}

Node printButton(const PurposeView& purpose, const Page& page) {
    widgets::ButtonSpec spec{"print", page.phrase("purpose.print"), "printer",
                             widgets::ButtonKind::primary, visit::touch::Print{}};
    if (!purpose.canPrint) {
        spec.words = page.phrase(purpose.chosen ? "purpose.print.closed" : "purpose.print.first");
        spec.touch.reset();
    }
    return widgets::mainButton(page.design, std::move(spec));
}

Node line(const Page& page, std::string drawing, kit::Phrase words) {
    return widgets::point(page.design, std::move(drawing),
                          {widgets::text(std::move(words), page.design.text(kit::TypeRole::body))});
}

/// What comes out of the printer once somebody says yes.
Node whatIsPrinted(const ConfirmPrintView& print, const Page& page) {
    return widgets::card(
        page.design,
        {line(page, kit::format("purpose-{}", print.purpose.key),
              page.phrase("confirm.purpose", {wordsFor(print.purpose, page).text})),
         line(page, "paper", page.phrase("purpose.sheets", {std::to_string(print.sheets)})),
         line(page, "holder", page.phrase("confirm.own"))});
}

} // namespace

PageContent screenFor(const PurposeView& purpose, const Page& page) {
    PageContent content{.id = "purpose",
                        .step = 5,
                        .hero = pageTitle(page, page.phrase("purpose.title"),
                                          page.phrase("purpose.lead", {purpose.typeName})),
                        .content = {choices(purpose, page)},
                        .actions = {printButton(purpose, page)}};
    if (purpose.perPage > 0)
        content.content.push_back(
            listPager(page, purpose.firstPurpose, purpose.perPage, purpose.purposes.size()));
    // One question at a time in the elder version: how many, once it is said what for (A51).
    if (page.view.settings.version == visit::Version::standard || purpose.chosen)
        content.content.push_back(copies(purpose, page));
    return content;
}

PageContent screenFor(const ConfirmPrintView& print, const Page& page) {
    return {.id = "confirm-print",
            .step = 5,
            .hero = pageTitle(page, page.phrase("confirm.title"),
                              page.phrase("confirm.lead", {print.typeName})),
            .content = {widgets::scene(page.design, "scene-consent", page.phrase("consent.scene")),
                        whatIsPrinted(print, page)},
            .actions = {
                widgets::mainButton(page.design, {"confirm", page.phrase("confirm.yes"), "printer",
                                                  ButtonKind::primary, visit::touch::Agree{}}),
                widgets::mainButton(page.design, {"change", page.phrase("confirm.no"), "back",
                                                  ButtonKind::secondary, visit::touch::Back{}})}};
}

} // namespace kiosk::citizen
