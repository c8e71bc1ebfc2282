// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <linux/videodev2.h>

#include "drivers/camera/v4l2/v4l2_camera.h"
#include "tests/conformance/mock_bed.h"
#include "tests/support/camera_pictures.h"
#include "tests/support/code_pictures.h"
#include "tests/support/emulated_camera.h"

using namespace kiosk;
using drivers::v4l2::PixelFormat;
using tests::EmulatedCamera;
using namespace std::chrono_literals;
using Fault = EmulatedCamera::Fault;

namespace {

Result<std::unique_ptr<drivers::Camera>> openAt(const EmulatedCamera& device) {
    return drivers::openV4l2({.path = device.path(), .silence = 200ms});
}

} // namespace

TEST_CASE("D10 a driver that answers another format is taken at its word") {
    EmulatedCamera device(tests::mockBed(), {.format = PixelFormat::yuyv,
                                             .claimed = {V4L2_PIX_FMT_MJPEG, V4L2_PIX_FMT_YUYV}});
    const auto scene = tests::gradientFrame(320, 240);
    device.show(scene);
    const auto camera = openAt(device);
    REQUIRE(camera);
    REQUIRE((*camera)->start({}));
    const auto frame = (*camera)->grab({});
    REQUIRE(frame);
    CHECK(frame->luma == scene.luma);
}

TEST_CASE("D10 a camera with no format of ours is named as such") {
    SECTION("it says so") {
        EmulatedCamera device(tests::mockBed(), {.claimed = {V4L2_PIX_FMT_H264}});
        const auto camera = openAt(device);
        REQUIRE_FALSE(camera);
        CHECK(camera.error().code() == "camera.format-unsupported");
        CHECK(camera.error().remedy() == Remedy::supplier);
    }
    SECTION("it claims one and answers another") {
        EmulatedCamera device(tests::mockBed(), {.answered = V4L2_PIX_FMT_RGB24});
        const auto camera = openAt(device);
        REQUIRE_FALSE(camera);
        CHECK(camera.error().code() == "camera.format-unsupported");
    }
}

TEST_CASE("D10 empty and flagged buffers are passed over") {
    for (const Fault fault : {Fault::emptyBuffer, Fault::errorFlag}) {
        CAPTURE(static_cast<int>(fault));
        EmulatedCamera device(tests::mockBed(), {});
        device.show(tests::plainFrame(320, 240, 77));
        const auto camera = openAt(device);
        REQUIRE(camera);
        REQUIRE((*camera)->start({}));
        device.setFault(fault);
        const auto lost = (*camera)->grab({});
        REQUIRE_FALSE(lost);
        CHECK(lost.error().code() == "camera.silent");
        device.setFault(Fault::none);
        CHECK((*camera)->grab({}));
    }
}

TEST_CASE("D10 pictures that waited in full buffers are not shown as new") {
    EmulatedCamera device(tests::mockBed(), {});
    device.show(tests::plainFrame(320, 240, 10));
    const auto camera = openAt(device);
    REQUIRE(camera);
    REQUIRE((*camera)->start({}));
    device.fillWaitingBuffers();
    device.show(tests::plainFrame(320, 240, 200));
    const auto frame = (*camera)->grab({});
    REQUIRE(frame);
    CHECK(frame->luma.front() == 200);
}

TEST_CASE("D10 a camera sees darker and brighter where it can, and starts as it chooses itself") {
    using drivers::Exposure;
    using Knob = EmulatedCamera::Options::Knob;
    for (const Knob knob : {Knob::bias, Knob::time}) {
        CAPTURE(static_cast<int>(knob));
        EmulatedCamera device(tests::mockBed(), {.knob = knob});
        const auto camera = openAt(device);
        REQUIRE(camera);
        CHECK((*camera)->capabilities().exposureControl);
        REQUIRE((*camera)->start({}));
        REQUIRE((*camera)->expose(Exposure::darker, {}));
        CHECK(device.exposure() == Approx(0.5));
        REQUIRE((*camera)->expose(Exposure::brighter, {}));
        REQUIRE((*camera)->expose(Exposure::brighter, {}));
        CHECK(device.exposure() == Approx(2));
        for (int i = 0; i < 20; ++i)
            REQUIRE((*camera)->expose(Exposure::brighter, {}));
        CHECK(device.exposure() > 7);
        (*camera)->stop();
        REQUIRE((*camera)->start({}));
        CHECK(device.exposure() == 1);
    }
}

TEST_CASE("D10 a camera without a knob says so and goes on") {
    EmulatedCamera device(tests::mockBed(), {});
    const auto camera = openAt(device);
    REQUIRE(camera);
    CHECK_FALSE((*camera)->capabilities().exposureControl);
    REQUIRE((*camera)->start({}));
    const auto refused = (*camera)->expose(drivers::Exposure::darker, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == "camera.no-exposure");
    CHECK((*camera)->grab({}));
}

TEST_CASE("a node that does not exist is a camera gone") {
    tests::mockBed();
    const auto camera = drivers::openV4l2({.path = "/dev/video63"});
    REQUIRE_FALSE(camera);
    CHECK(camera.error().code() == "camera.gone");
}

TEST_CASE("destroying a camera turns it off") {
    EmulatedCamera device(tests::mockBed(), {});
    {
        const auto camera = openAt(device);
        REQUIRE(camera);
        REQUIRE((*camera)->start({}));
        CHECK(device.bufferCount() > 0);
    }
    CHECK_FALSE(device.streaming());
    CHECK(device.bufferCount() == 0);
}
