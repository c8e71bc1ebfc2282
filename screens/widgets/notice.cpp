// SPDX-License-Identifier: Apache-2.0
#include "screens/widgets/notice.h"

#include <algorithm>

namespace kiosk::widgets {

using kit::ColourRole;
using kit::Node;

TonePaint paintOf(Tone tone) {
    switch (tone) {
    case Tone::neutral:
        return {ColourRole::accent, ColourRole::accentSoft, "info", "note"};
    case Tone::positive:
        return {ColourRole::positive, ColourRole::positiveSoft, "valid", "ok"};
    case Tone::caution:
        return {ColourRole::caution, ColourRole::cautionSoft, "warning", "caution"};
    case Tone::negative:
        return {ColourRole::negative, ColourRole::negativeSoft, "invalid", "fault"};
    }
    return {};
}

Node notice(const Design& design, Tone tone, kit::Phrase words, std::vector<kit::Phrase> further) {
    const TonePaint paint = paintOf(tone);
    std::vector<Node> lines;
    const auto weight = further.empty() ? kit::Weight::regular : kit::Weight::bold;
    lines.push_back(
        text(std::move(words), design.text(kit::TypeRole::body, ColourRole::ink, weight)));
    for (kit::Phrase& phrase : further)
        lines.push_back(text(std::move(phrase), design.text(kit::TypeRole::body)));
    Node box =
        row(design.gap(1.25), {icon(paint.drawing, paint.ink, design.icon(kit::TypeRole::heading)),
                               growing(column(design.gap(0.4), std::move(lines)))});
    box.role = kit::Role::status;
    box.state = paint.state;
    box.box.padding = kit::InsetsMm::symmetric(design.gap(1.5), design.gap(1.25));
    box.look.fill = paint.soft;
    box.look.border = paint.ink;
    box.look.radius = design.radius();
    return box;
}

Node badge(const Design& design, Tone tone, kit::Phrase words) {
    const TonePaint paint = paintOf(tone);
    Node pill =
        row(design.gap(0.5),
            {icon(paint.drawing, paint.ink, design.icon(kit::TypeRole::note) * 0.95),
             part(words.text, design.text(kit::TypeRole::note, paint.ink, kit::Weight::bold))});
    pill.role = kit::Role::status;
    pill.name = std::move(words.text);
    pill.say = std::move(words.say);
    pill.state = paint.state;
    pill.box.padding = kit::InsetsMm::symmetric(std::max(3.2, design.gap(0.8)), design.gap(0.35));
    pill.look.fill = paint.soft;
    pill.look.border = paint.ink;
    pill.look.radius = 30;
    return pill;
}

} // namespace kiosk::widgets
