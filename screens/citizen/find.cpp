// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "firmware/base/text.h"
#include "screens/citizen/leafing.h"
#include "screens/widgets/keys.h"
#include "screens/widgets/licence_card.h"
#include "screens/widgets/notice.h"

namespace kiosk::citizen {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;
using visit::FindView;

/// As high whatever stands in it.
Node oneLine(Node words, const widgets::Design& design) {
    constexpr double kLine = 1.8; // of the em: the tallest script of ours
    words.box.minHeight = kLine * design.text(TypeRole::heading).em;
    return words;
}

/// The end of it, where it is longer than the line.
std::string lastOf(const std::string& shown) {
    constexpr std::size_t kMost = 14;
    const std::u32string all = codePoints(shown);
    return all.size() <= kMost ? shown : "…" + toUtf8(all.substr(all.size() - kMost));
}

/// What was typed so far, one line that never grows: where it is told, it is spelled.
Node typedSoFar(const FindView& find, const Page& page) {
    const auto& design = page.design;
    const bool isEmpty = find.chosen.empty() && find.code.empty();
    const std::string shown = lastOf(find.chosen + widgets::shownCode(find.board, find.code));
    const kit::Phrase told =
        isEmpty
            ? page.phrase("find.nothing-typed")
            : page.phrase("find.typed", {find.chosen + (find.chosen.empty() ? "" : " ") +
                                         widgets::spokenCode(page.texts, find.board, find.code)});
    Node words =
        isEmpty
            ? widgets::part(told.text, design.text(TypeRole::body, ColourRole::inkSoft))
            : widgets::asIssued(widgets::part(
                  shown, design.text(TypeRole::heading, ColourRole::accent, kit::Weight::bold)));
    Node field = widgets::row(
        design.gap(1), {widgets::icon("search", ColourRole::accent, design.icon(TypeRole::body)),
                        widgets::growing(oneLine(std::move(words), design))});
    field.id = "typed";
    field.role = kit::Role::status; // told at each key, digits too
    field.state = isEmpty ? "empty" : "typed";
    field.name = told.text;
    field.say = told.say;
    field.isPrivate = !isEmpty;
    field.box.padding = kit::InsetsMm::symmetric(design.gap(1.25), design.gap(0.5));
    field.look.fill = ColourRole::surface;
    field.look.border = ColourRole::outline;
    field.look.borderWidth = 0.4;
    field.look.radius = design.radius();
    return field;
}

/// Told anew each time it changes.
Node howMany(const FindView& find, const Page& page) {
    kit::Phrase words = page.phrase(
        "find.left", {std::to_string(find.left.size()), std::to_string(find.items.size())});
    Node line = widgets::row(
        page.design.gap(0.75),
        {widgets::icon("licence", ColourRole::accent, page.design.icon(TypeRole::body)),
         widgets::growing(widgets::part(
             words.text, page.design.text(TypeRole::body, ColourRole::ink, kit::Weight::bold)))});
    line.id = "left";
    line.role = kit::Role::status;
    line.name = std::move(words.text);
    line.say = std::move(words.say);
    line.state = find.left.empty() ? "none" : "some";
    return line;
}

/// So many places, filled or not: what is left stands from the first one on.
Node licencesLeft(const FindView& find, const Page& page) {
    std::vector<Node> list;
    const std::size_t end = std::min(find.firstItem + find.perPage, find.left.size());
    for (std::size_t place = find.firstItem; place < end; ++place)
        list.push_back(widgets::licenceCard(page.design, page.texts, find.items[find.left[place]],
                                            place, find.left.size()));
    Node node = widgets::column(page.design.targetGap(), std::move(list));
    node.id = "licences";
    node.role = kit::Role::list;
    node.value = std::to_string(find.left.size());
    return widgets::growing(std::move(node));
}

Node found(const FindView& find, const Page& page) {
    if (!find.left.empty())
        return licencesLeft(find, page);
    return widgets::growing(widgets::column(
        0, {widgets::notice(page.design, widgets::Tone::caution, page.phrase("find.none"))}));
}

/// Digits need none, but keep the place.
Node candidates(const FindView& find, const Page& page) {
    if (find.board != typing::Board::digits)
        return widgets::candidateRow(page.design, page.texts,
                                     {find.candidates, find.firstCandidate, FindView::kCandidates});
    Node empty{.role = kit::Role::part};
    empty.box.minHeight = widgets::keyHeight(page.design);
    return empty;
}

std::size_t lengthOf(const visit::ChooseView::Item& item) {
    return item.typeName.size() + item.issuer.size() + item.regionName.size();
}

} // namespace

/// Whatever is left as one types, the longest words of the list stand on no fuller page.
FindView atItsFullest(FindView find) {
    find.left.resize(find.items.size());
    std::iota(find.left.begin(), find.left.end(), std::size_t{0});
    std::ranges::stable_sort(find.left, std::ranges::greater{},
                             [&](std::size_t place) { return lengthOf(find.items[place]); });
    find.firstItem = 0;
    find.board = typing::Board::strokes; // its keys carry words: no board needs more room
    find.chosen.clear();
    find.code.clear();
    find.candidates.assign(FindView::kCandidates, "国");
    find.firstCandidate = 0;
    return find;
}

PageContent screenFor(const FindView& find, const Page& page) {
    const bool canErase = !find.chosen.empty() || !find.code.empty();
    const bool hasRoom = page.design.density < widgets::Density::tight;
    const std::size_t count = std::max<std::size_t>(1, find.left.size());
    std::vector<Node> pressed{found(find, page),
                              listPager(page, find.firstItem, find.perPage, count, "find.page")};
    if (page.design.density < widgets::Density::tightest) // the list narrows without picking, too
        pressed.push_back(candidates(find, page));
    pressed.push_back(widgets::typingBoard(page.design, page.texts, find.board, canErase));
    pressed.push_back(widgets::boardTabs(page.design, page.texts, find.board));
    const double gap = std::max(page.design.targetGap(), page.design.gap(1.5));
    return {.id = "find",
            .step = 3,
            .hero = pageTitle(page, page.phrase("find.title"),
                              hasRoom ? std::optional(page.phrase("find.lead")) : std::nullopt),
            .content = {typedSoFar(find, page), howMany(find, page),
                        widgets::growing(widgets::column(gap, std::move(pressed)))},
            .isSteady = true};
}

} // namespace kiosk::citizen
