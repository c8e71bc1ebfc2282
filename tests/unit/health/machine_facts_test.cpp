// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "firmware/base/files.h"
#include "firmware/health/machine_facts.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::health {

namespace {

/// A folder that stands for a machine.
struct Planted {
    tests::TemporaryFolder folder;

    void file(const std::string& name, std::string_view text) const {
        const auto path = folder.path() / name;
        std::filesystem::create_directories(path.parent_path());
        REQUIRE(writeFile(path, bytesOf(text)));
    }
};

constexpr std::string_view kRouteHead = "Iface\tDestination\tGateway\n";

} // namespace

TEST_CASE("O3 memory that can be had is read from the kernel, in bytes") {
    const Planted at;
    CHECK_FALSE(memoryFree(at.folder.path()));
    at.file("proc/meminfo", "MemTotal:  2000 kB\nMemFree:  100 kB\nMemAvailable:    900 kB\n");
    CHECK(memoryFree(at.folder.path()) == 900 * 1024);
    at.file("proc/meminfo", "MemAvailable:    much kB\n");
    CHECK_FALSE(memoryFree(at.folder.path()));
}

TEST_CASE("Q5 whether what is kept is encrypted is what the first program said, or not known") {
    const Planted at;
    CHECK_FALSE(atRest(at.folder.path()));
    at.file("run/kiosk-data", "encrypted\n");
    CHECK(atRest(at.folder.path()) == AtRest::encrypted);
    at.file("run/kiosk-data", "plain\n");
    CHECK(atRest(at.folder.path()) == AtRest::plain);
    at.file("run/kiosk-data", "plain-beside-tpm\n");
    CHECK(atRest(at.folder.path()) == AtRest::plainBesideTpm);
    for (const std::string_view other : {"", "encrypted", "yes\n", "encrypted\nplain\n"}) {
        at.file("run/kiosk-data", other);
        CHECK_FALSE(atRest(at.folder.path()));
    }
}

TEST_CASE("O3 the hottest of the places that are measured counts") {
    const Planted at;
    CHECK_FALSE(hottestCelsius(at.folder.path()));
    at.file("sys/class/thermal/thermal_zone0/temp", "48500\n");
    at.file("sys/class/thermal/thermal_zone1/temp", "61250\n");
    at.file("sys/class/thermal/cooling_device0/temp", "99000\n");
    at.file("sys/class/thermal/thermal_zone2/temp", "hot\n");
    CHECK(hottestCelsius(at.folder.path()) == 61.25);
}

TEST_CASE("G8 a link is a carrier on anything but the loopback") {
    const Planted at;
    at.file("sys/class/net/lo/carrier", "1\n");
    CHECK_FALSE(hasLink(at.folder.path()));
    at.file("sys/class/net/eth0/carrier", "0\n");
    CHECK(hasLink(at.folder.path()) == false);
    at.file("sys/class/net/wlan0/carrier", "1\n");
    CHECK(hasLink(at.folder.path()) == true);
}

TEST_CASE("G8 an address is a route or a global address on anything but the loopback") {
    const Planted at;
    CHECK_FALSE(hasAddress(at.folder.path()));
    at.file("proc/net/route", kRouteHead);
    CHECK(hasAddress(at.folder.path()) == false);
    at.file("proc/net/if_inet6", "00000000000000000000000000000001 01 80 10 80 lo\n"
                                 "fe800000000000000000000000000001 02 40 20 80 eth0\n");
    CHECK(hasAddress(at.folder.path()) == false);
    at.file("proc/net/if_inet6", "20010db8000000000000000000000001 02 40 00 80 eth0\n");
    CHECK(hasAddress(at.folder.path()) == true);
    at.file("proc/net/if_inet6", "");
    at.file("proc/net/route", std::string(kRouteHead) + "eth0\t00000000\t0101A8C0\n");
    CHECK(hasAddress(at.folder.path()) == true);
}

TEST_CASE("O3 a state folder is tried by writing, and nothing stays behind") {
    const Planted at;
    CHECK_FALSE(storeOutcome(at.folder.path()).fault);
    CHECK(std::filesystem::is_empty(at.folder.path()));
    CHECK(storeOutcome(at.folder.path() / "none").fault ==
          Cause("store.missing", Remedy::configuration));
    at.file("file", "");
    CHECK(storeOutcome(at.folder.path() / "file").fault->code() == "store.missing");
    // The kernel's own tree takes no files, from root neither.
    CHECK(storeOutcome("/proc").fault == Cause("store.not-writable", Remedy::technician));
}

TEST_CASE("O3 room on the disk is known where the folder is") {
    const Planted at;
    CHECK(diskFree(at.folder.path()).value() > 0);
    CHECK_FALSE(diskFree(at.folder.path() / "none"));
}

TEST_CASE("O3 errors of the disk's file system are those of the one where the folder lies") {
    const Planted at;
    struct stat lies{};
    REQUIRE(::stat(at.folder.path().c_str(), &lies) == 0);
    const auto errors = [&] { return diskErrors(at.folder.path(), at.folder.path()); };
    at.file("sys/fs/ext4/sda1/errors_count", "7\n");
    at.file("sys/fs/ext4/dm-1/errors_count", "3\n");
    CHECK_FALSE(errors());
    const auto devices = at.folder.path() / "sys/dev/block";
    std::filesystem::create_directories(devices);
    std::filesystem::create_symlink("../../devices/virtual/block/dm-1",
                                    devices / (std::to_string(::major(lies.st_dev)) + ":" +
                                               std::to_string(::minor(lies.st_dev))));
    CHECK(errors() == 3);
    at.file("sys/fs/ext4/dm-1/errors_count", "many\n");
    CHECK_FALSE(errors());
}

TEST_CASE("O3 reading the machine fills what is its own, and leaves the rest unknown") {
    const Planted at;
    at.file("proc/meminfo", "MemAvailable: 1 kB\n");
    Health health;
    readMachine(health, {.root = at.folder.path(), .state = at.folder.path()});
    CHECK(health.memoryFree == 1024);
    CHECK(health.store == Outcome{});
    CHECK(health.diskFree);
    CHECK_FALSE(health.celsius);
    CHECK_FALSE(health.clock);
}

} // namespace kiosk::health
