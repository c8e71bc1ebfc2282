// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/iso_time.h"
#include "firmware/parts/parts_book.h"
#include "screens/kit/words.h"
#include "screens/staff/leaves.h"
#include "screens/widgets/choice.h"

namespace kiosk::staff_screens {

namespace {

using drivers::DeviceIdentity;
using kit::Node;
using parts::PartReport;
using parts::PartState;
using widgets::Tone;
using Key = visit::touch::Staff::Key;

/// How many are on the screen at a time.
std::size_t mostOf(const Page& page) {
    return page.design.density >= widgets::Density::tight ? 3 : 5;
}

struct StateLook {
    Tone tone;
    std::string_view words; ///< "staff.parts.…"
};

StateLook lookOf(PartState state) {
    switch (state) {
    case PartState::asOnRecord:
        return {Tone::positive, "as-on-record"};
    case PartState::notOnRecord:
        return {Tone::neutral, "not-on-record"};
    case PartState::other:
        return {Tone::caution, "other"};
    case PartState::notSeen:
        break;
    }
    return {Tone::neutral, "not-seen"};
}

std::string drawingOf(const std::string& part) {
    return staff_screens::drawingOf(health::partNamed(part).value_or(health::Part::auxiliaries));
}

/// How much it did here, where somebody counted and the letters leave room.
std::vector<kit::Phrase> counted(const Page& page, const health::Health& health,
                                 const std::string& part) {
    const auto named = health::partNamed(part);
    if (!named || page.design.density >= widgets::Density::tight)
        return {};
    const auto& counts = health.counters.parts[static_cast<std::size_t>(*named)];
    if (!counts)
        return {};
    return {
        page.phrase("staff.parts.counted",
                    {isoDate(counts->since), std::to_string(counts->counts[drivers::Count::uses]),
                     std::to_string(counts->counts[drivers::Count::failures])})};
}

/// One that may be accepted is pressed, any other says how it stands.
Node partNode(const Page& page, const health::Health& health, const PartReport& part,
              std::size_t at) {
    const StateLook look = lookOf(part.state);
    const std::string id = kit::format("part.{}", part.part);
    const kit::Phrase name = words("staff.part", part.part, page);
    const kit::Phrase state = words("staff.parts", look.words, page);
    if (!staff::mayAccept(part.state))
        return standing(page, {.id = id,
                               .drawing = drawingOf(part.part),
                               .name = name.text,
                               .tone = look.tone,
                               .state = state.text,
                               .further = counted(page, health, part.part)});
    const std::string both = kit::format("{} · {}", name.text, state.text);
    return widgets::mainButton(page.design, {id,
                                             {both, both},
                                             drawingOf(part.part),
                                             widgets::ButtonKind::secondary,
                                             press(staff::kPartKey, static_cast<int>(at))});
}

/// Its maker's words for it; those it does not tell are left out.
std::string told(const DeviceIdentity& identity) {
    std::string line;
    for (const std::string* word : {&identity.model, &identity.serial, &identity.firmware})
        if (!word->empty())
            line += (line.empty() ? "" : " · ") + *word;
    return line.empty() ? identity.module : line;
}

std::vector<kit::Phrase> comparison(const Page& page, const PartReport& part) {
    std::vector<kit::Phrase> lines;
    if (part.recorded)
        lines.push_back(page.phrase("staff.parts.recorded", {told(*part.recorded)}));
    lines.push_back(page.phrase("staff.parts.seen", {told(part.seen.value())}));
    return lines;
}

/// What the kiosk asks before it takes a device for its own.
PageContent asked(const Page& page, const staff::PageView& view) {
    const PartReport& part = *view.parts.asked;
    const auto answer = [&](Key key) {
        return view.parts.underWay ? std::nullopt : std::optional(press(key));
    };
    const auto name = words("staff.part", part.part, page);
    PageContent whole =
        named(page, view.page,
              {widgets::notice(
                  page.design, part.state == PartState::other ? Tone::caution : Tone::neutral,
                  page.phrase("staff.parts.ask", {name.text}), comparison(page, part))});
    whole.actions = {halves(page,
                            halfButton(page, "no", "staff.parts.leave", "invalid",
                                       widgets::ButtonKind::secondary, answer(Key::no)),
                            halfButton(page, "yes", "staff.parts.accept", "check",
                                       widgets::ButtonKind::primary, answer(Key::yes)))};
    return whole;
}

/// What came of the last acceptance, where there was one.
std::vector<Node> outcome(const Page& page, const staff::PartsView& parts) {
    if (parts.error)
        return {troubleNotice(page, *parts.error)};
    if (parts.accepted.empty())
        return {};
    const auto name = words("staff.part", parts.accepted, page);
    return {widgets::notice(page.design, Tone::positive,
                            page.phrase("staff.parts.accepted", {name.text}))};
}

} // namespace

PageContent parts(const staff::PageView& view, const Page& page) {
    if (view.parts.asked)
        return asked(page, view);
    const auto& all = view.facts.parts;
    std::vector<Node> content = outcome(page, view.parts);
    if (all.empty())
        content.push_back(
            widgets::notice(page.design, Tone::neutral, page.phrase("staff.parts.none")));
    Leaf leaf = leafOf(page, view, all.size(), mostOf(page));
    std::vector<Node> nodes;
    for (std::size_t at = leaf.first; at < leaf.last; ++at)
        nodes.push_back(partNode(page, view.facts.health, all[at], at));
    content.push_back(widgets::column(page.design.mainGap(), std::move(nodes)));
    if (leaf.pager)
        content.push_back(*std::move(leaf.pager));
    PageContent whole = named(page, view.page, std::move(content));
    whole.hero = citizen::pageTitle(page, words("staff.page", name(view.page), page),
                                    page.phrase("staff.parts.lead"));
    return whole;
}

} // namespace kiosk::staff_screens
