// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/diagnosis.h"
#include "screens/kit/words.h"
#include "screens/staff/leaves.h"

namespace kiosk::staff_screens {

namespace {

std::string drawingFor(health::Service service) {
    switch (service) {
    case health::Service::identify:
        return "card";
    case health::Service::print:
        return "printer";
    case health::Service::verify:
        return "scan";
    case health::Service::lookUp:
        break;
    }
    return "network";
}

widgets::Tone toneOf(std::optional<bool> ready) {
    if (!ready)
        return widgets::Tone::neutral;
    return *ready ? widgets::Tone::positive : widgets::Tone::negative;
}

std::string_view stateOf(std::optional<bool> ready) {
    if (!ready)
        return "staff.device.busy";
    return *ready ? "staff.ready.yes" : "staff.ready.no";
}

kit::Node nodeOf(const Page& page, const health::Readiness& readiness, const staff::Facts& facts) {
    const std::string region =
        readiness.region.empty() ? std::string() : staff::regionName(facts, readiness.region);
    Standing what{.id =
                      kit::format("ready.{}", region.empty() ? name(readiness.service)
                                                             : std::string_view(readiness.region)),
                  .drawing = drawingFor(readiness.service),
                  .name = words("staff.ready", name(readiness.service), page, {region}).text,
                  .tone = toneOf(readiness.ready),
                  .state = page.phrase(stateOf(readiness.ready)).text};
    if (readiness.why)
        what.further = troubleLines(page, readiness.why->code(), readiness.why->remedy());
    // Where the letters are largest there is no room for it: the tests' own page has it.
    const auto test = staff::testOf(readiness.service);
    if (test && page.design.density < widgets::Density::tightest)
        what.further.push_back(testedLine(page, facts.tests[static_cast<std::size_t>(*test)]));
    return standing(page, std::move(what));
}

} // namespace

PageContent readiness(const staff::PageView& view, const Page& page) {
    const std::vector<health::Readiness> services = health::readinessOf(view.facts.health);
    return leafed(page, view, services.size(),
                  [&](std::size_t at) { return nodeOf(page, services[at], view.facts); });
}

} // namespace kiosk::staff_screens
