// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/mirror.h"

#include <array>

namespace kiosk::kit {
namespace {

/// Drawings that mean a way along the line; round arrows turn alike in every script.
constexpr std::array kDirectional{"back", "forward", "previous", "more", "finish"};

TextAlign opposite(TextAlign align) {
    switch (align) {
    case TextAlign::start:
        return TextAlign::end;
    case TextAlign::centre:
        return TextAlign::centre;
    case TextAlign::end:
        return TextAlign::start;
    }
    return align;
}

void shift(Node& node, double distance) {
    node.bounds.x += distance;
    for (Node& child : node.children)
        shift(child, distance);
}

} // namespace

void mirror(Node& root, const RectMm& area) {
    const double mirrored = area.x + area.right() - root.bounds.right();
    if (root.box.isInOwnOrder)
        return shift(root, mirrored - root.bounds.x);
    root.bounds.x = mirrored;
    std::swap(root.box.padding.left, root.box.padding.right);
    if (root.look.text)
        root.look.text->align = opposite(root.look.text->align);
    root.look.flipped = std::ranges::find(kDirectional, root.look.drawing) != kDirectional.end();
    for (Node& child : root.children)
        mirror(child, area);
}

} // namespace kiosk::kit
