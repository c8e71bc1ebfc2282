// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include <catch2/catch.hpp>

#include "tests/faults/fault.h"
#include "tests/faults/kiosk_run.h"
#include "tests/faults/said.h"
#include "tests/faults/table.h"

// The same faults while the real kiosk runs and serves: the doctor asks it, and opens nothing
// itself.

namespace kiosk::faults {

namespace {

using namespace std::chrono_literals;
using enum health::Service;
using enum Remedy;

/// The real kiosk on a real window, with everything it needs.
class RunningKiosk {
public:
    explicit RunningKiosk(const std::function<void(Site&, Devices&)>& prepare = {}) {
        devices_.addTo(site_);
        if (prepare)
            prepare(site_, devices_);
        site_.writeConfig();
        start();
    }

    void start() { process_ = startKiosk(site_, {}); }

    /// Asks until the doctor says that first, as a technician would who looks again; what it said
    /// last.
    std::string saysAtLast(const std::string& due) {
        const auto deadline = std::chrono::steady_clock::now() + kPatience;
        std::string said;
        while ((said = firstOf(site_.doctor().report)) != due &&
               std::chrono::steady_clock::now() < deadline)
            std::this_thread::sleep_for(200ms);
        return said;
    }
    /// What the doctor complains of beside its report.
    std::string complaint() { return site_.doctor().complaint; }
    void end() {
        process_.end();
        std::filesystem::remove(site_.state() / "service");
    }
    std::string log() const { return toText(readFile(site_.folder() / "kiosk.log").value()); }
    Site& site() { return site_; }
    Devices& devices() { return devices_; }

private:
    Site site_;
    Devices devices_;
    tests::ChildProcess process_;
};

void checkRunning(RunningKiosk& kiosk, const std::string& due) {
    CHECK(kiosk.saysAtLast(due) == due);
}

} // namespace

TEST_CASE("D12 the doctor of a kiosk that runs names cause and actor, and that all is well again") {
    surroundings().putRight();
    RunningKiosk kiosk;
    checkRunning(kiosk, "nothing is wrong");
    surroundings().printer->putSheets(0).value();
    checkRunning(kiosk, "printer.paper-out attendant print");
    surroundings().putRight();
    checkRunning(kiosk, "nothing is wrong");
    kiosk.devices().board.become({.door = drivers::CabinetDoor::open});
    checkRunning(kiosk, "cabinet.opened technician identify print verify lookUp");
    kiosk.devices().board.become({});
    checkRunning(kiosk, "nothing is wrong");
    kiosk.devices().roll.begin(tests::ReceiptPrinterModel::Fault::paperOut);
    checkRunning(kiosk, "printer.paper-out attendant");
    kiosk.devices().roll.end(tests::ReceiptPrinterModel::Fault::paperOut);
    checkRunning(kiosk, "nothing is wrong");
    for (const auto& [fault, due] : std::map<std::string, std::string>{
             {"wrongCertificate", "tls.unknown-issuer configuration lookUp"},
             {"down", "network.port-refused supplier lookUp"},
             {"outOfService", "authority.out-of-service wait lookUp"},
             {"refused", "authority.kiosk-refused configuration lookUp"}}) {
        CAPTURE(fault);
        for (const std::string& code : surroundings().platforms.regionCodes())
            surroundings().platforms.setFault(code, fault, {}).value();
        checkRunning(kiosk, due);
    }
    surroundings().putRight();
    checkRunning(kiosk, "nothing is wrong");
}

TEST_CASE("G5 the doctor names cause and actor of a kiosk whose screen froze or that broke down") {
    checkTable(endingFaults());
}

TEST_CASE("D12 the doctor of a kiosk that runs names a driver that dies each time") {
    RunningKiosk kiosk([](Site& site, Devices&) {
        site.config["cardReader"] = {{"module", "vendor"},
                                     {"at", KIOSK_BINARY_DIR "/vendor/faults_dies.so"}};
    });
    checkRunning(kiosk, "device.died technician identify");
}

TEST_CASE("O3 a kiosk with a typo works with its last good configuration until it is mended") {
    surroundings().putRight();
    RunningKiosk kiosk;
    checkRunning(kiosk, "nothing is wrong");
    kiosk.end();
    const std::string good = kiosk.site().config.dump(2);
    kiosk.site().put("{\n \"state\": \"state\",\n \"place\" \"here\"\n}\n");
    kiosk.start();
    checkRunning(kiosk, "config.syntax configuration");
    CHECK(kiosk.complaint().find("config.syntax: kiosk.json: ") != std::string::npos);
    CHECK(kiosk.complaint().find("line 3") != std::string::npos);
    CHECK(kiosk.log().find("the last good one serves") != std::string::npos);
    kiosk.end();
    kiosk.site().put(good);
    kiosk.start();
    checkRunning(kiosk, "nothing is wrong");
}

} // namespace kiosk::faults
