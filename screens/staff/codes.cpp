// SPDX-License-Identifier: Apache-2.0
#include "firmware/handout/handout.h"
#include "screens/kit/words.h"
#include "screens/staff/code_leaf.h"

namespace kiosk::staff_screens {

namespace {

using kit::Node;
using Key = visit::touch::Staff::Key;
using Deed = staff::CodesView::Deed;

/// What became of printing and saving, the last trouble first.
std::vector<Node> notesOf(const Page& page, const staff::CodesView& codes) {
    if (codes.error)
        return {
            widgets::notice(page.design, widgets::Tone::negative,
                            troubleLines(page, codes.error->code(), codes.error->remedy()).front(),
                            {words("staff.who", name(codes.error->remedy()), page)})};
    std::vector<Node> notes;
    if (codes.printing != Deed::none)
        notes.push_back(widgets::notice(
            page.design,
            codes.printing == Deed::done ? widgets::Tone::positive : widgets::Tone::neutral,
            page.phrase(codes.printing == Deed::done ? "staff.codes.printed"
                                                     : "staff.codes.printing")));
    if (codes.saving == Deed::done)
        notes.push_back(
            widgets::notice(page.design, widgets::Tone::positive,
                            page.phrase("staff.codes.saved", {handout::kReportFileName})));
    return notes;
}

Node button(const Page& page, std::string id, std::string_view key, std::string drawing,
            Key means) {
    return widgets::growing(
        widgets::mainButton(page.design, {std::move(id), page.phrase(key), std::move(drawing),
                                          widgets::ButtonKind::secondary, press(means)}));
}

} // namespace

PageContent codes(const staff::PageView& view, const Page& page) {
    const staff::CodesView& codes = view.codes;
    std::vector<Node> content = notesOf(page, codes);
    if (codes.pictures.empty()) {
        if (!codes.error)
            content.push_back(widgets::notice(page.design, widgets::Tone::neutral,
                                              page.phrase("staff.codes.making")));
        return named(page, view.page, std::move(content));
    }
    for (Node& node : codeLeaf(page, view, codes.pictures, codes.fingerprint))
        content.push_back(std::move(node));
    PageContent whole = named(page, view.page, std::move(content));
    whole.hero = citizen::pageTitle(page, words("staff.page", name(view.page), page),
                                    page.phrase("staff.codes.lead"));
    Node both = widgets::row(page.design.mainGap(),
                             {button(page, "print", "staff.codes.print", "printer", Key::print),
                              button(page, "save", "staff.codes.save", "keep", Key::save)});
    both.box.across = kit::Align::stretch;
    whole.actions = {std::move(both)};
    return whole;
}

} // namespace kiosk::staff_screens
