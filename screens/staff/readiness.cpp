// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/words.h"
#include "screens/staff/leaves.h"

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
    const std::vector<staff::Readiness> services = readinessOf(view.facts);
    return leafed(page, view, services.size(),
                  [&](std::size_t at) { return service(page, services[at]); });
}

} // namespace kiosk::staff_screens
