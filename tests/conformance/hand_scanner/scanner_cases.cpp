// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <thread>

#include "tests/conformance/hand_scanner/scanner_rig.h"

// What every code reader must do, whatever drives it.

namespace kiosk::tests {

namespace {

using namespace drivers;
using namespace std::chrono_literals;

const std::string kText = "LK1:990000:A7K2-9QXM-0042:7F";
const std::string kOther = "LK1:990000:B3C4-77ZZ-0001:2A";

/// The text is of a citizen's licence: only how long it is may be told.
std::string inWords(const std::optional<Code>& code) {
    return code ? "a code of " + std::to_string(code->text.size()) + " characters" : "no code";
}

Result<> tells(ScannerRig& rig, const std::string& text) {
    const auto code = TRY(rig.scanner().next({}));
    return met(code && code->text == text, "next() gave " + inWords(code) +
                                               ", not the one that was read, of " +
                                               std::to_string(text.size()));
}

Result<> tellsNothing(ScannerRig& rig, std::string_view why) {
    const auto code = TRY(rig.scanner().next({}));
    return met(!code, "next() gave " + inWords(code) + " though " + std::string(why));
}

Result<> isGone(std::string_view call, const auto& answer) {
    return failsWith(call, answer, "scanner.gone", Remedy::technician);
}

Result<> saysWhoItIs(ScannerRig& rig) {
    const DeviceIdentity identity = rig.scanner().identity();
    return met(!identity.module.empty() && !identity.port.empty(), "module or port is empty");
}

Result<> readsWhole(ScannerRig& rig) {
    rig.scan(kText);
    TRY(tells(rig, kText));
    return tellsNothing(rig, "it was told already");
}

Result<> keepsTheOrder(ScannerRig& rig) {
    rig.scan(kText);
    rig.scan(kOther);
    rig.scan(kText);
    TRY(tells(rig, kText));
    TRY(tells(rig, kOther));
    return tells(rig, kText);
}

Result<> readsLong(ScannerRig& rig) {
    constexpr std::size_t kLong = 1000;
    const std::string text(kLong, 'A');
    rig.scan(text);
    return tells(rig, text);
}

Result<> dropsTooLong(ScannerRig& rig) {
    rig.scan(std::string(kLongestCode + 1, '7'));
    TRY(tellsNothing(rig, "no code is as long as what was sent"));
    rig.scan(kText);
    return tells(rig, kText);
}

Result<> dropsHalf(ScannerRig& rig) {
    rig.scanHalf(kText.substr(0, kText.size() / 2));
    TRY(tellsNothing(rig, "only half of one was sent"));
    rig.scan(kOther);
    return tells(rig, kOther);
}

Result<> dropsCut(ScannerRig& rig) {
    rig.scanHalf(kText.substr(0, kText.size() / 2));
    rig.unplug();
    TRY(isGone("next() unplugged", rig.scanner().next({})));
    TRY(isGone("next() still unplugged", rig.scanner().next({})));
    rig.plugAndOpen();
    rig.scan(kOther);
    TRY(tells(rig, kOther));
    return tellsNothing(rig, "the other was cut off by the cable");
}

Result<> goneWhileIdle(ScannerRig& rig) {
    rig.unplug();
    TRY(isGone("next() unplugged", rig.scanner().next({})));
    rig.plugAndOpen();
    rig.scan(kText);
    return tells(rig, kText);
}

Result<> resetForgets(ScannerRig& rig) {
    rig.scanHalf(kText.substr(0, kText.size() / 2));
    TRY(tellsNothing(rig, "only half of one was sent"));
    TRY(succeeds("reset()", rig.scanner().reset({})));
    rig.scan(kOther);
    TRY(tells(rig, kOther));
    return tellsNothing(rig, "all were told");
}

Result<> stopsBefore(ScannerRig& rig) {
    std::stop_source stop;
    stop.request_stop();
    TRY(failsWith("next() asked to stop", rig.scanner().next(stop.get_token()), "scanner.cancelled",
                  Remedy::wait));
    rig.scan(kText);
    return tells(rig, kText);
}

/// What a call may go on after it was asked to stop: 200 ms, and what a busy machine adds.
constexpr auto kStopping = 600ms;

Result<> stopsMidway(ScannerRig& rig) {
    std::stop_source stop;
    std::jthread person([&] {
        std::this_thread::sleep_for(100ms); // into the wait
        stop.request_stop();
    });
    TRY(inTime("next() asked to stop after 100 ms", 100ms + kStopping,
               [&] { return rig.scanner().next(stop.get_token()); }));
    rig.scan(kText);
    return tells(rig, kText);
}

Result<> keepsDeadlines(ScannerRig& rig) {
    // It waits 1 s for a code; what a busy machine adds is no fault.
    TRY(inTime("next() without a code", 1500ms, [&] { return rig.scanner().next({}); }));
    rig.scan(kText);
    TRY(inTime("next()", 1s, [&] { return rig.scanner().next({}); }));
    return inTime("reset()", 3s, [&] { return rig.scanner().reset({}); });
}

Result<> openingsLeaveNothing(ScannerRig& rig) {
    return leavesNothing([&rig]() -> Result<> {
        rig.unplug();
        rig.plugAndOpen();
        return {};
    });
}

constexpr auto kScannerCases = std::to_array<Case<ScannerRig>>({
    {"scanner.identity", "D1 a code reader says which module drives it and where", saysWhoItIs},
    {"scanner.whole", "D10 a code that is read is told whole, and once", readsWhole},
    {"scanner.order", "D10 codes read in a row are told in their order", keepsTheOrder},
    {"scanner.long", "D10 a code of a thousand characters is told whole", readsLong},
    {"scanner.too-long", "D10 what is longer than any code is dropped", dropsTooLong},
    {"scanner.half", "D10 half a code is never told, nor added to the next", dropsHalf},
    {"scanner.cut", "D10 a code cut off by the cable is never told", dropsCut},
    {"scanner.gone", "D3 a code reader pulled out is gone, and reads again once it is opened anew",
     goneWhileIdle},
    {"scanner.reset", "D1 a code reader that was reset forgets what it had begun", resetForgets},
    {"scanner.stop-before", "D1 a code reader asked to stop beforehand does not wait", stopsBefore},
    {"scanner.stop-midway", "D1 a wait for a code ends soon after it is asked to stop",
     stopsMidway},
    {"scanner.deadlines", "D1 every call of a code reader keeps its time", keepsDeadlines},
    {"scanner.openings", "D3 a code reader pulled and opened again leaves nothing behind",
     openingsLeaveNothing},
});

} // namespace

std::span<const Case<ScannerRig>> scannerCases() {
    return kScannerCases;
}

} // namespace kiosk::tests
