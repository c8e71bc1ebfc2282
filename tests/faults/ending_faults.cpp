// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <catch2/catch.hpp>
#include <sys/wait.h>

#include "tests/faults/fault.h"
#include "tests/faults/kiosk_run.h"
#include "tests/support/watchdog_model.h"

// How the real kiosk ended, told by its record when it is gone.

namespace kiosk::faults {

namespace {

using enum Remedy;

/// Its loop stands still; systemd waits for a proof that it turns, and aborts it (WatchdogSec).
void freeze(const Site& site) {
    const tests::WatchdogModel systemd(site.folder());
    tests::ChildProcess kiosk = startKiosk(site, systemd.environment());
    systemd.becomeWary();
    while (!systemd.isProved()) // still drawing its first screens
        REQUIRE(kiosk.running());
    ::kill(kiosk.id(), SIGSTOP);
    while (systemd.isProved()) {
    }
    ::kill(kiosk.id(), SIGABRT);
    ::kill(kiosk.id(), SIGCONT);
    kiosk.wait();
}

std::function<void(Site&, Devices&)> endedBy(int signal) {
    return [signal](Site& site, Devices&) {
        site.writeConfig();
        tests::ChildProcess kiosk = startKiosk(site, {});
        ::kill(kiosk.id(), signal);
        kiosk.wait();
    };
}

} // namespace

std::vector<Fault> endingFaults() {
    return {
        {"a screen that froze",
         "ending.frozen",
         supplier,
         {},
         [](Site& site, Devices&) {
             site.writeConfig();
             freeze(site);
         }},
        {"a kiosk that broke down", "ending.crashed", supplier, {}, endedBy(SIGSEGV)},
        {"a kiosk that was killed, as when memory runs out",
         "ending.killed",
         technician,
         {},
         endedBy(SIGKILL)},
    };
}

} // namespace kiosk::faults
