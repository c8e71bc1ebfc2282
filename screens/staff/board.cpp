// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/health/diagnosis.h"
#include "firmware/visit/view.h"
#include "screens/kit/words.h"
#include "screens/staff/staff_page.h"

namespace kiosk::staff_screens {

namespace {

using health::DeviceWord;
using health::Part;

/// How a device's state is shown: the words of XFS4IoT, of which some mean the same to whoever
/// stands before the kiosk.
struct Shown {
    widgets::Tone tone;
    std::string_view words; ///< "staff.device.…"
};

Shown shownAs(const std::optional<DeviceWord>& state) {
    using widgets::Tone;
    switch (state.value_or(DeviceWord::starting)) {
    case DeviceWord::online:
        return {Tone::positive, "online"};
    case DeviceWord::starting:
    case DeviceWord::deviceBusy:
        return {Tone::neutral, "busy"};
    case DeviceWord::userError:
        return {Tone::caution, "userError"};
    case DeviceWord::offline:
    case DeviceWord::powerOff:
        return {Tone::negative, "offline"};
    case DeviceWord::noDevice:
        return {Tone::negative, "noDevice"};
    case DeviceWord::hardwareError:
    case DeviceWord::fraudAttempt: // what is suspected stands in the cause
    case DeviceWord::potentialFraud:
        break;
    }
    return {Tone::negative, "hardwareError"};
}

/// What runs out, as far as the printer tells.
std::vector<kit::Phrase> supplies(const Page& page, const health::Printer& printer) {
    std::vector<kit::Phrase> lines;
    if (printer.sheetsLeft)
        lines.push_back(page.phrase("staff.sheets-left", {std::to_string(*printer.sheetsLeft)}));
    else if (printer.paper)
        lines.push_back(words("staff.paper", name(*printer.paper), page));
    if (printer.tonerPercent)
        lines.push_back(page.phrase("staff.toner-left", {std::to_string(*printer.tonerPercent)}));
    else if (printer.toner)
        lines.push_back(words("staff.toner", name(*printer.toner), page));
    return lines;
}

/// With what a cabinet that answers says of its door, tamper switch and power.
health::Device withCabinet(health::Device device, const std::optional<health::Outcome>& cabinet) {
    const bool serves = !cabinet || !cabinet->fault;
    if (device.part != Part::auxiliaries || device.state != DeviceWord::online || serves)
        return device;
    device.state = DeviceWord::userError;
    device.why = cabinet->fault;
    return device;
}

/// What failed when it was tried last, until it is tried again and passes (G2). Where the letters
/// are largest there is no room for it: the tests' own page has it.
const health::Tried* failedTrial(const Page& page, const health::Health& health,
                                 std::string_view which) {
    if (!health.tried || page.design.density >= widgets::Density::tightest)
        return nullptr;
    const auto found = std::ranges::find_if(*health.tried, [which](const health::Tried& tried) {
        return tried.end == health::TrialEnd::failed && name(tried.trial) == which;
    });
    return found == health.tried->end() ? nullptr : &*found;
}

kit::Phrase toldOf(const Page& page, const health::Tried& tried) {
    if (!tried.at || !tried.role)
        return page.phrase("error.test.failed.what");
    return testedLine(page, staff::TestResult{false, visit::localDateTime(*tried.at),
                                              std::string(name(*tried.role))});
}

/// Where the letters are largest, what runs out has to make room for a file that was refused: the
/// report has it.
health::Health suppliesTold(const Page& page, const staff::Facts& facts) {
    health::Health health = facts.health;
    if (facts.refusedConfiguration && page.design.density >= widgets::Density::tightest)
        health.printer = {};
    return health;
}

kit::Node nodeOf(const Page& page, const health::Device& device, const health::Health& health) {
    const std::string_view part = name(device.part);
    const Shown shown = shownAs(device.state);
    Standing what{.id = kit::format("device.{}", part),
                  .drawing = drawingOf(device.part),
                  .name = words("staff.part", part, page).text,
                  .tone = shown.tone,
                  .state = words("staff.device", shown.words, page).text};
    if (device.why)
        what.further = troubleLines(page, device.why->code(), device.why->remedy());
    else if (device.part == Part::printer)
        what.further = supplies(page, health.printer);
    // A device that says it is well, and was not when somebody tried it.
    if (const auto* tried = failedTrial(page, health, part);
        tried != nullptr && what.tone == widgets::Tone::positive) {
        what.tone = widgets::Tone::caution;
        what.state = toldOf(page, *tried).text;
    }
    return standing(page, std::move(what));
}

/// Of what is no device: the screen, and a soak.
std::optional<kit::Node> trialNode(const Page& page, const health::Health& health,
                                   std::string_view which, std::string drawing) {
    const auto* tried = failedTrial(page, health, which);
    if (tried == nullptr)
        return std::nullopt;
    return standing(page, {.id = kit::format("tried.{}", which),
                           .drawing = std::move(drawing),
                           .name = words("staff.part", which, page).text,
                           .tone = widgets::Tone::caution,
                           .state = toldOf(page, *tried).text});
}

/// A file that was refused, with its line and the reason, while the last good configuration serves.
/// Both are spelt as whoever keeps the settings reads them in a log.
std::optional<kit::Node> configurationNode(const Page& page, const staff::Facts& facts) {
    const auto& refused = facts.refusedConfiguration;
    if (!refused)
        return std::nullopt;
    const std::string_view where = refused->detail().empty() ? std::string_view(refused->code())
                                                             : std::string_view(refused->detail());
    Standing what{.id = "configuration",
                  .drawing = "place",
                  .name = page.phrase("staff.config.last-good").text,
                  .tone = widgets::Tone::caution,
                  .state = page.phrase("staff.config.where", {where}).text};
    if (page.design.density < widgets::Density::tightest)
        what.further.push_back(page.phrase("staff.config.do"));
    if (page.design.density < widgets::Density::tight)
        what.further.push_back(page.phrase("trouble.code", {refused->code()}));
    return standing(page, std::move(what));
}

/// How the run before this one ended, where somebody has to hear of it (G5).
std::optional<kit::Node> endNode(const Page& page, const health::Health& health) {
    const auto findings = health::findingsOf(health);
    const auto found = std::ranges::find(findings, "ending_how", &health::Finding::fact);
    // Where the letters are largest there is no room for it: the page of the software has it.
    if (found == findings.end() || page.design.density >= widgets::Density::tightest)
        return std::nullopt;
    Standing what{.id = "ending",
                  .drawing = "retry",
                  .name = page.phrase("staff.ended.how").text,
                  .tone = widgets::Tone::caution,
                  .state = words("staff.ended", name(*health.lastEnd.how), page).text};
    if (page.design.density < widgets::Density::tight)
        what.further = troubleLines(page, found->cause.code(), found->cause.remedy());
    return standing(page, std::move(what));
}

} // namespace

PageContent board(const staff::PageView& view, const Page& page) {
    std::vector<kit::Node> devices;
    const health::Health told = suppliesTold(page, view.facts);
    auto refused = configurationNode(page, view.facts);
    if (auto ended = endNode(page, view.facts.health))
        devices.push_back(std::move(*ended));
    for (const health::Device& device : view.facts.health.devices)
        devices.push_back(nodeOf(page, withCabinet(device, told.cabinet), told));
    for (const auto& [which, drawing] : {std::pair("screen", "place"), std::pair("soak", "retry")})
        if (auto tried = trialNode(page, view.facts.health, which, drawing))
            devices.push_back(std::move(*tried));
    const int columns = page.design.density >= widgets::Density::tight ? 2 : 1;
    std::vector<kit::Node> content;
    if (refused)
        content.push_back(std::move(*refused));
    content.push_back(widgets::grid(columns, page.design.gap(1.25), std::move(devices)));
    return named(page, staff::Page::board, {widgets::card(page.design, std::move(content))});
}

} // namespace kiosk::staff_screens
