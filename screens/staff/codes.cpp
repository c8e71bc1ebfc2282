// SPDX-License-Identifier: Apache-2.0
#include "firmware/handout/handout.h"
#include "screens/kit/words.h"
#include "screens/staff/leaves.h"
#include "screens/widgets/pictures.h"

namespace kiosk::staff_screens {

namespace {

using kit::Node;
using Key = visit::touch::Staff::Key;
using Deed = staff::CodesView::Deed;

/// Where letters are large there is room for fewer.
std::size_t perLeaf(const Page& page) {
    return page.design.density >= widgets::Density::tight ? 2 : 4;
}

/// Large enough that a phone at arm's length reads its modules.
Node codeAt(const Page& page, const staff::CodesView& codes, std::size_t at) {
    constexpr double kLeastMm = 65;
    const auto words = page.phrase("staff.codes.one",
                                   {std::to_string(at + 1), std::to_string(codes.pictures.size())});
    Node code = widgets::pageView(page.design, codes.pictures[at], words, kLeastMm);
    code.id = kit::format("code.{}", std::to_string(at + 1));
    return widgets::growing(widgets::column(
        page.design.gap(0.25),
        {std::move(code), widgets::text(words, page.design.text(kit::TypeRole::note))}));
}

std::vector<Node> codesOf(const Page& page, const staff::PageView& view) {
    const staff::CodesView& codes = view.codes;
    Leaf leaf = leafOf(page, view, codes.pictures.size(), perLeaf(page));
    std::vector<Node> shown;
    for (std::size_t at = leaf.first; at < leaf.last; ++at)
        shown.push_back(codeAt(page, codes, at));
    std::vector<Node> content{
        widgets::text(
            page.phrase("staff.codes.key", {codes.fingerprint}),
            page.design.text(kit::TypeRole::body, kit::ColourRole::ink, kit::Weight::bold)),
        widgets::grid(shown.size() > 1 ? 2 : 1, page.design.gap(1), std::move(shown))};
    if (leaf.pager)
        content.push_back(*std::move(leaf.pager));
    return content;
}

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
    for (Node& node : codesOf(page, view))
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
