// SPDX-License-Identifier: Apache-2.0
#include "screens/widgets/verdict_badge.h"

namespace kiosk::widgets {

using kit::Node;

Tone toneOf(verify::Judgement judgement) {
    switch (judgement) {
    case verify::Judgement::valid:
        return Tone::positive;
    case verify::Judgement::notValid:
        return Tone::negative;
    case verify::Judgement::cannotTell:
        return Tone::caution;
    }
    return Tone::caution;
}

std::string_view textKey(verify::Judgement judgement) {
    switch (judgement) {
    case verify::Judgement::valid:
        return "valid";
    case verify::Judgement::notValid:
        return "not-valid";
    case verify::Judgement::cannotTell:
        return "cannot-tell";
    }
    return "cannot-tell";
}

Node verdictBadge(const Design& design, verify::Judgement judgement, kit::Phrase words,
                  std::vector<kit::Phrase> why) {
    const Tone tone = toneOf(judgement);
    TonePaint paint = paintOf(tone);
    if (judgement == verify::Judgement::cannotTell)
        paint.drawing = "unknown";
    std::vector<Node> lines{
        text(std::move(words), design.text(kit::TypeRole::heading, paint.ink, kit::Weight::bold))};
    for (kit::Phrase& phrase : why)
        lines.push_back(text(std::move(phrase), design.text(kit::TypeRole::note)));
    Node box =
        row(design.gap(1.25), {icon(paint.drawing, paint.ink, design.icon(kit::TypeRole::title)),
                               growing(column(design.gap(0.25), std::move(lines)))});
    box.id = "verdict";
    box.role = kit::Role::status;
    box.state = paint.state;
    box.box.padding = kit::InsetsMm::symmetric(design.gap(1.5), design.gap(1));
    box.look.fill = paint.soft;
    box.look.border = paint.ink;
    box.look.borderWidth = 0.5;
    box.look.radius = design.radius();
    return box;
}

} // namespace kiosk::widgets
