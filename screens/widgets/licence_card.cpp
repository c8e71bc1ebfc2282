// SPDX-License-Identifier: Apache-2.0
#include "screens/widgets/licence_card.h"

#include <algorithm>

#include "screens/kit/words.h"

namespace kiosk::widgets {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;

Node emblem(const Design& design) {
    const double size = design.icon(TypeRole::title) * 1.5;
    Node node{.role = kit::Role::part};
    node.box.width = size;
    node.box.height = size;
    node.box.padding = kit::InsetsMm::all(size * 0.2);
    node.look.fill = ColourRole::accentSoft;
    node.look.radius = design.radius();
    node.look.drawing = "licence";
    node.look.tint = ColourRole::accent;
    return node;
}

/// Each in an isolate of its own: beside Uyghur a masked number would be turned round (A74).
std::string joined(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty())
        return kit::format("{}{}", a, b);
    return kit::format("{} · {}", kit::isolated(a), kit::isolated(b));
}

Node arranged(const Design& design, const visit::ChooseView::Item& item, const std::string& until,
              Node state) {
    const auto note = design.text(TypeRole::note, ColourRole::inkSoft);
    Node title = asIssued(
        part(item.typeName, design.text(TypeRole::heading, ColourRole::ink, kit::Weight::bold)));
    Node source = asIssued(part(joined(item.regionName, item.issuer), note));
    Node number = part(joined(item.numberMasked, until), note);
    if (design.density == Density::tight) // the words need the whole width
        return column(design.gap(0.25),
                      {row(design.gap(1), {growing(std::move(title)), std::move(state)}),
                       std::move(source), std::move(number)});
    Node words = column(design.gap(0.25), {std::move(title), std::move(source), std::move(number)});
    return row(design.gap(1.25), {emblem(design), growing(std::move(words)), std::move(state),
                                  icon("more", ColourRole::accent, design.icon(TypeRole::body))});
}

} // namespace

Tone toneOf(LicenceState state) {
    switch (state) {
    case LicenceState::valid:
        return Tone::positive;
    case LicenceState::suspended:
    case LicenceState::expired:
    case LicenceState::superseded:
    case LicenceState::unknown:
        return Tone::caution;
    case LicenceState::withdrawn:
    case LicenceState::cancelled:
    case LicenceState::revoked:
        return Tone::negative;
    }
    return Tone::caution;
}

Node stateBadge(const Design& design, const kit::Texts& texts, LicenceState state) {
    return badge(design, toneOf(state), texts.phrase(kit::format("licence-state.{}", name(state))));
}

std::string validUntil(const kit::Texts& texts, const std::optional<Date>& date) {
    if (!date)
        return texts.text("date.open-ended");
    return kit::isoDate(int(date->year()), unsigned(date->month()), unsigned(date->day()));
}

Node licenceCard(const Design& design, const kit::Texts& texts, const visit::ChooseView::Item& item,
                 std::size_t index, std::size_t count) {
    const std::string until = texts.text("choose.until", {validUntil(texts, item.expiresOn)});
    Node state = stateBadge(design, texts, item.state);
    const std::string stateWord = state.name;
    state.role = kit::Role::part;
    Node node = arranged(design, item, until, std::move(state));
    node.id = kit::format("licence.{}", std::to_string(index));
    node.role = kit::Role::button;
    node.name = item.typeName;
    node.value = joined(item.regionName, until);
    node.say = texts.text("choose.item.say", {item.typeName, item.regionName, stateWord, until,
                                              std::to_string(index + 1), std::to_string(count)});
    node.state = name(item.state);
    node.isPrivate = true;
    node.touch = visit::touch::ChooseLicence{index};
    node.box.padding = kit::InsetsMm::symmetric(std::max(4.0, design.gap(1.25)), design.gap(1.25));
    node.box.minHeight = design.mainTarget();
    node.look.fill = ColourRole::surface;
    node.look.border = ColourRole::outline;
    node.look.radius = design.radius();
    return node;
}

} // namespace kiosk::widgets
