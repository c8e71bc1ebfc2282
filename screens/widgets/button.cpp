// SPDX-License-Identifier: Apache-2.0
#include "screens/widgets/button.h"

namespace kiosk::widgets {
namespace {

using kit::ColourRole;
using kit::Node;

struct Paint {
    std::optional<ColourRole> fill;
    std::optional<ColourRole> border;
    ColourRole ink;
};

Paint paintOf(const ButtonSpec& spec) {
    if (!spec.touch)
        return {ColourRole::sunken, ColourRole::hairline, ColourRole::inkSoft};
    switch (spec.kind) {
    case ButtonKind::primary:
        return {ColourRole::accent, ColourRole::outline, ColourRole::onAccent};
    case ButtonKind::secondary:
        return {ColourRole::surface, ColourRole::accent, ColourRole::accent};
    case ButtonKind::quiet:
        return {ColourRole::accentSoft, ColourRole::accent, ColourRole::accent};
    case ButtonKind::onDeep:
        return {std::nullopt, ColourRole::onDeep, ColourRole::onDeep};
    }
    return {};
}

Node frame(ButtonSpec spec, const Paint& paint, double height, double radius) {
    Node node{.id = std::move(spec.id), .role = kit::Role::button, .touch = spec.touch};
    node.name = std::move(spec.words.text);
    node.say = std::move(spec.words.say);
    node.state = spec.touch ? "" : "disabled";
    node.look.fill = paint.fill;
    node.look.border = paint.border;
    node.look.borderWidth = spec.kind == ButtonKind::secondary ? 0.5 : 0.3;
    node.look.radius = radius;
    node.box.axis = kit::Axis::row;
    node.box.across = kit::Align::centre;
    node.box.along = kit::Align::centre;
    node.box.minHeight = height;
    return node;
}

Node assembled(const Design& design, ButtonSpec spec, kit::TypeRole voice, double height,
               double radius) {
    const Paint paint = paintOf(spec);
    const std::string drawing = spec.drawing;
    Node node = frame(std::move(spec), paint, height, radius);
    node.box.gap = design.gap(voice == kit::TypeRole::note ? 0.6 : 1);
    node.box.padding = kit::InsetsMm::symmetric(design.gap(1.1), design.gap(0.5));
    if (!drawing.empty())
        node.add(icon(drawing, paint.ink, design.icon(voice)));
    if (!node.name.empty())
        node.add(part(node.name, design.text(voice, paint.ink, kit::Weight::bold,
                                             drawing.empty() ? kit::TextAlign::centre
                                                             : kit::TextAlign::start)));
    return node;
}

} // namespace

Node mainButton(const Design& design, ButtonSpec spec) {
    const bool loud = spec.kind == ButtonKind::primary && design.density == Density::roomy;
    return assembled(design, std::move(spec), loud ? kit::TypeRole::title : kit::TypeRole::heading,
                     design.mainTarget() * (loud ? 1.2 : 1), design.radius() * 1.25);
}

Node smallButton(const Design& design, ButtonSpec spec) {
    Node node = assembled(design, std::move(spec), kit::TypeRole::note, design.target(),
                          design.target() / 2);
    node.box.minWidth = design.target();
    return node;
}

Node pager(const Design& design, PagerSpec spec) {
    const auto side = [&](ButtonSpec button) {
        Node node = growing(smallButton(design, std::move(button)), 1.1);
        node.box.minHeight = design.target() * (design.density == Density::roomy ? 1.35 : 1);
        node.look.radius = node.box.minHeight / 2;
        return node;
    };
    Node place = growing(
        text(std::move(spec.place), design.text(kit::TypeRole::body, ColourRole::ink,
                                                kit::Weight::bold, kit::TextAlign::centre)));
    return row(design.targetGap(),
               {side(std::move(spec.previous)), std::move(place), side(std::move(spec.next))});
}

} // namespace kiosk::widgets
