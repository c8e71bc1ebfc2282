// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/conformance/hot_plug/news_desk.h"
#include "tests/support/emulated_camera.h"
#include "tests/support/emulated_sam_reader.h"

using namespace kiosk;
using namespace kiosk::tests;
using What = drivers::DeviceNews::What;

TEST_CASE("D3 a reader plugged in and pulled is told, with its port") {
    SamDeviceModel model;
    MockTestbed& bed = hotPlugBed();
    NewsDesk desk;
    EmulatedSamReader reader(bed, model, UsbFraming::single);
    const auto came = desk.next(What::arrived);
    REQUIRE(came);
    CHECK(came->subsystem == "usb");
    CHECK(came->name == "1-1");
    reader.unplug();
    const auto went = desk.next(What::left);
    REQUIRE(went);
    CHECK(went->name == "1-1");
}

TEST_CASE("D3 a camera plugged in is told, with its node") {
    EmulatedCamera camera(hotPlugBed(), {});
    NewsDesk desk;
    camera.unplug();
    REQUIRE(desk.next(What::left));
    camera.plugIn();
    const auto came = desk.next(What::arrived);
    REQUIRE(came);
    CHECK(came->subsystem == "video4linux");
    CHECK(came->name == "video0");
}

TEST_CASE("D3 a watch ends at once, with or without news") {
    hotPlugBed();
    for (int watch = 0; watch < 50; ++watch)
        CHECK(drivers::DeviceWatch::start([](const auto&) {}));
}
