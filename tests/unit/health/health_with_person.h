// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "firmware/health/devices.h"
#include "tests/unit/health/sample_health.h"

namespace kiosk::tests {

/// An invented person, in the forms in which one comes along.
inline constexpr std::array<std::string_view, 5> kPerson{
    "张晓样", "ZHANGXIAOYANG", "zhang xiaoyang", "990101199001010017", "99010119900101001X"};

inline Error planted(std::string_view person) {
    return {ErrorKind::device, person, Remedy::technician, person};
}

/// A kiosk that was told of a person wherever its inputs take a text.
inline health::Health healthKnowing(std::string_view person) {
    using namespace health;
    const std::string text(person);
    Health health = soundHealth();
    health.software = Version::of(text);
    health.trust.name = ListName::of(text);
    health.record.mark = RecordMark::of(text);
    health.configuration = Outcome{Cause(planted(person))};
    health.assets = Outcome{Cause(planted(person))};
    health.store = Outcome{Cause(planted("printer.gone"))};
    health.trust.loaded = Outcome{Cause(text, Remedy::wait)};
    health.regions = {{RegionCode(text), Outcome{Cause(planted(person))}}};
    health.devices = {
        deviceOf(Part::cardReader, drivers::SlotReport{.state = drivers::SlotReport::State::waiting,
                                                       .identity = {text, text, text, text, text},
                                                       .lastError = planted(person)}),
        withPrinter({.part = Part::printer, .state = DeviceWord::online},
                    {.device = drivers::DeviceState::hardwareError, .reasons = {text}}),
        deviceOf(Part::camera, Result<>(std::unexpected(planted(person))))};
    health.printer = printerOf({.paper = drivers::PaperState::low, .reasons = {text}});
    return health;
}

} // namespace kiosk::tests
