// SPDX-License-Identifier: Apache-2.0
#include "screens/widgets/choice.h"

namespace kiosk::widgets {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;
namespace touch = visit::touch;

Node tile(const Design& design, Choice choice, const std::string& chosenWord) {
    const auto ink = choice.chosen ? ColourRole::accent : ColourRole::ink;
    Node node = row(
        design.gap(0.9),
        {icon(choice.drawing, ColourRole::accent, design.icon(TypeRole::heading)),
         growing(part(choice.words.text, design.text(TypeRole::body, ink, kit::Weight::bold)))});
    if (choice.chosen)
        node.add(icon("valid", ColourRole::accent, design.icon(TypeRole::body)));
    node.id = std::move(choice.id);
    node.role = kit::Role::button;
    node.name = std::move(choice.words.text);
    node.say = choice.chosen ? node.name + " " + chosenWord : std::move(choice.words.say);
    node.state = choice.chosen ? "selected" : "";
    node.touch = choice.touch;
    node.box.minHeight = design.mainTarget() * (design.density == Density::roomy ? 1.45 : 0.92);
    node.box.padding = kit::InsetsMm::symmetric(design.gap(1.25), design.gap(0.75));
    node.look.fill = choice.chosen ? ColourRole::accentSoft : ColourRole::surface;
    node.look.border = choice.chosen ? ColourRole::accent : ColourRole::outline;
    node.look.borderWidth = choice.chosen ? 1 : 0.3;
    node.look.radius = design.radius();
    return node;
}

Node stepButton(const Design& design, std::string id, kit::Phrase words, std::string drawing,
                bool possible, int step) {
    ButtonSpec spec{std::move(id), {}, std::move(drawing), ButtonKind::secondary, std::nullopt};
    if (possible)
        spec.touch = touch::ChangeCopies{step};
    Node node = smallButton(design, std::move(spec));
    node.name = std::move(words.text);
    node.say = std::move(words.say);
    node.box.width = design.target() * 1.25;
    node.box.height = design.target() * 1.25;
    node.box.padding = {};
    node.look.radius = design.radius();
    return node;
}

} // namespace

Node choiceGrid(const Design& design, int columns, std::vector<Choice> choices,
                const std::string& chosenWord) {
    std::vector<Node> tiles;
    for (Choice& choice : choices)
        tiles.push_back(tile(design, std::move(choice), chosenWord));
    Node node = grid(columns, design.targetGap(), std::move(tiles));
    node.role = kit::Role::list;
    return node;
}

Node counter(const Design& design, CounterSpec spec) {
    const auto number = std::to_string(spec.value);
    Node shown = part(number, design.text(TypeRole::title, ColourRole::ink, kit::Weight::bold,
                                          kit::TextAlign::centre));
    shown.box.width = design.target() * 1.3;
    Node node = row(design.gap(1),
                    {growing(part(spec.words.text,
                                  design.text(TypeRole::body, ColourRole::ink, kit::Weight::bold))),
                     stepButton(design, "copies.fewer", std::move(spec.fewer), "minus",
                                spec.value > spec.least, -1),
                     std::move(shown),
                     stepButton(design, "copies.more", std::move(spec.more), "plus",
                                spec.value < spec.most, 1)});
    node.id = "copies";
    node.name = std::move(spec.words.text);
    node.say = std::move(spec.words.say);
    node.value = number;
    return node;
}

} // namespace kiosk::widgets
