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
    const bool roomy = design.density == Density::roomy;
    const TypeRole voice = roomy ? TypeRole::heading : TypeRole::body;
    Node sign = roomy ? iconTile(design, choice.drawing, voice)
                      : icon(choice.drawing, ColourRole::accent, design.icon(voice));
    Node node = row(design.gap(1.1),
                    {std::move(sign),
                     growing(part(choice.words.text, design.text(voice, ink, kit::Weight::bold)))});
    if (choice.chosen)
        node.add(icon("valid", ColourRole::accent, design.icon(voice)));
    node.id = std::move(choice.id);
    node.role = kit::Role::button;
    node.name = std::move(choice.words.text);
    node.say = choice.chosen ? node.name + " " + chosenWord : std::move(choice.words.say);
    node.state = choice.chosen ? "selected" : "";
    node.lang = std::move(choice.lang);
    node.touch = choice.touch;
    node.box.minHeight = design.mainTarget() * (roomy ? 1.2 : 0.92);
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

Node choiceGrid(const Design& design, std::size_t columns, std::vector<Choice> choices,
                const std::string& chosenWord) {
    std::vector<Node> rows;
    for (std::size_t at = 0; at < choices.size(); ++at) {
        if (at % columns == 0) {
            rows.push_back(growing(row(design.targetGap(), {})));
            rows.back().box.across = kit::Align::stretch;
            rows.back().box.maxHeight = design.mainTarget() * 2.5;
        }
        rows.back().add(growing(tile(design, std::move(choices[at]), chosenWord)));
    }
    while (!rows.empty() && rows.back().children.size() < columns)
        rows.back().add(spacer());
    Node node = growing(column(design.targetGap(), std::move(rows)));
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
