// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/facts.h"

#include <algorithm>

namespace kiosk::staff {

namespace {

using drivers::DeviceState;
using drivers::SlotReport;

constexpr std::array<std::string_view, kGuidedTests> kTests{"cardReader", "printer", "camera",
                                                            "screen"};

DeviceState stateFor(const SlotReport& report) {
    switch (report.state) {
    case SlotReport::State::untried:
        return DeviceState::busy;
    case SlotReport::State::open:
        return DeviceState::online;
    case SlotReport::State::hung:
    case SlotReport::State::technician:
        return DeviceState::hardwareError;
    case SlotReport::State::resetting:
    case SlotReport::State::waiting:
        break;
    }
    if (!report.lastError)
        return DeviceState::busy;
    switch (report.lastError->kind()) {
    case ErrorKind::notFound:
    case ErrorKind::unavailable:
        return DeviceState::noDevice;
    case ErrorKind::timedOut:
        return DeviceState::offline;
    default:
        return DeviceState::hardwareError;
    }
}

Error hung() {
    return {ErrorKind::timedOut, "device.hung", Remedy::technician};
}

/// What a person in front can put right; nothing where nothing is.
std::optional<Error> troubleOf(const drivers::PrinterStatus& status) {
    const auto trouble = [](std::string_view code) {
        return Error(ErrorKind::device, code, Remedy::attendant);
    };
    if (status.paper == drivers::PaperState::jammed)
        return trouble("printer.paper-jam");
    if (status.coverOpen)
        return trouble("printer.cover-open");
    if (status.paper == drivers::PaperState::out)
        return trouble("printer.paper-out");
    if (status.toner == drivers::TonerState::out)
        return trouble("printer.toner-out");
    if (!status.canPrint())
        return Error(ErrorKind::device, "printer.not-ready", Remedy::technician);
    return std::nullopt;
}

Readiness service(const Facts& facts, std::string name, std::string_view part, GuidedTest test) {
    Readiness readiness{.service = std::move(name),
                        .tested = facts.tests[static_cast<std::size_t>(test)]};
    const auto device = std::ranges::find(facts.devices, part, &DeviceFact::part);
    if (device == facts.devices.end() || device->state == DeviceState::busy)
        return readiness;
    readiness.ready = device->state == DeviceState::online;
    readiness.why = device->error;
    return readiness;
}

} // namespace

std::string_view name(GuidedTest test) {
    return kTests[static_cast<std::size_t>(test)];
}

DeviceFact deviceFact(std::string part, const SlotReport& report) {
    DeviceFact fact{.part = std::move(part), .state = stateFor(report)};
    if (report.state == SlotReport::State::hung)
        fact.error = hung();
    else if (fact.state != DeviceState::online && fact.state != DeviceState::busy)
        fact.error = report.lastError;
    return fact;
}

DeviceFact printerFact(DeviceFact fact, const drivers::PrinterStatus& status) {
    if (fact.state != DeviceState::online)
        return fact;
    fact.error = troubleOf(status);
    if (fact.error)
        fact.state = fact.error->remedy() == Remedy::attendant ? DeviceState::userError
                                                               : DeviceState::hardwareError;
    return fact;
}

std::vector<Readiness> readinessOf(const Facts& facts) {
    std::vector<Readiness> list{service(facts, "identify", "cardReader", GuidedTest::cardReader),
                                service(facts, "print", "printer", GuidedTest::printer),
                                service(facts, "verify", "camera", GuidedTest::camera)};
    for (const RegionFact& region : facts.regions) {
        Readiness readiness{.service = "look-up", .region = region.name, .ready = region.answers};
        if (region.answers == false)
            readiness.why = Error(ErrorKind::unavailable, region.error, Remedy::wait);
        list.push_back(std::move(readiness));
    }
    return list;
}

} // namespace kiosk::staff
