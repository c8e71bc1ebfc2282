// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/devices.h"

namespace kiosk::health {

namespace {

using drivers::PaperState;
using drivers::SlotReport;
using drivers::TonerState;

DeviceWord wordFor(const Error& error) {
    if (error.code() == "device.other-part")
        return DeviceWord::potentialFraud;
    switch (error.kind()) {
    case ErrorKind::notFound:
    case ErrorKind::unavailable:
        return DeviceWord::noDevice;
    case ErrorKind::timedOut:
        return DeviceWord::offline;
    default:
        return DeviceWord::hardwareError;
    }
}

std::optional<Cause> causeOf(const std::optional<Error>& error) {
    return error ? std::optional(Cause(*error)) : std::nullopt;
}

template <typename State>
std::optional<State> known(State state) {
    return state == State::unknown ? std::nullopt : std::optional(state);
}

} // namespace

DeviceWord wordOf(const SlotReport& report) {
    switch (report.state) {
    case SlotReport::State::untried:
        return DeviceWord::starting;
    case SlotReport::State::open:
        return DeviceWord::online;
    case SlotReport::State::hung:
        return DeviceWord::hardwareError;
    case SlotReport::State::technician:
        return report.lastError && wordFor(*report.lastError) == DeviceWord::potentialFraud
                   ? DeviceWord::potentialFraud
                   : DeviceWord::hardwareError;
    case SlotReport::State::resetting:
    case SlotReport::State::waiting:
        break;
    }
    return report.lastError ? wordFor(*report.lastError) : DeviceWord::deviceBusy;
}

Device deviceOf(Part part, const SlotReport& report) {
    Device device{.part = part,
                  .state = wordOf(report),
                  .faults = static_cast<int>(report.faults),
                  .lastError = causeOf(report.lastError)};
    if (report.state == SlotReport::State::hung)
        device.why = Cause("device.hung", Remedy::technician);
    else if (device.state != DeviceWord::online && device.state != DeviceWord::starting)
        device.why = causeOf(report.lastError);
    return device;
}

Device deviceOf(Part part, const Result<>& answer) {
    if (answer)
        return {.part = part, .state = DeviceWord::online};
    const Cause cause(answer.error());
    return {.part = part, .state = wordFor(answer.error()), .why = cause, .lastError = cause};
}

std::optional<Cause> troubleOf(const drivers::PrinterStatus& status) {
    const auto forHand = [](std::string_view code) { return Cause(code, Remedy::attendant); };
    if (status.paper == PaperState::jammed)
        return forHand("printer.paper-jam");
    if (status.coverOpen)
        return forHand("printer.cover-open");
    if (status.paper == PaperState::out)
        return forHand("printer.paper-out");
    if (status.toner == TonerState::out)
        return forHand("printer.toner-out");
    if (!status.canPrint())
        return Cause("printer.not-ready", Remedy::technician);
    return std::nullopt;
}

Device withPrinter(Device device, const drivers::PrinterStatus& status) {
    if (device.state != DeviceWord::online)
        return device;
    device.why = troubleOf(status);
    if (device.why)
        device.state = device.why->remedy() == Remedy::attendant ? DeviceWord::userError
                                                                 : DeviceWord::hardwareError;
    return device;
}

Printer printerOf(const drivers::PrinterStatus& status) {
    return {.paper = known(status.paper),
            .toner = known(status.toner),
            .coverOpen = status.coverOpen,
            .sheetsLeft = status.sheetsLeft,
            .tonerPercent = status.tonerPercent,
            .lifePages = status.lifePages};
}

} // namespace kiosk::health
