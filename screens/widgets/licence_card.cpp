// SPDX-License-Identifier: Apache-2.0
#include "screens/widgets/licence_card.h"

#include <algorithm>

#include "screens/kit/words.h"

namespace kiosk::widgets {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;

/// Millimetres: the dates of a list stand under each other.
constexpr double kNumberWidth = 72;

/// Each in an isolate of its own: beside Uyghur a masked number would be turned round (A74).
std::string joined(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty())
        return kit::format("{}{}", a, b);
    return kit::format("{} · {}", kit::isolated(a), kit::isolated(b));
}

/// A sign and a value in one line.
Node detail(const Design& design, std::string drawing, std::string words,
            const kit::TextStyle& style) {
    return row(design.gap(0.6),
               {icon(std::move(drawing), style.ink, design.icon(style.type) * 0.85),
                growing(part(std::move(words), style))});
}

/// Number and end of validity: beside each other where there is room.
Node details(const Design& design, const visit::ChooseView::Item& item, const std::string& until,
             const kit::TextStyle& style) {
    Node end = detail(design, "calendar", until, style);
    if (item.numberMasked.empty())
        return end;
    if (design.density >= Density::tight) // one running text; the number keeps its direction (A74)
        return part(joined(kit::format("\u2066{}\u2069", item.numberMasked), until), style);
    Node number = detail(design, "number", item.numberMasked, style);
    if (design.size >= visit::TextSize::large)
        return column(design.gap(0.2), {std::move(number), std::move(end)});
    number.box.minWidth = kNumberWidth;
    return row(design.gap(1), {std::move(number), growing(std::move(end))});
}

Node arranged(const Design& design, const visit::ChooseView::Item& item, const std::string& until,
              Node state) {
    const bool roomy = design.density == Density::roomy;
    const auto plain = design.text(roomy ? TypeRole::body : TypeRole::note, ColourRole::inkSoft);
    Node title =
        asIssued(part(item.typeName,
                      design.text(roomy && design.size < visit::TextSize::large ? TypeRole::title
                                                                                : TypeRole::heading,
                                  ColourRole::ink, kit::Weight::bold)));
    Node source = asIssued(part(joined(item.regionName, item.issuer), plain));
    Node words = column(design.gap(roomy ? 0.6 : 0.25),
                        {row(design.gap(1), {growing(std::move(title)), std::move(state)}),
                         std::move(source), details(design, item, until, plain)});
    if (design.density >= Density::tight) // the words need the whole width
        return words;
    return row(design.gap(1.5),
               {iconTile(design, "licence", TypeRole::title), growing(std::move(words)),
                icon("more", ColourRole::accent, design.icon(TypeRole::title))});
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
                 std::size_t index, std::optional<std::size_t> count) {
    const std::string until = texts.text("choose.until", {validUntil(texts, item.expiresOn)});
    Node state = stateBadge(design, texts, item.state);
    const std::string stateWord = state.name;
    state.role = kit::Role::part;
    Node node = arranged(design, item, until, std::move(state));
    node.id = kit::format("licence.{}", std::to_string(index));
    node.role = kit::Role::button;
    node.name = item.typeName;
    node.value = joined(item.regionName, until);
    node.say =
        count ? texts.text("choose.item.say", {item.typeName, item.regionName, stateWord, until,
                                               std::to_string(index + 1), std::to_string(*count)})
              : texts.text("choose.item.say-so-far", {item.typeName, item.regionName, stateWord,
                                                      until, std::to_string(index + 1)});
    node.state = name(item.state);
    node.isPrivate = true;
    node.touch = visit::touch::ChooseLicence{index};
    node.box.padding = kit::InsetsMm::symmetric(
        std::max(4.0, design.gap(1.25)), design.gap(design.density >= Density::tight ? 0.5 : 1.25));
    node.box.minHeight = design.mainTarget();
    node.box.maxHeight = design.mainTarget() * 2.9;
    node.box.grow = 1;
    node.look.fill = ColourRole::surface;
    node.look.border = ColourRole::outline;
    node.look.borderWidth = 0.4;
    node.look.radius = design.radius() * 1.25;
    return node;
}

} // namespace kiosk::widgets
