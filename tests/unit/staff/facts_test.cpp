// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/staff/fact_desk.h"

namespace kiosk::staff {

namespace {

using namespace std::chrono_literals;
using drivers::DeviceState;
using drivers::PaperState;
using drivers::SlotReport;
using Slot = SlotReport::State;

SlotReport report(Slot state, std::optional<Error> error = {}) {
    return {.state = state, .lastError = std::move(error)};
}

Error gone() {
    return {ErrorKind::unavailable, "reader.gone", Remedy::technician};
}

drivers::PrinterStatus ready() {
    return {.device = DeviceState::online,
            .paper = PaperState::full,
            .toner = drivers::TonerState::full};
}

outbox::Entry entry(outbox::Entry::State state, WallTime acceptedAt) {
    return {.state = state, .acceptedAt = acceptedAt};
}

} // namespace

TEST_CASE("G1 a device stands in the words of XFS4IoT, with what is wrong and who acts") {
    CHECK(deviceFact("camera", report(Slot::open)) == DeviceFact{"camera", DeviceState::online});
    CHECK(deviceFact("camera", report(Slot::untried)).state == DeviceState::busy);
    CHECK(deviceFact("cardReader", report(Slot::waiting, gone())) ==
          DeviceFact{"cardReader", DeviceState::noDevice, gone()});
    const Error silent(ErrorKind::timedOut, "reader.silent", Remedy::technician);
    CHECK(deviceFact("cardReader", report(Slot::waiting, silent)).state == DeviceState::offline);
    CHECK(deviceFact("cardReader", report(Slot::technician, gone())).state ==
          DeviceState::hardwareError);
    CHECK(deviceFact("cardReader", report(Slot::hung)).error->code() == "device.hung");
    // What was wrong once is not told of one that works again.
    CHECK_FALSE(deviceFact("cardReader", report(Slot::open, gone())).error);
}

TEST_CASE("G1 a printer's paper and cover are the attendant's, whatever else is the technician's") {
    const DeviceFact there{"printer", DeviceState::online};
    CHECK(printerFact(there, ready()) == there);
    drivers::PrinterStatus status = ready();
    status.paper = PaperState::out;
    const DeviceFact out = printerFact(there, status);
    CHECK(out.state == DeviceState::userError);
    CHECK(out.error->code() == "printer.paper-out");
    CHECK(out.error->remedy() == Remedy::attendant);
    status.paper = PaperState::full;
    status.device = DeviceState::hardwareError;
    CHECK(printerFact(there, status).error->remedy() == Remedy::technician);
    const DeviceFact away{"printer", DeviceState::noDevice, gone()};
    CHECK(printerFact(away, ready()) == away);
}

TEST_CASE("G2 readiness says yes, no and why, or that it is not known yet") {
    Facts facts;
    facts.devices = {{"cardReader", DeviceState::noDevice, gone()},
                     {"printer", DeviceState::online},
                     {"camera", DeviceState::busy}};
    facts.regions = {{"云州市", true}, {"海岳省", false, "authority.unreachable"}, {"远山州"}};
    facts.tests[1] = TestResult{true, "2026-11-23 18:00", "technician"};
    const auto list = readinessOf(facts);
    REQUIRE(list.size() == 6);
    CHECK(list[0].ready == false);
    CHECK(list[0].why == gone());
    CHECK(list[1].ready == true);
    CHECK(list[1].tested == facts.tests[1]);
    CHECK_FALSE(list[2].ready);
    CHECK(list[3].ready == true);
    CHECK(list[4].ready == false);
    CHECK(list[4].why->code() == "authority.unreachable");
    CHECK_FALSE(list[5].ready);
}

TEST_CASE("G1 the queue is counted: what waits, since when, and what was given up") {
    using State = outbox::Entry::State;
    const WallTime now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
    CHECK(queueFact({}, now) == QueueFact{});
    const QueueFact fact =
        queueFact({entry(State::delivered, now - 90min), entry(State::waiting, now - 7min),
                   entry(State::waiting, now - 42min), entry(State::dead, now)},
                  now);
    CHECK(fact == QueueFact{.waiting = 2, .dead = 1, .oldest = 42min});
    // Accepted under a clock that ran ahead.
    CHECK(queueFact({entry(State::waiting, now + 5min)}, now).oldest == 0min);
}

} // namespace kiosk::staff
