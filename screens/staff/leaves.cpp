// SPDX-License-Identifier: Apache-2.0
#include "screens/staff/leaves.h"

#include <algorithm>

#include "screens/citizen/leafing.h"

namespace kiosk::staff_screens {

namespace {

/// What fits with everything there may be to say of each.
std::size_t perPage(const Page& page) {
    const auto& settings = page.view.settings;
    const bool isLarge = settings.textSize > visit::TextSize::large ||
                         settings.version == visit::Version::elder ||
                         settings.reach == visit::Reach::low;
    return isLarge ? 4 : 6;
}

/// Previous and next, counted from 1. A step leads from where the person left off, which may lie
/// behind the last page when the letters have become smaller.
kit::Node pager(const Page& page, int leaf, int now, int count) {
    const auto button = [&](std::string id, std::string_view words, std::string drawing, int to) {
        widgets::ButtonSpec spec{std::move(id), page.phrase(words), std::move(drawing),
                                 widgets::ButtonKind::secondary, std::nullopt};
        if (to >= 0 && to < count)
            spec.touch = visit::touch::ListPage{to - leaf};
        return spec;
    };
    return widgets::pager(
        page.design, {button("previous", "choose.previous", "previous", now - 1),
                      page.phrase("choose.page", {std::to_string(now + 1), std::to_string(count)}),
                      button("more", "choose.more", "more", now + 1)});
}

} // namespace

Leaf leafOf(const Page& page, const staff::PageView& view, std::size_t count, std::size_t most) {
    const auto pages = static_cast<int>(citizen::pagesOf(count, most));
    const int now = std::clamp(view.leaf, 0, std::max(pages - 1, 0));
    Leaf leaf{.first = static_cast<std::size_t>(now) * most};
    leaf.last = std::min(leaf.first + most, count);
    if (pages > 1)
        leaf.pager = pager(page, view.leaf, now, pages);
    return leaf;
}

PageContent leafed(const Page& page, const staff::PageView& view, std::size_t count,
                   const std::function<kit::Node(std::size_t)>& standingOf) {
    Leaf leaf = leafOf(page, view, count, perPage(page));
    std::vector<kit::Node> shown;
    for (std::size_t at = leaf.first; at < leaf.last; ++at)
        shown.push_back(standingOf(at));
    const int columns = page.design.density >= widgets::Density::tight ? 2 : 1;
    std::vector<kit::Node> content{widgets::card(
        page.design, {widgets::grid(columns, page.design.gap(1.25), std::move(shown))})};
    if (leaf.pager)
        content.push_back(*std::move(leaf.pager));
    return named(page, view.page, std::move(content));
}

} // namespace kiosk::staff_screens
