// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/health/readings.h"
#include "firmware/health/sampling.h"

namespace kiosk::health {

namespace {

Services carriedBy(Part part) {
    switch (part) {
    case Part::cardReader:
        return {Service::identify};
    case Part::printer:
        return {Service::print};
    case Part::camera:
        return {Service::verify};
    default: // what is beside these is missed, and holds nobody up
        return {};
    }
}

} // namespace

std::vector<Part> partsOf(const Health& health) {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < kParts; ++i) {
        const auto part = static_cast<Part>(i);
        if (deviceOf(health, part) != nullptr || !carriedBy(part).isEmpty())
            parts.push_back(part);
    }
    return parts;
}

namespace reading {

namespace {

using drivers::PaperState;
using drivers::TonerState;

/// One of which nothing is known where nobody has looked.
std::vector<Device> devicesOf(const Health& health) {
    std::vector<Device> devices;
    for (const Part part : partsOf(health)) {
        const Device* device = deviceOf(health, part);
        devices.push_back(device != nullptr ? *device : Device{.part = part});
    }
    return devices;
}

/// Of one that gave no reason.
Cause causeOf(DeviceWord word) {
    switch (word) {
    case DeviceWord::userError:
        return {"device.needs-hand", Remedy::attendant};
    case DeviceWord::powerOff:
        return {"device.off", Remedy::attendant};
    case DeviceWord::offline:
        return {"device.offline", Remedy::technician};
    case DeviceWord::noDevice:
        return {"device.missing", Remedy::technician};
    case DeviceWord::fraudAttempt:
        return {"device.tampered", Remedy::technician};
    case DeviceWord::potentialFraud:
        return {"device.other-part", Remedy::technician};
    default: // the rest are no faults, but for a broken one
        return {"device.broken", Remedy::technician};
    }
}

bool isOnItsWay(DeviceWord word) {
    return word == DeviceWord::starting || word == DeviceWord::deviceBusy;
}

std::optional<Cause> faultOf(const Device& device) {
    if (!device.state || *device.state == DeviceWord::online || isOnItsWay(*device.state))
        return std::nullopt;
    return device.why ? device.why : causeOf(*device.state);
}

/// A fact of each device.
template <typename Read>
Samples ofEach(const Health& health, const Read& read) {
    Samples samples;
    for (const Device& device : devicesOf(health))
        samples.push_back({.label = std::string(name(device.part)), .value = read(device)});
    return samples;
}

/// A fact of each device that had an error; of none there is nothing to be unknown.
template <typename Read>
Samples ofEachError(const Health& health, const Read& read) {
    Samples samples;
    for (const Device& device : devicesOf(health))
        if (device.lastError)
            samples.push_back(
                {.label = std::string(name(device.part)), .value = read(*device.lastError)});
    return samples;
}

} // namespace

Samples deviceState(const Health& health) {
    Samples samples;
    for (const Device& device : devicesOf(health))
        samples.push_back({.label = std::string(name(device.part)),
                           .value = valueOf(device.state),
                           .carries = carriedBy(device.part),
                           .pending = device.state && isOnItsWay(*device.state),
                           .fault = faultOf(device)});
    return samples;
}

Samples cabinetServes(const Health& health) {
    const bool hasNone = deviceOf(health, Part::auxiliaries) == nullptr && !health.cabinet;
    if (hasNone)
        return {};
    Sample sample{.label = std::string(name(Part::auxiliaries)), .value = valueOf(health.cabinet)};
    if (health.cabinet)
        sample.fault = health.cabinet->fault;
    if (sample.fault) // one that does not say how it stands keeps nobody away
        sample.carries = {Service::identify, Service::print, Service::verify, Service::lookUp};
    return {sample};
}

Samples deviceFaults(const Health& health) {
    return ofEach(health, [](const Device& device) { return valueOf(device.faults); });
}

Samples deviceLastError(const Health& health) {
    return ofEachError(health, [](const Cause& cause) { return valueOf(std::optional(cause)); });
}

Samples deviceLastRemedy(const Health& health) {
    return ofEachError(health,
                       [](const Cause& cause) { return Value(std::string(name(cause.remedy()))); });
}

// Paper that is out or jammed, toner that is out and an open cover are the device's state already;
// here is what comes next.
Samples paper(const Health& health) {
    return once(health.printer.paper, {},
                faultIf(health.printer.paper == PaperState::low,
                        Cause("printer.paper-low", Remedy::attendant)));
}

Samples toner(const Health& health) {
    return once(health.printer.toner, {},
                faultIf(health.printer.toner == TonerState::low,
                        Cause("printer.toner-low", Remedy::attendant)));
}

Samples coverOpen(const Health& health) {
    return once(health.printer.coverOpen);
}

Samples sheetsLeft(const Health& health) {
    return once(health.printer.sheetsLeft);
}

Samples tonerLeft(const Health& health) {
    constexpr double kWhole = 100;
    std::optional<double> part;
    if (health.printer.tonerPercent)
        part = *health.printer.tonerPercent / kWhole;
    return once(part);
}

Samples lifePages(const Health& health) {
    return once(health.printer.lifePages);
}

Samples strangePages(const Health& health) {
    const bool some = health.printer.strangePages && *health.printer.strangePages > 0;
    return once(health.printer.strangePages, {},
                faultIf(some, Cause("ledger.strange-pages", Remedy::technician)));
}

} // namespace reading

} // namespace kiosk::health
