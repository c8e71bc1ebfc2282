// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/device/slot.h"
#include "firmware/app/guarded_modules.h"
#include "tests/conformance/usb_guard/bus.h"
#include "tests/support/manual_clock.h"

using namespace kiosk;
using namespace kiosk::tests;

namespace {

/// The reader of a kiosk with the shipped list, as the kiosk keeps it.
struct GuardedReader {
    app::GuardedModules modules =
        app::GuardedModules::of({.usbDevices = kShippedList, .cardReader = {.module = "sam-usb"}})
            .value();
    ManualClock clock;
    drivers::Slot<drivers::CardReader> slot{modules.cardReader(), clock};

    std::string use() {
        const Result<> well = slot.use({}, &drivers::CardReader::check);
        return well ? "works" : well.error().code();
    }
};

} // namespace

TEST_CASE("S1 a reader that is a keyboard or a disk too is never opened") {
    for (const UsbCompany company : {UsbCompany::keyboard, UsbCompany::storage}) {
        SamDeviceModel model;
        EmulatedSamReader device(guardedBus(), model, UsbFraming::split, 1, company);
        GuardedReader reader;
        CHECK(reader.use() == "device.not-allowed");
        CHECK(device.passed(UsbWay::toReader) == 0);
        const auto refused = reader.modules.guard().refused();
        REQUIRE(refused.size() == 1);
        CHECK(refused.front().detail().starts_with("1-1 0400:c35a "));
    }
}

TEST_CASE("S1 a reader that comes back as another thing is refused until the right one is back") {
    SamDeviceModel model;
    EmulatedSamReader good(guardedBus(), model, UsbFraming::split);
    GuardedReader reader;
    REQUIRE(reader.use() == "works");
    good.unplug();
    REQUIRE(reader.use() != "works");
    {
        SamDeviceModel badModel;
        EmulatedSamReader bad(guardedBus(), badModel, UsbFraming::split, 1, UsbCompany::keyboard);
        reader.slot.startAfresh(); // as hot-plug has it
        CHECK(reader.use() == "device.not-allowed");
        CHECK(bad.passed(UsbWay::toReader) == 0);
    }
    good.plug();
    reader.slot.startAfresh();
    CHECK(reader.use() == "works");
}

TEST_CASE("S1 a node is judged by the device that it hangs on") {
    const std::string camera =
        "P: /devices/pci0000:00/usb1/1-4\nN: bus/usb/001/099=00\nE: SUBSYSTEM=usb\n"
        "E: DEVTYPE=usb_device\nE: DEVNAME=/dev/bus/usb/001/099\nA: idVendor=0bda\\n\n"
        "A: idProduct=5801\\n\nH: descriptors=12010002EF020140DA0B01580000000000010902"
        "120001010080320904000000"
        "0E010000\n\n"
        "P: /devices/pci0000:00/usb1/1-4/1-4:1.0/video4linux/video7\nN: video7=00\n"
        "E: SUBSYSTEM=video4linux\nE: DEVNAME=/dev/video7\nE: MAJOR=81\nE: MINOR=7\nA: "
        "dev=81:7\\n\n\n";
    auto* bed = guardedBus().handle();
    REQUIRE(umockdev_testbed_add_from_string(bed, camera.c_str(), nullptr));
    REQUIRE(drivers::attachedUsbDevices().size() == 1);
    CHECK(drivers::usbPortBehind("/dev/video7") == "1-4");
    CHECK_FALSE(drivers::usbPortBehind("/dev/video8"));
    CHECK_FALSE(drivers::usbPortBehind(kShippedList));
    GuardedReader reader;
    CHECK(reader.modules.guard().admit("camera", "/dev/video7"));
    const auto asScanner = reader.modules.guard().admit("codeScanner", "/dev/video7");
    REQUIRE_FALSE(asScanner);
    CHECK(asScanner.error().detail() == "1-4 0bda:5801 0e/01/00: allowed, but not for this");
    umockdev_testbed_remove_device(bed, "/sys/devices/pci0000:00/usb1/1-4");
}
