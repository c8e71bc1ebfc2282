// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/health/devices.h"

namespace kiosk::health {

namespace {

using drivers::SlotReport;
using Slot = SlotReport::State;

Device standing(Slot state, std::optional<Error> error = {}) {
    return deviceOf(Part::cardReader,
                    SlotReport{.state = state, .lastError = std::move(error), .faults = 2});
}

const Error kGone(ErrorKind::unavailable, "reader.gone", Remedy::technician, "张三");
const Error kSilent(ErrorKind::timedOut, "reader.silent", Remedy::technician);
const Error kOther(ErrorKind::refused, "device.other-part", Remedy::technician);

} // namespace

TEST_CASE("G1 a slot's report is told in the words of XFS4IoT") {
    CHECK(standing(Slot::untried).state == DeviceWord::starting);
    CHECK(standing(Slot::open).state == DeviceWord::online);
    CHECK(standing(Slot::waiting).state == DeviceWord::deviceBusy);
    CHECK(standing(Slot::waiting, kGone).state == DeviceWord::noDevice);
    CHECK(standing(Slot::resetting, kSilent).state == DeviceWord::offline);
    CHECK(standing(Slot::technician, kGone).state == DeviceWord::hardwareError);
    CHECK(standing(Slot::hung).state == DeviceWord::hardwareError);
    CHECK(standing(Slot::hung).why == Cause("device.hung", Remedy::technician));
    CHECK(standing(Slot::waiting, kGone).why == Cause("reader.gone", Remedy::technician));
    CHECK(standing(Slot::open).faults == 2);
}

TEST_CASE("D14 a part that is another than on record is a potential fraud, however long it waits") {
    CHECK(standing(Slot::waiting, kOther).state == DeviceWord::potentialFraud);
    CHECK(standing(Slot::technician, kOther).state == DeviceWord::potentialFraud);
}

TEST_CASE("G1 what was wrong once is the last error of a device that works, and no reason") {
    const Device device = standing(Slot::open, kGone);
    CHECK_FALSE(device.why);
    CHECK(device.lastError == Cause("reader.gone", Remedy::technician));
}

TEST_CASE("G1 a device that was asked without a slot is there, or not and why") {
    CHECK(deviceOf(Part::camera, Result<>()).state == DeviceWord::online);
    const Device away = deviceOf(Part::camera, Result<>(std::unexpected(kGone)));
    CHECK(away.state == DeviceWord::noDevice);
    CHECK(away.why == Cause("reader.gone", Remedy::technician));
}

TEST_CASE("G1 a printer that is away says nothing of its paper, and unknown paper is not known") {
    drivers::PrinterStatus status{.device = drivers::DeviceState::online,
                                  .paper = drivers::PaperState::out};
    const Device away{.part = Part::printer, .state = DeviceWord::noDevice};
    CHECK(withPrinter(away, status).state == DeviceWord::noDevice);
    const Device there{.part = Part::printer, .state = DeviceWord::online};
    CHECK(withPrinter(there, status).state == DeviceWord::userError);
    CHECK(printerOf(status).paper == drivers::PaperState::out);
    CHECK_FALSE(printerOf(status).toner);
}

} // namespace kiosk::health
