// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/words.h"
#include "screens/staff/staff_page.h"

namespace kiosk::staff_screens {

namespace {

std::string drawingFor(std::string_view service) {
    if (service == "identify")
        return "card";
    if (service == "print")
        return "printer";
    return service == "verify" ? "scan" : "network";
}

widgets::Tone toneOf(std::optional<bool> ready) {
    if (!ready)
        return widgets::Tone::neutral;
    return *ready ? widgets::Tone::positive : widgets::Tone::negative;
}

std::string_view stateOf(std::optional<bool> ready) {
    if (!ready)
        return "staff.asking";
    return *ready ? "staff.ready.yes" : "staff.ready.no";
}

kit::Node service(const Page& page, const staff::Readiness& readiness) {
    const bool isRegion = !readiness.region.empty();
    Standing what{.id = isRegion ? kit::format("ready.{}", readiness.region)
                                 : kit::format("ready.{}", readiness.service),
                  .drawing = drawingFor(readiness.service),
                  .name = words("staff.ready", readiness.service, page, {readiness.region}).text,
                  .tone = toneOf(readiness.ready),
                  .state = page.phrase(stateOf(readiness.ready)).text};
    if (readiness.why)
        what.further = troubleLines(page, *readiness.why);
    // Where the letters are largest there is no room for it: the tests' own page has it.
    if (!isRegion && page.design.density < widgets::Density::tightest)
        what.further.push_back(testedLine(page, readiness.tested));
    return standing(page, std::move(what));
}

} // namespace

PageContent readiness(const staff::PageView& view, const Page& page) {
    std::vector<kit::Node> services;
    for (const staff::Readiness& each : readinessOf(view.facts))
        services.push_back(service(page, each));
    const int columns = page.design.density >= widgets::Density::tight ? 2 : 1;
    return named(page, staff::Page::readiness,
                 {widgets::card(page.design, {widgets::grid(columns, page.design.gap(1.25),
                                                            std::move(services))})});
}

} // namespace kiosk::staff_screens
