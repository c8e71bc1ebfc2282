// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "screens/citizen/choose_parts.h"
#include "screens/citizen/leafing.h"
#include "screens/citizen/needs.h"
#include "screens/kit/words.h"
#include "screens/widgets/notice.h"

namespace kiosk::citizen {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;
using visit::MatterView;
using widgets::Density;

Node matterLines(const MatterView::Item& item, const kit::Phrase& words, const std::string& needs,
                 const Page& page) {
    const auto& design = page.design;
    const bool isTight = design.density >= Density::tight;
    Node title = widgets::row(
        design.gap(1),
        {widgets::growing(widgets::part(
            words.text, design.text(rowTitle(design), ColourRole::ink, kit::Weight::bold)))});
    if (item.forCompany) {
        Node badge =
            widgets::badge(design, widgets::Tone::neutral, page.phrase("matters.for-company"));
        badge.role = kit::Role::part;
        title.add(std::move(badge));
    }
    Node lines =
        widgets::column(design.gap(isTight ? 0.25 : 0.6),
                        {std::move(title),
                         widgets::part(needs, design.text(isTight ? TypeRole::note : TypeRole::body,
                                                          ColourRole::inkSoft))});
    if (isTight) // the words need the whole width
        return lines;
    return widgets::row(
        design.gap(1.5),
        {widgets::iconTile(design, kit::format("purpose-{}", item.purposeKey), TypeRole::title),
         widgets::growing(std::move(lines)),
         widgets::icon("more", ColourRole::accent, design.icon(TypeRole::title))});
}

Node matterRow(const MatterView& view, std::size_t index, const Page& page) {
    const MatterView::Item& item = view.matters[index];
    const kit::Phrase words = matterWords(page, item.key, item.text);
    const std::string names = inOneLine(item.typeNames);
    const std::string needs = page.texts.text("matters.needs", {names});
    Node node = matterLines(item, words, needs, page);
    node.id = kit::format("matter.{}", item.key);
    node.role = kit::Role::button;
    node.name = words.text;
    node.value = needs;
    node.say = page.texts.text(
        item.forCompany ? "matters.item.company.say" : "matters.item.say",
        {words.say, names, std::to_string(index + 1), std::to_string(view.matters.size())});
    node.touch = visit::touch::ChooseMatter{index};
    node.look.fill = ColourRole::surface;
    return asRow(std::move(node), page.design);
}

} // namespace

PageContent screenFor(const MatterView& matter, const Page& page) {
    std::vector<Node> rows;
    const std::size_t end = std::min(matter.firstMatter + matter.perPage, matter.matters.size());
    for (std::size_t index = matter.firstMatter; index < end; ++index)
        rows.push_back(matterRow(matter, index, page));
    Node list = widgets::growing(widgets::column(page.design.targetGap(), std::move(rows)));
    list.id = "matters";
    list.role = kit::Role::list;
    list.value = std::to_string(matter.matters.size());
    PageContent content{
        .id = "matter",
        .step = 3,
        .hero = pageTitle(page, page.phrase("matters.title"), page.phrase("matters.lead")),
        .content = {std::move(list)}};
    if (matter.matters.size() > matter.perPage)
        content.content.push_back(
            listPager(page, matter.firstMatter, matter.perPage, matter.matters.size()));
    return content;
}

} // namespace kiosk::citizen
