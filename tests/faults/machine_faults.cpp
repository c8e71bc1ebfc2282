// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "firmware/base/clock.h"
#include "firmware/outbox/outbox.h"
#include "tests/faults/fault.h"

namespace kiosk::faults {

namespace {

using namespace std::chrono_literals;
using enum health::Service;
using Plant = std::function<void(Site&, Devices&)>;

/// The state folder is a file system of its own, made like this.
Plant stateOn(const std::string& options, const std::string& then = {}) {
    return [options, then](Site& site, Devices&) {
        site.around.spaces = {"--mount"};
        site.around.before = "{ mount -t tmpfs -o " + options + " none \"$STATE\"" + then + "; }";
    };
}

/// A kernel's file says this.
Plant kernelSays(const std::string& where, const std::string& prepared) {
    return [where, prepared](Site& site, Devices&) {
        site.around.spaces = {"--mount"};
        site.around.before = "{ mount -t tmpfs none " + where + " && " + prepared + "; }";
    };
}

Plant clockOff(std::chrono::hours off) {
    return [off](Site& site, Devices&) {
        site.around.environment = {
            {"LD_PRELOAD", KIOSK_BINARY_DIR "/vendor/faults_moved_clock.so"},
            {"KIOSK_CLOCK_OFF", std::to_string(std::chrono::seconds(off).count())},
            {"ASAN_OPTIONS", "verify_asan_link_order=0"}};
    };
}

void ageTrust(Site& site, std::chrono::hours age) {
    const auto at = std::filesystem::file_time_type::clock::now() - age;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(site.trust()))
        if (entry.is_regular_file())
            std::filesystem::last_write_time(entry, at);
}

void spoil(const std::filesystem::path& file, std::string_view text) {
    writeFile(file, bytesOf(text)).value();
}

/// One request that was accepted so long ago.
outbox::Outbox queueWithOne(Site& site, std::chrono::hours age) {
    auto queue = outbox::Outbox::open(site.state() / outbox::kFileName).value();
    const ByteView sealed = bytesOf("sealed");
    queue
        .accept("990000",
                {.key = "00112233445566778899aabbccddeeff",
                 .operation = authority::Operation::retrieveLater,
                 .envelope = Bytes(sealed.begin(), sealed.end())},
                SystemClock().wall() - age)
        .value();
    return queue;
}

std::vector<Fault> diskFaults() {
    using enum Remedy;
    return {
        {"disk full to the last block",
         "disk.full",
         technician,
         {print},
         stateOn("size=256k", " && { cat /dev/zero >\"$STATE/fill\" 2>/dev/null || true; }")},
        {"disk nearly full", "disk.full", technician, {print}, stateOn("size=16m")},
        {"disk filling up", "disk.low", technician, {}, stateOn("size=128m")},
        {"disk out of files",
         "store.not-writable",
         technician,
         {print},
         stateOn("size=1g,nr_inodes=1")},
        {"disk read-only, as after its own faults",
         "store.not-writable",
         technician,
         {print},
         stateOn("size=1g,ro")},
        {"disk whose file system found errors",
         "disk.failing",
         technician,
         {},
         kernelSays("/sys/dev",
                    "mkdir /sys/dev/block && "
                    "ln -s ../planted /sys/dev/block/\"$(stat -c %Hd:%Ld \"$STATE\")\" && "
                    "mount -t tmpfs none /sys/fs && mkdir -p /sys/fs/ext4/planted && "
                    "echo 2 >/sys/fs/ext4/planted/errors_count")},
        {"no state folder",
         "store.missing",
         configuration,
         {print},
         [](Site& site, Devices&) { std::filesystem::remove_all(site.state()); }},
        {"record of parts damaged", "parts.record", technician, kEverything,
         [](Site& site, Devices&) { spoil(site.state() / "parts.json", "{"); }},
        {"counters of the devices damaged",
         "counters.damaged",
         technician,
         {},
         [](Site& site, Devices&) { spoil(site.state() / "counters.json", "{"); }},
        {"request waiting since two days",
         "queue.old",
         technician,
         {},
         [](Site& site, Devices&) { queueWithOne(site, 48h); }},
        {"request given up",
         "queue.given-up",
         supplier,
         {},
         [](Site& site, Devices&) {
             auto queue = queueWithOne(site, 1h);
             queue
                 .markDead(queue.list().value().front().sequence,
                           Error(ErrorKind::refused, "authority.refused", citizenAgain))
                 .value();
         }},
    };
}

std::vector<Fault> boardFaults() {
    using enum Remedy;
    return {
        {"memory nearly gone",
         "memory.low",
         technician,
         {},
         [](Site& site, Devices&) {
             site.around.spaces = {"--mount"};
             site.around.before =
                 "{ sed 's/^MemAvailable:.*/MemAvailable: 40000 kB/' /proc/meminfo >\"$SITE/mem\" "
                 "&& mount --bind \"$SITE/mem\" /proc/meminfo; }";
         }},
        {"board at 95 degrees",
         "board.hot",
         technician,
         {},
         kernelSays("/sys/class", "mkdir -p /sys/class/thermal/thermal_zone0 && "
                                  "echo 95000 >/sys/class/thermal/thermal_zone0/temp")},
        {"printer that did not pass its last test",
         "test.failed",
         technician,
         {},
         [](Site& site, Devices&) {
             const std::string book = R"({"printer": {"passed": false, "when": "2026-11-23 18:00",)"
                                      R"( "role": "technician"}})";
             writeFile(site.state() / "staff_tests.json", bytesOf(book)).value();
         }},
        {"clock two years behind", "clock.behind", technician, {print, verify}, clockOff(-17520h)},
        {"clock two days behind", "clock.behind", technician, {print, verify}, clockOff(-48h)},
        {"clock thirty years ahead", "clock.ahead", technician, {print, verify}, clockOff(262800h)},
        {"clock five years ahead", "clock.ahead", technician, {print, verify}, clockOff(43800h)},
        {"clock an hour ahead", "clock.ahead", technician, {}, clockOff(1h)},
        {"clock an hour behind", "clock.behind", technician, {}, clockOff(-1h)},
    };
}

std::vector<Fault> trustFaults() {
    using enum Remedy;
    return {
        {"list of issuers not renewed since 100 days",
         "trust.old",
         configuration,
         {},
         [](Site& site, Devices&) { ageTrust(site, 2400h); }},
        {"root that ends in ten days",
         "trust.ending",
         configuration,
         {},
         [](Site& site, Devices&) {
             site.around.before =
                 "openssl req -x509 -newkey sm2 -sm3 -nodes -days 10 -subj /CN=ending "
                 "-keyout \"$SITE/ending.key\" -out \"$SITE/trust/ending.pem\" 2>/dev/null";
         }},
        {"list of issuers empty",
         "trust.empty",
         configuration,
         {print, verify},
         [](Site& site, Devices&) {
             std::filesystem::remove_all(site.trust());
             std::filesystem::create_directories(site.trust());
         }},
        {"no list of issuers",
         "trust.empty",
         configuration,
         {print, verify},
         [](Site& site, Devices&) { std::filesystem::remove_all(site.trust()); }},
        {"file of the list damaged",
         "trust.not-a-certificate",
         configuration,
         {print, verify},
         [](Site& site, Devices&) {
             spoil(site.trust() / "990000.pem", "-----BEGIN CERTIFICATE-----\n");
         }},
    };
}

} // namespace

std::vector<Fault> machineFaults() {
    std::vector<Fault> all;
    for (auto* faults : {diskFaults, boardFaults, trustFaults})
        for (Fault& fault : faults())
            all.push_back(std::move(fault));
    return all;
}

} // namespace kiosk::faults
