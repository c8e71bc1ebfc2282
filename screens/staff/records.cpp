// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/words.h"
#include "screens/staff/leaves.h"
#include "screens/widgets/facts.h"

namespace kiosk::staff_screens {

namespace {

using kit::Node;

Node asking(const Page& page) {
    return widgets::notice(page.design, widgets::Tone::neutral, page.phrase("staff.asking"));
}

Node factsCard(const Page& page, std::vector<widgets::Fact> list) {
    return widgets::card(page.design, {widgets::facts(page.design, std::move(list))});
}

Node region(const Page& page, const staff::RegionFact& fact) {
    Standing what{.id = kit::format("region.{}", fact.name),
                  .drawing = "network",
                  .name = fact.name,
                  .state = page.phrase("staff.asking").text};
    if (fact.answers) {
        what.tone = *fact.answers ? widgets::Tone::positive : widgets::Tone::negative;
        what.state =
            page.phrase(*fact.answers ? "staff.region.answers" : "staff.region.silent").text;
        if (!*fact.answers)
            what.further = {page.phrase("trouble.code", {fact.error})};
    }
    return standing(page, std::move(what));
}

} // namespace

PageContent queue(const staff::PageView& view, const Page& page) {
    const auto& fact = view.facts.queue;
    if (!fact)
        return named(page, staff::Page::queue, {asking(page)});
    std::vector<kit::Phrase> lines;
    if (fact->oldest)
        lines.push_back(page.phrase("staff.queue.oldest", {std::to_string(fact->oldest->count())}));
    std::vector<Node> content{widgets::notice(
        page.design, fact->waiting == 0 ? widgets::Tone::positive : widgets::Tone::neutral,
        page.phrase("staff.queue.waiting", {std::to_string(fact->waiting)}), std::move(lines))};
    if (fact->dead > 0)
        content.push_back(
            widgets::notice(page.design, widgets::Tone::caution,
                            page.phrase("staff.queue.dead", {std::to_string(fact->dead)})));
    return named(page, staff::Page::queue, std::move(content));
}

PageContent network(const staff::PageView& view, const Page& page) {
    const auto& regions = view.facts.regions;
    return leafed(page, view, regions.size(),
                  [&](std::size_t at) { return region(page, regions[at]); });
}

PageContent trust(const staff::PageView& view, const Page& page) {
    const staff::TrustFact& fact = view.facts.trust;
    return named(
        page, staff::Page::trust,
        {factsCard(page, {{page.phrase("staff.trust.name"), fact.name},
                          {page.phrase("staff.trust.changed"), fact.lastChanged},
                          {page.phrase("staff.trust.roots"), std::to_string(fact.roots)},
                          {page.phrase("staff.trust.signers"), std::to_string(fact.copySigners)},
                          {page.phrase("staff.trust.ends"), fact.firstEnds}})});
}

PageContent software(const staff::PageView& view, const Page& page) {
    return named(page, staff::Page::software,
                 {factsCard(page, {{page.phrase("staff.software.version"), view.facts.version}})});
}

} // namespace kiosk::staff_screens
