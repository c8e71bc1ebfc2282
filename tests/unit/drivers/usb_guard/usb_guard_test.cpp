// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/usb_guard/usb_guard.h"
#include "firmware/base/log.h"

namespace kiosk::drivers {

namespace {

constexpr UsbInterfaceCode kPipes{0xFF, 0, 0};
constexpr UsbInterfaceCode kKeyboard{0x03, 0x01, 0x01};
constexpr UsbId kReaderId{0x0400, 0xC35A};

UsbDevice reader(const std::string& port, std::vector<UsbInterfaceCode> interfaces = {kPipes}) {
    return {.port = port, .id = kReaderId, .interfaces = std::move(interfaces)};
}

const UsbDevice kStick{.port = "1-1",
                       .id = {0x0781, 0x5567},
                       .interfaces = std::vector<UsbInterfaceCode>{{0x08, 0x06, 0x50}}};

/// A guard and what is plugged in.
struct Gatehouse {
    std::vector<UsbDevice> attached;
    UsbGuard guard{AllowList({{.parts = {"cardReader"},
                               .ids = {UsbIdPattern{0x0400, 0xC35A}},
                               .interfaces = {UsbInterfacePattern{0xFF}}}}),
                   [this] { return attached; }};

    std::string answer(std::string_view part, const std::string& at = "") {
        const auto admitted = guard.admit(part, at);
        return admitted ? "admitted" : admitted.error().code() + ": " + admitted.error().detail();
    }
};

/// The lines logged while it lives.
struct LoggedLines {
    LoggedLines() {
        log::setSink([this](log::Level, std::string_view line) { lines.emplace_back(line); });
    }
    ~LoggedLines() { log::setSink({}); }
    LoggedLines(const LoggedLines&) = delete;
    LoggedLines& operator=(const LoggedLines&) = delete;

    std::vector<std::string> lines;
};

} // namespace

TEST_CASE("S1 a part is opened when nothing stands against it, also when nothing is there") {
    Gatehouse gate;
    CHECK(gate.answer("cardReader") == "admitted");
    gate.attached = {reader("1-1")};
    CHECK(gate.answer("cardReader") == "admitted");
    CHECK(gate.answer("cardReader", "1-1") == "admitted");
    CHECK(gate.answer("printer") == "admitted");
}

TEST_CASE("S1 a refused reader keeps the reader from being opened, and nobody else") {
    Gatehouse gate;
    gate.attached = {reader("1-2", {kKeyboard, kPipes}), reader("1-1")};
    CHECK(gate.answer("cardReader") ==
          "device.not-allowed: 1-2 0400:c35a 03/01/01 ff/00/00: it offers 03/01/01 too");
    CHECK(gate.answer("printer") == "admitted");
    CHECK(gate.answer("cardReader", "1-1") == "admitted"); // that one, no other
    CHECK_FALSE(gate.guard.admit("cardReader", "1-2"));
    CHECK(gate.guard.admit("cardReader", "1-2").error().remedy() == Remedy::technician);
    CHECK(gate.guard.refused().size() == 1);
    gate.attached = {reader("1-1")};
    CHECK(gate.answer("cardReader") == "admitted");
}

TEST_CASE("S1 a stranger in the reader's place is the reader's fault") {
    Gatehouse gate;
    gate.attached = {kStick};
    CHECK(gate.answer("cardReader") == "admitted"); // nobody knew the place
    gate.attached = {reader("1-1")};
    CHECK(gate.answer("cardReader") == "admitted");
    gate.attached = {kStick};
    CHECK(gate.answer("cardReader") ==
          "device.not-allowed: 1-1 0781:5567 08/06/50: not on the list");
}

TEST_CASE("S1 an allowed device is not opened as another part than it is") {
    Gatehouse gate;
    gate.attached = {reader("1-1")};
    CHECK(gate.answer("codeScanner", "1-1") ==
          "device.not-allowed: 1-1 0400:c35a ff/00/00: allowed, but not for this");
}

TEST_CASE("S1 a part on the network does not ask who is on USB") {
    Gatehouse gate;
    gate.attached = {reader("1-2", {kKeyboard, kPipes})};
    CHECK(gate.answer("cardReader", "ipp://localhost:8631/ipp/print") == "admitted");
}

TEST_CASE("S1 a refused device is logged once for as long as it stays") {
    const LoggedLines logged;
    Gatehouse gate;
    for (const auto& now : {std::vector{kStick}, std::vector{kStick}, {}, std::vector{kStick}}) {
        gate.attached = now;
        static_cast<void>(gate.guard.admit("cardReader", ""));
    }
    REQUIRE(logged.lines.size() == 2);
    CHECK(logged.lines[0].find("who=1-1,0781:5567,08/06/50") != std::string::npos);
    CHECK(logged.lines[0].find("device.not-allowed") != std::string::npos);
}

} // namespace kiosk::drivers
