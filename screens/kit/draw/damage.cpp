// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>

#include "screens/kit/draw/painter.h"

namespace kiosk::kit {
namespace {

constexpr double kBleedMm = 1; ///< antialiasing and glyphs reach a little over their box

bool isDrawn(const Look& look) {
    return look.fill || look.border || look.text || !look.drawing.empty() || look.picture;
}

/// Everything of one node that decides its pixels, as something to compare and to sort by.
auto appearance(const Node& node) {
    const Look& look = node.look;
    const TextStyle text = look.text.value_or(TextStyle{});
    const RectMm& at = node.bounds;
    return std::tuple(at.x, at.y, at.width, at.height, look.fill, look.border, look.borderWidth,
                      look.radius, look.veil, look.tint, look.picture.get(),
                      std::string_view(look.drawing), look.text.has_value(), text.em, text.weight,
                      text.ink, text.align, look.text ? std::string_view(node.lang) : "",
                      look.text ? std::string_view(node.name) : "");
}

using Appearance = decltype(appearance(std::declval<const Node&>()));

/// Sorted, so that two trees can be told apart by walking along both.
std::vector<Appearance> appearancesOf(const Node& root) {
    std::vector<Appearance> all;
    walk(root, [&](const Node& node, int) {
        if (isDrawn(node.look))
            all.push_back(appearance(node));
    });
    std::ranges::sort(all);
    return all;
}

RectMm placeOf(const Appearance& node) {
    return {std::get<0>(node), std::get<1>(node), std::get<2>(node), std::get<3>(node)};
}

RectMm joined(const RectMm& a, const RectMm& b) {
    const double x = std::min(a.x, b.x);
    const double y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

void addJoined(std::vector<RectMm>& areas, RectMm area) {
    for (auto other = areas.begin(); other != areas.end();) {
        if (!other->overlaps(area)) {
            ++other;
            continue;
        }
        area = joined(area, *other);
        areas.erase(other);
        other = areas.begin();
    }
    areas.push_back(area);
}

} // namespace

std::vector<RectMm> damage(const Node& before, const Node& after) {
    if (before.look.theme != after.look.theme || before.lang != after.lang)
        return {after.bounds};
    std::vector<Appearance> changed;
    std::ranges::set_symmetric_difference(appearancesOf(before), appearancesOf(after),
                                          std::back_inserter(changed));
    std::vector<RectMm> areas;
    for (const Appearance& node : changed)
        addJoined(areas, placeOf(node).grownBy(kBleedMm));
    return areas;
}

} // namespace kiosk::kit
