// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/words.h"
#include "screens/staff/staff_page.h"

namespace kiosk::staff_screens {

namespace {

using drivers::DeviceState;
using drivers::PaperState;
using drivers::TonerState;

std::string drawingOf(std::string_view part) {
    if (part == "cardReader" || part == "staffCards")
        return "card";
    if (part == "printer" || part == "receiptPrinter")
        return "printer";
    if (part == "camera" || part == "codeScanner")
        return "scan";
    return "place";
}

widgets::Tone toneOf(DeviceState state) {
    switch (state) {
    case DeviceState::online:
        return widgets::Tone::positive;
    case DeviceState::busy:
        return widgets::Tone::neutral;
    case DeviceState::userError:
        return widgets::Tone::caution;
    case DeviceState::offline:
    case DeviceState::noDevice:
    case DeviceState::hardwareError:
        break;
    }
    return widgets::Tone::negative;
}

/// What runs out, as far as the printer tells.
std::vector<kit::Phrase> supplies(const Page& page, const drivers::PrinterStatus& status) {
    std::vector<kit::Phrase> lines;
    if (status.sheetsLeft)
        lines.push_back(page.phrase("staff.sheets-left", {std::to_string(*status.sheetsLeft)}));
    else if (status.paper != PaperState::unknown)
        lines.push_back(words("staff.paper", name(status.paper), page));
    if (status.tonerPercent)
        lines.push_back(page.phrase("staff.toner-left", {std::to_string(*status.tonerPercent)}));
    else if (status.toner != TonerState::unknown)
        lines.push_back(words("staff.toner", name(status.toner), page));
    return lines;
}

kit::Node device(const Page& page, const staff::DeviceFact& fact, const staff::Facts& facts) {
    Standing what{.id = kit::format("device.{}", fact.part),
                  .drawing = drawingOf(fact.part),
                  .name = words("staff.part", fact.part, page).text,
                  .tone = toneOf(fact.state),
                  .state = words("staff.device", name(fact.state), page).text};
    if (fact.error)
        what.further = troubleLines(page, *fact.error);
    else if (fact.part == "printer" && facts.printer)
        what.further = supplies(page, *facts.printer);
    return standing(page, std::move(what));
}

} // namespace

PageContent board(const staff::PageView& view, const Page& page) {
    std::vector<kit::Node> devices;
    for (const staff::DeviceFact& fact : view.facts.devices)
        devices.push_back(device(page, fact, view.facts));
    const int columns = page.design.density >= widgets::Density::tight ? 2 : 1;
    return named(page, staff::Page::board,
                 {widgets::card(page.design, {widgets::grid(columns, page.design.gap(1.25),
                                                            std::move(devices))})});
}

} // namespace kiosk::staff_screens
