// SPDX-License-Identifier: Apache-2.0
// What somebody came for takes licences: those that are missing are named (R3).
#include "screens/citizen/needs.h"

#include "screens/citizen/choose_parts.h"
#include "screens/kit/words.h"
#include "screens/widgets/notice.h"

namespace kiosk::citizen {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;
using visit::ChooseView;
using widgets::Density;
using Why = ChooseView::Need::Why;

std::string_view wordOf(Why why) {
    switch (why) {
    case Why::notFound:
        return "needs.not-found";
    case Why::silent:
        return "needs.silent";
    case Why::pending:
        return "needs.pending";
    case Why::notCovered:
        return "needs.not-covered";
    }
    return "needs.not-found";
}

/// What to do now; of what an office goes on without, that.
kit::Phrase stepNow(const ChooseView::Need& need, const Page& page) {
    if (need.optional && need.why == Why::notFound)
        return page.phrase("needs.optional.now");
    return page.phrase(kit::format("{}.now", wordOf(need.why)));
}

/// As the cards of licences are, so that names and reasons stand under each other.
Node needLines(const ChooseView::Need& need, const kit::Phrase& step, Node reason,
               const Page& page) {
    const auto& design = page.design;
    const bool isTight = design.density >= Density::tight;
    Node title = widgets::asIssued(widgets::part(
        need.typeName, design.text(rowTitle(design), ColourRole::ink, kit::Weight::bold)));
    Node words = widgets::column(
        design.gap(isTight ? 0.25 : 0.6),
        {widgets::row(design.gap(1), {widgets::growing(std::move(title)), std::move(reason)}),
         widgets::part(step.text, design.text(isTight ? TypeRole::note : TypeRole::body))});
    if (isTight) // the words need the whole width
        return words;
    Node nothingBehind{.role = kit::Role::part};
    nothingBehind.box.width = design.icon(TypeRole::title);
    return widgets::row(design.gap(1.5),
                        {widgets::iconTile(design, "unknown", TypeRole::title),
                         widgets::growing(std::move(words)), std::move(nothingBehind)});
}

} // namespace

kit::TypeRole rowTitle(const widgets::Design& design) {
    const bool hasRoom = design.density == Density::roomy && design.size < visit::TextSize::large;
    return hasRoom ? TypeRole::title : TypeRole::heading;
}

Node asRow(Node node, const widgets::Design& design) {
    const double above = design.density >= Density::tight ? 0.5 : 1.25;
    node.box.padding = kit::InsetsMm::symmetric(std::max(4.0, design.gap(1.25)), design.gap(above));
    node.box.minHeight = design.mainTarget();
    node.box.maxHeight = design.mainTarget() * 2.9;
    node.box.grow = 1;
    node.look.border = ColourRole::outline;
    node.look.borderWidth = 0.4;
    node.look.radius = design.radius() * 1.25;
    return node;
}

kit::Phrase matterWords(const Page& page, std::string_view key, const std::string& text) {
    const std::string known = kit::format("matter.{}", key);
    return page.texts.has(known) ? page.phrase(known) : kit::Phrase{text, text};
}

Node needsHeading(const ChooseView& choose, const Page& page) {
    const ChooseView::ForMatter& matter = *choose.matter;
    const std::string& holder = choose.company ? choose.company->name : choose.holderMasked;
    Node band = pageTitle(
        page, page.phrase("needs.title", {matterWords(page, matter.key, matter.text).text}),
        page.phrase("needs.lead",
                    {holder, std::to_string(matter.met), std::to_string(matter.needs)}));
    for (Node& words : band.children)
        words.isPrivate = true;
    return band;
}

Node needCard(const ChooseView::Need& need, std::size_t index, std::optional<std::size_t> count,
              const Page& page) {
    const auto tone =
        need.why == Why::pending || need.optional ? widgets::Tone::neutral : widgets::Tone::caution;
    const kit::Phrase step = stepNow(need, page);
    Node reason = widgets::badge(page.design, tone, page.phrase(wordOf(need.why)));
    const std::string word = reason.name;
    const std::string place = std::to_string(index + 1);
    reason.role = kit::Role::part;
    Node node = needLines(need, step, std::move(reason), page);
    node.id = kit::format("need.{}", std::to_string(index));
    node.role = kit::Role::text;
    node.name = need.typeName;
    node.value = word;
    node.say =
        count ? page.texts.text("needs.item.say",
                                {need.typeName, word, place, std::to_string(*count), step.say})
              : page.texts.text("needs.item.say-so-far", {need.typeName, word, place, step.say});
    node.isPrivate = true;
    return asRow(std::move(node), page.design);
}

Node needsButtons(const ChooseView& choose, const Page& page) {
    std::vector<Node> buttons{
        lesserButton(page, "show-all", "choose.show-all", "licence", visit::touch::ShowAll{})};
    const bool isSilent = choose.pendingRegions.empty() && !choose.gaps.empty();
    if (choose.company)
        buttons.push_back(forWhom(choose, page, false));
    else if (isSilent)
        buttons.push_back(
            lesserButton(page, "ask-again", "choose.ask-again", "retry", visit::touch::Retry{}));
    else if (!choose.awaitedRegions.empty()) // its place, from the beginning
        buttons.push_back({.role = kit::Role::part});
    const int columns = static_cast<int>(buttons.size());
    return widgets::grid(columns, page.design.targetGap(), std::move(buttons));
}

} // namespace kiosk::citizen
