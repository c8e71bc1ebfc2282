// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/node.h"

#include <ranges>

namespace kiosk::kit {
namespace {

void walkFrom(const Node& node, int depth, const std::function<void(const Node&, int)>& visit) {
    visit(node, depth);
    for (const Node& child : node.children)
        walkFrom(child, depth + 1, visit);
}

} // namespace

std::string_view name(Role role) {
    switch (role) {
    case Role::part:
        return "part";
    case Role::screen:
        return "screen";
    case Role::group:
        return "group";
    case Role::heading:
        return "heading";
    case Role::text:
        return "text";
    case Role::button:
        return "button";
    case Role::list:
        return "list";
    case Role::picture:
        return "picture";
    case Role::status:
        return "status";
    case Role::progress:
        return "progress";
    case Role::dialog:
        return "dialog";
    }
    return "part";
}

void walk(const Node& root, const std::function<void(const Node&, int depth)>& visit) {
    walkFrom(root, 0, visit);
}

const Node* find(const Node& root, std::string_view id) {
    if (root.id == id)
        return &root;
    for (const Node& child : root.children)
        if (const Node* found = find(child, id))
            return found;
    return nullptr;
}

const Node* hit(const Node& root, PointMm point) {
    for (const Node& child : root.children | std::views::reverse)
        if (const Node* found = hit(child, point))
            return found;
    return root.touch && root.bounds.contains(point) ? &root : nullptr;
}

} // namespace kiosk::kit
