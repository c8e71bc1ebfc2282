// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "firmware/base/iso_time.h"
#include "firmware/health/diagnosis.h"
#include "firmware/visit/view.h"
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

Node nodeOf(const Page& page, const health::Region& region, const staff::Facts& facts) {
    const std::string code = region.code.text();
    Standing what{.id = kit::format("region.{}", code),
                  .drawing = "network",
                  .name = staff::regionName(facts, code),
                  .state = page.phrase("staff.asking").text};
    if (region.answers) {
        const auto& fault = region.answers->fault;
        what.tone = fault ? widgets::Tone::negative : widgets::Tone::positive;
        what.state = page.phrase(fault ? "staff.region.silent" : "staff.region.answers").text;
        if (fault)
            what.further = {page.phrase("trouble.code", {fault->code()})};
    }
    return standing(page, std::move(what));
}

/// The layer below the regions that does not hold, if any (G8): what all of them rest on.
std::optional<health::Finding> brokenLayer(const health::Health& health) {
    const auto findings = health::findingsOf(health);
    const auto found = std::ranges::find(findings, "network_holds", &health::Finding::fact);
    return found == findings.end() ? std::nullopt : std::optional(*found);
}

Node nodeOf(const Page& page, const health::Finding& layer) {
    auto lines = troubleLines(page, layer.cause.code(), layer.cause.remedy());
    Standing what{.id = kit::format("layer.{}", layer.label),
                  .drawing = "network",
                  .name = words("staff.page", name(staff::Page::network), page).text,
                  .tone = widgets::Tone::negative,
                  .state = lines.front().text};
    lines.erase(lines.begin());
    what.further = std::move(lines);
    return standing(page, std::move(what));
}

std::string said(WallTime time) {
    return isoDate(visit::localDate(time)); // "2026-11-01"
}

std::string said(int number) {
    return std::to_string(number);
}

template <typename T>
std::string said(const T& known) {
    return known.text();
}

/// What the kiosk was at when it crashed: a device by its name, or a part of the program.
kit::Phrase placeOf(const Page& page, Place place) {
    const bool isProgram = place == Place::loop || place == Place::worker;
    return words(isProgram ? "staff.ended.in" : "staff.part", name(place), page);
}

/// How the run before this one ended (G5); nothing where nobody knows.
std::vector<widgets::Fact> endFacts(const Page& page, const health::LastEnd& end) {
    if (!end.how)
        return {};
    std::vector<widgets::Fact> list{
        {page.phrase("staff.ended.how"), words("staff.ended", name(*end.how), page).text}};
    if (end.place)
        list.push_back({page.phrase("staff.ended.place"), placeOf(page, *end.place).text});
    if (end.at)
        list.push_back({page.phrase("staff.ended.at"), visit::localDateTime(*end.at)});
    if (end.unasked)
        list.push_back({page.phrase("staff.ended.unasked"), std::to_string(*end.unasked)});
    return list;
}

/// One that is not known is told as that.
template <typename T>
widgets::Fact factOf(const Page& page, std::string_view label, const std::optional<T>& value) {
    return {page.phrase(label), value ? said(*value) : page.phrase("staff.device.busy").text};
}

} // namespace

PageContent queue(const staff::PageView& view, const Page& page) {
    const health::Queue& queue = view.facts.health.queue;
    if (!queue.waiting)
        return named(page, staff::Page::queue, {asking(page)});
    const int waiting = *queue.waiting;
    std::vector<kit::Phrase> lines;
    if (waiting > 0 && queue.oldest) {
        const auto minutes = std::chrono::floor<std::chrono::minutes>(*queue.oldest).count();
        lines.push_back(page.phrase("staff.queue.oldest", {std::to_string(minutes)}));
    }
    std::vector<Node> content{widgets::notice(
        page.design, waiting == 0 ? widgets::Tone::positive : widgets::Tone::neutral,
        page.phrase("staff.queue.waiting", {std::to_string(waiting)}), std::move(lines))};
    if (const int dead = queue.dead.value_or(0); dead > 0)
        content.push_back(widgets::notice(page.design, widgets::Tone::caution,
                                          page.phrase("staff.queue.dead", {std::to_string(dead)})));
    return named(page, staff::Page::queue, std::move(content));
}

PageContent network(const staff::PageView& view, const Page& page) {
    const auto& regions = view.facts.health.regions;
    const auto layer = brokenLayer(view.facts.health);
    const std::size_t before = layer ? 1 : 0;
    return leafed(page, view, before + regions.size(), [&](std::size_t at) {
        return at < before ? nodeOf(page, *layer) : nodeOf(page, regions[at - before], view.facts);
    });
}

PageContent trust(const staff::PageView& view, const Page& page) {
    const health::Trust& list = view.facts.health.trust;
    return named(page, staff::Page::trust,
                 {factsCard(page, {factOf(page, "staff.trust.name", list.name),
                                   factOf(page, "staff.trust.changed", list.changed),
                                   factOf(page, "staff.trust.roots", list.roots),
                                   factOf(page, "staff.trust.signers", list.copySigners),
                                   factOf(page, "staff.trust.ends", list.firstEnd)})});
}

PageContent software(const staff::PageView& view, const Page& page) {
    std::vector<widgets::Fact> list{
        factOf(page, "staff.software.version", view.facts.health.software)};
    std::ranges::move(endFacts(page, view.facts.health.lastEnd), std::back_inserter(list));
    return named(page, staff::Page::software, {factsCard(page, std::move(list))});
}

} // namespace kiosk::staff_screens
