// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/rules/placed.h"

#include <algorithm>

namespace kiosk::test {
namespace {

using kit::Node;

void append(const Node& node, std::size_t parent, std::string_view inherited,
            std::vector<Placed>& screen) {
    const std::size_t own = screen.size();
    screen.push_back(
        {&node, parent, std::string(node.lang.empty() ? inherited : node.lang), false});
    for (const Node& child : node.children)
        append(child, own, screen[own].lang, screen);
}

bool standsIn(const std::vector<Placed>& screen, std::size_t inner, std::size_t outer) {
    for (; inner > outer; inner = screen[inner].parent)
        if (screen[inner].parent == outer)
            return true;
    return inner == outer;
}

} // namespace

std::vector<Placed> placed(const Node& root) {
    std::vector<Placed> screen;
    append(root, 0, root.lang, screen);
    const auto dialog = std::ranges::find_if(
        screen, [](const Placed& entry) { return entry->role == kit::Role::dialog; });
    if (dialog == screen.end())
        return screen;
    const auto top = static_cast<std::size_t>(dialog - screen.begin());
    for (std::size_t index = 0; index < screen.size(); ++index)
        screen[index].beneath = !areNested(screen, index, top);
    return screen;
}

bool areNested(const std::vector<Placed>& screen, std::size_t one, std::size_t other) {
    return standsIn(screen, std::max(one, other), std::min(one, other));
}

std::string nameOf(const Node& node) {
    if (!node.id.empty())
        return node.id;
    if (!node.name.empty())
        return node.name;
    if (!node.look.drawing.empty())
        return "drawing " + node.look.drawing;
    return std::string(kit::name(node.role));
}

} // namespace kiosk::test
