// SPDX-License-Identifier: Apache-2.0
#include "screens/staff/code_leaf.h"

#include "screens/kit/words.h"
#include "screens/staff/leaves.h"
#include "screens/widgets/pictures.h"

namespace kiosk::staff_screens {

namespace {

using kit::Node;

/// Where letters are large there is room for fewer.
std::size_t perLeaf(const Page& page) {
    return page.design.density >= widgets::Density::tight ? 2 : 4;
}

/// Large enough that a phone at arm's length reads its modules.
Node codeAt(const Page& page, const std::vector<document::SharedPicture>& pictures,
            std::size_t at) {
    constexpr double kLeastMm = 65;
    const auto words =
        page.phrase("staff.codes.one", {std::to_string(at + 1), std::to_string(pictures.size())});
    Node code = widgets::pageView(page.design, pictures[at], words, kLeastMm);
    code.id = kit::format("code.{}", std::to_string(at + 1));
    return widgets::growing(widgets::column(
        page.design.gap(0.25),
        {std::move(code), widgets::text(words, page.design.text(kit::TypeRole::note))}));
}

} // namespace

std::vector<Node> codeLeaf(const Page& page, const staff::PageView& view,
                           const std::vector<document::SharedPicture>& pictures,
                           std::string_view fingerprint) {
    Leaf leaf = leafOf(page, view, pictures.size(), perLeaf(page));
    std::vector<Node> shown;
    for (std::size_t at = leaf.first; at < leaf.last; ++at)
        shown.push_back(codeAt(page, pictures, at));
    std::vector<Node> content{
        widgets::text(
            page.phrase("staff.codes.key", {fingerprint}),
            page.design.text(kit::TypeRole::body, kit::ColourRole::ink, kit::Weight::bold)),
        widgets::grid(shown.size() > 1 ? 2 : 1, page.design.gap(1), std::move(shown))};
    if (leaf.pager)
        content.push_back(*std::move(leaf.pager));
    return content;
}

} // namespace kiosk::staff_screens
