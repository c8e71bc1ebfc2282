// SPDX-License-Identifier: Apache-2.0
#include "screens/widgets/basics.h"

namespace kiosk::widgets {

using kit::Align;
using kit::Axis;
using kit::Node;
using kit::Role;

Node column(double gap, std::vector<Node> children) {
    Node node{.children = std::move(children)};
    node.box.gap = gap;
    return node;
}

Node row(double gap, std::vector<Node> children) {
    Node node = column(gap, std::move(children));
    node.box.axis = Axis::row;
    node.box.across = Align::centre;
    return node;
}

Node grid(int columns, double gap, std::vector<Node> children) {
    Node node = column(gap, std::move(children));
    node.box.axis = Axis::grid;
    node.box.columns = columns;
    return node;
}

Node spacer() {
    return growing(Node{.role = Role::part});
}

Node growing(Node node, double share) {
    node.box.grow = share;
    return node;
}

Node text(kit::Phrase phrase, const kit::TextStyle& style) {
    Node node{.role = Role::text, .name = std::move(phrase.text), .say = std::move(phrase.say)};
    node.look.text = style;
    return node;
}

Node heading(kit::Phrase phrase, const kit::TextStyle& style) {
    Node node = text(std::move(phrase), style);
    node.role = Role::heading;
    return node;
}

Node part(std::string words, const kit::TextStyle& style) {
    Node node{.role = Role::part, .name = std::move(words)};
    node.look.text = style;
    return node;
}

Node asIssued(Node node) {
    node.lang = "zh-CN";
    return node;
}

Node personal(Node node) {
    node.isPrivate = true;
    return node;
}

Node icon(std::string drawing, kit::ColourRole tint, double size) {
    Node node{.role = Role::part};
    node.look.drawing = std::move(drawing);
    node.look.tint = tint;
    node.box.width = size;
    node.box.height = size;
    return node;
}

Node iconTile(const Design& design, std::string drawing, kit::TypeRole beside) {
    const double size = design.icon(beside) * 1.7;
    Node node = icon(std::move(drawing), kit::ColourRole::accent, size);
    node.box.padding = kit::InsetsMm::all(size * 0.22);
    node.look.fill = kit::ColourRole::accentSoft;
    node.look.radius = size * 0.28;
    return node;
}

Node point(const Design& design, std::string drawing, std::vector<Node> lines) {
    return row(design.gap(1.25), {iconTile(design, std::move(drawing), kit::TypeRole::body),
                                  growing(column(design.gap(0.25), std::move(lines)))});
}

Node card(const Design& design, std::vector<Node> children) {
    Node node = column(design.gap(1), std::move(children));
    node.box.padding = kit::InsetsMm::all(design.gap(1.75));
    node.look.fill = kit::ColourRole::surface;
    node.look.border = kit::ColourRole::hairline;
    node.look.radius = design.radius();
    return node;
}

} // namespace kiosk::widgets
