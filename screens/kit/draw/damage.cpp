// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "screens/kit/draw/painter.h"
#include "screens/kit/words.h"

namespace kiosk::kit {
namespace {

constexpr double kBleedMm = 1; ///< antialiasing and glyphs reach a little over their box

struct Seen {
    RectMm bounds;
    int balance = 0; ///< in the tree before: −1, after: +1
};

bool isDrawn(const Look& look) {
    return look.fill || look.border || look.text || !look.drawing.empty() || look.picture;
}

void append(std::string& key, double number) {
    key += fixed(number, 2) + '|';
}

/// Everything that decides the pixels of one node.
std::string appearance(const Node& node) {
    const Look& look = node.look;
    std::string key = look.drawing + '|';
    for (const double number :
         {node.bounds.x, node.bounds.y, node.bounds.width, node.bounds.height, look.borderWidth,
          look.radius, look.veil, look.fill ? double(*look.fill) : -1.0,
          look.border ? double(*look.border) : -1.0, double(look.tint)})
        append(key, number);
    append(key, static_cast<double>(reinterpret_cast<std::uintptr_t>(look.picture.get())));
    if (!look.text)
        return key;
    for (const double number : {look.text->em, double(look.text->weight), double(look.text->ink),
                                double(look.text->align)})
        append(key, number);
    return key + node.lang + '|' + node.name;
}

void collect(const Node& root, int weight, std::map<std::string, Seen>& seen) {
    walk(root, [&](const Node& node, int) {
        if (!isDrawn(node.look))
            return;
        Seen& entry = seen[appearance(node)];
        entry.bounds = node.bounds;
        entry.balance += weight;
    });
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
    std::map<std::string, Seen> seen;
    collect(before, -1, seen);
    collect(after, 1, seen);
    std::vector<RectMm> areas;
    for (const auto& [key, entry] : seen)
        if (entry.balance != 0)
            addJoined(areas, entry.bounds.grownBy(kBleedMm));
    return areas;
}

} // namespace kiosk::kit
