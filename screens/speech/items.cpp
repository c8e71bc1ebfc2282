// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/items.h"

#include <algorithm>

#include "screens/kit/catalogue/message.h"

namespace kiosk::speech {
namespace {

using kit::Node;
using kit::Role;

std::string textOf(const Node& node) {
    const bool counts = node.role == Role::group && !node.value.empty();
    return counts ? node.spoken() + " " + kit::isolated(node.value) : node.spoken();
}

bool isHeard(const Node& node) {
    if (node.role == Role::picture || node.role == Role::screen || node.role == Role::dialog)
        return false;
    return !textOf(node).empty();
}

/// What a node hands on to those in it.
struct Within {
    std::string language;
    bool isPrivate = false;
    bool inStrip = false;
    bool inList = false;
    std::vector<const Node*>
        listed{}; ///< the buttons of the list, where it does not count them itself
};

std::vector<const Node*> buttonsOf(const Node& list) {
    std::vector<const Node*> buttons;
    kit::walk(list, [&buttons](const Node& node, int) {
        if (node.role == Role::button)
            buttons.push_back(&node);
    });
    return buttons;
}

std::optional<Item::Place> placeIn(const std::vector<const Node*>& listed, const Node& node) {
    const auto found = std::ranges::find(listed, &node);
    if (found == listed.end())
        return std::nullopt;
    return Item::Place{static_cast<std::size_t>(found - listed.begin()) + 1, listed.size()};
}

void collect(const Node& node, Within within, std::vector<Item>& items) {
    if (!node.lang.empty())
        within.language = node.lang;
    within.isPrivate = within.isPrivate || node.isPrivate;
    within.inStrip = within.inStrip || node.id == "top" || node.id == "bottom";
    within.inList = within.inList || node.role == Role::list;
    if (node.role == Role::list && node.value.empty())
        within.listed = buttonsOf(node);
    if (node.role != Role::part && isHeard(node))
        items.push_back({&node, textOf(node), within.language, within.isPrivate, within.inStrip,
                         within.inList, placeIn(within.listed, node)});
    if (node.role == Role::button)
        return; // its label is a part of it
    for (const Node& child : node.children)
        collect(child, within, items);
}

} // namespace

std::vector<Item> itemsOf(const kit::Node& tree) {
    std::vector<Item> items;
    collect(tree, {}, items);
    return items;
}

} // namespace kiosk::speech
