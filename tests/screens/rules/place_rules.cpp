// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/rules/place_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "screens/kit/words.h"

namespace kiosk::test {
namespace {

using kit::Node;
using kit::RectMm;

constexpr double kTolerance = 0.3; ///< one pixel of rounding

bool isInside(const RectMm& inner, const RectMm& outer) {
    const RectMm room = outer.grownBy(kTolerance);
    return inner.empty() || (inner.x >= room.x && inner.y >= room.y &&
                             inner.right() <= room.right() && inner.bottom() <= room.bottom());
}

/// What must lie on nothing else: words, what can be pressed, signs.
bool isSolid(const Node& node) {
    return node.look.text || node.touch || !node.look.drawing.empty();
}

void checkContained(const std::vector<Placed>& screen, const kit::Board& board, Findings& broken) {
    for (const Placed& entry : screen) {
        if (!isInside(entry->bounds, board.area()))
            broken.push_back(kit::format("A9 outside the screen: {}", nameOf(*entry)));
        else if (!isInside(entry->bounds, screen[entry.parent]->bounds))
            broken.push_back(kit::format("A9 outside its box: {}", nameOf(*entry)));
    }
}

void checkOverlaps(const std::vector<Placed>& screen, Findings& broken) {
    std::vector<std::size_t> solid;
    for (std::size_t index = 0; index < screen.size(); ++index)
        if (isSolid(*screen[index]) && !screen[index].beneath)
            solid.push_back(index);
    for (auto one = solid.begin(); one != solid.end(); ++one)
        for (auto other = one + 1; other != solid.end(); ++other) {
            const RectMm a = screen[*one]->bounds.grownBy(-kTolerance / 2);
            const RectMm b = screen[*other]->bounds.grownBy(-kTolerance / 2);
            if (!a.empty() && !b.empty() && a.overlaps(b) && !areNested(screen, *one, *other))
                broken.push_back(kit::format("A9 overlap: {}, {}", nameOf(*screen[*one]),
                                             nameOf(*screen[*other])));
        }
}

void checkStrips(const Node& root, Findings& broken) {
    for (const auto strip : {"top", "bottom"})
        for (const auto part : {"content", "actions"}) {
            const Node* over = kit::find(root, strip);
            const Node* under = kit::find(root, part);
            if (over != nullptr && under != nullptr &&
                over->bounds.overlaps(under->bounds.grownBy(-kTolerance / 2)))
                broken.push_back(kit::format("A9 under the {} strip: {}", strip, part));
        }
}

/// A list says how long it is as a whole; more than it shows needs both buttons.
void checkPagers(const std::vector<Placed>& screen, Findings& broken) {
    const auto buttonThere = [&](std::string_view id) {
        return std::ranges::any_of(screen, [&](const Placed& entry) { return entry->id == id; });
    };
    for (const Placed& list : screen) {
        std::size_t whole = 0;
        const std::string& value = list->value;
        if (list->role != kit::Role::list || value.empty() ||
            std::from_chars(value.data(), value.data() + value.size(), whole).ec != std::errc{})
            continue;
        if (whole > list->children.size() && !(buttonThere("previous") && buttonThere("more")))
            broken.push_back(kit::format("A10 no pager: {}", nameOf(*list)));
    }
}

constexpr std::array kSamePlaces{"back", "staff", "start-over", "language", "settings", "reach"};

bool isAt(const RectMm& one, const RectMm& other) {
    return std::abs(one.x - other.x) < kTolerance && std::abs(one.y - other.y) < kTolerance &&
           std::abs(one.width - other.width) < kTolerance &&
           std::abs(one.height - other.height) < kTolerance;
}

} // namespace

Findings brokenPlaceRules(const std::vector<Placed>& screen, const kit::Board& board) {
    Findings broken;
    checkContained(screen, board, broken);
    checkOverlaps(screen, broken);
    checkStrips(*screen.front(), broken);
    checkPagers(screen, broken);
    return broken;
}

Findings SamePlaces::compare(const Node& root) {
    Findings moved;
    for (const auto id : kSamePlaces) {
        const Node* node = kit::find(root, id);
        if (node == nullptr)
            continue;
        const auto [entry, isNew] = first_.emplace(id, node->bounds);
        if (!isNew && !isAt(entry->second, node->bounds))
            moved.push_back(kit::format("A54 at another place: {}", id));
    }
    return moved;
}

} // namespace kiosk::test
