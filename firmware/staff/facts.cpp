// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/facts.h"

#include <algorithm>

#include "firmware/health/devices.h"

namespace kiosk::staff {

namespace {

using drivers::DeviceState;
using drivers::SlotReport;

constexpr std::array<std::string_view, kGuidedTests> kTests{"cardReader", "printer", "camera",
                                                            "screen"};

/// The health's word, of which drivers know fewer.
DeviceState stateFor(const SlotReport& report) {
    using health::DeviceWord;
    switch (health::wordOf(report)) {
    case DeviceWord::online:
        return DeviceState::online;
    case DeviceWord::starting:
    case DeviceWord::deviceBusy:
        return DeviceState::busy;
    case DeviceWord::noDevice:
        return DeviceState::noDevice;
    case DeviceWord::offline:
    case DeviceWord::powerOff:
        return DeviceState::offline;
    case DeviceWord::userError:
        return DeviceState::userError;
    default:
        return DeviceState::hardwareError;
    }
}

Error hung() {
    return {ErrorKind::timedOut, "device.hung", Remedy::technician};
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
    if (const auto trouble = health::troubleOf(status)) {
        fact.error = Error(ErrorKind::device, trouble->code(), trouble->remedy());
        fact.state = trouble->remedy() == Remedy::attendant ? DeviceState::userError
                                                            : DeviceState::hardwareError;
    }
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
