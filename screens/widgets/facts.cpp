// SPDX-License-Identifier: Apache-2.0
#include "screens/widgets/facts.h"

namespace kiosk::widgets {

using kit::Node;

Node fact(const Design& design, Fact fact) {
    Node value =
        part(fact.value, design.text(kit::TypeRole::body, kit::ColourRole::ink, kit::Weight::bold));
    if (fact.asIssued)
        value = asIssued(std::move(value));
    Node node =
        column(design.gap(0.1),
               {part(fact.label.text, design.text(kit::TypeRole::note, kit::ColourRole::inkSoft)),
                std::move(value)});
    node.role = kit::Role::text;
    node.name = std::move(fact.label.text);
    node.value = std::move(fact.value);
    node.say = fact.label.say + " " + kit::isolated(node.value);
    node.isPrivate = fact.isPrivate;
    return node;
}

Node facts(const Design& design, std::vector<Fact> list) {
    std::vector<Node> nodes;
    for (Fact& entry : list)
        nodes.push_back(fact(design, std::move(entry)));
    const bool narrow = design.size >= visit::TextSize::large && design.density < Density::tight;
    const int columns = narrow ? 1 : 2;
    return grid(columns, design.gap(1), std::move(nodes));
}

} // namespace kiosk::widgets
