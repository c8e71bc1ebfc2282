// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/code_reader.h"
#include "tests/conformance/camera/camera_rig.h"
#include "tests/support/camera_pictures.h"
#include "tests/support/code_pictures.h"

using namespace kiosk;
using drivers::Frame;
using tests::CameraRig;
using tests::kRigHeight;
using tests::kRigWidth;

namespace {

/// Runs one behaviour on every module.
template <typename Behaviour>
void onEachCamera(const Behaviour& behaviour) {
    for (const auto& maker : tests::cameraRigs()) {
        DYNAMIC_SECTION(maker.name) {
            const auto rig = maker.make();
            behaviour(*rig);
        }
    }
}

Frame picture() {
    return tests::gradientFrame(kRigWidth, kRigHeight);
}

template <typename T>
std::string codeOf(const Result<T>& result) {
    return result ? "" : result.error().code();
}

} // namespace

TEST_CASE("D10 a frame shows what stands before the camera") {
    onEachCamera([](CameraRig& rig) {
        rig.show(picture());
        REQUIRE(rig.camera().start({}));
        const auto frame = rig.camera().grab({});
        REQUIRE(frame);
        CHECK(tests::meanDifference(*frame, picture()) <= rig.tolerance());
    });
}

TEST_CASE("D1 a camera keeps what its capabilities promise") {
    onEachCamera([](CameraRig& rig) {
        rig.show(picture());
        REQUIRE(rig.camera().start({}));
        const auto frame = rig.camera().grab({});
        REQUIRE(frame);
        const drivers::CameraCapabilities can = rig.camera().capabilities();
        CHECK((can.width == 0 || can.width == frame->width));
        CHECK((can.height == 0 || can.height == frame->height));
    });
}

TEST_CASE("D10 a frame is the newest, not one that waited") {
    onEachCamera([](CameraRig& rig) {
        rig.show(tests::plainFrame(kRigWidth, kRigHeight, 10));
        REQUIRE(rig.camera().start({}));
        REQUIRE(rig.camera().grab({}));
        rig.show(tests::plainFrame(kRigWidth, kRigHeight, 200));
        const auto frame = rig.camera().grab({});
        REQUIRE(frame);
        CHECK(frame->luma.front() >= 197);
    });
}

TEST_CASE("D10 the camera is off outside a visit") {
    onEachCamera([](CameraRig& rig) {
        rig.show(picture());
        CHECK_FALSE(rig.capturing());
        CHECK(codeOf(rig.camera().grab({})) == "camera.off");
        REQUIRE(rig.camera().start({}));
        CHECK(rig.capturing());
        rig.camera().stop();
        CHECK_FALSE(rig.capturing());
        CHECK(codeOf(rig.camera().grab({})) == "camera.off");
    });
}

TEST_CASE("starting and stopping twice is harmless") {
    onEachCamera([](CameraRig& rig) {
        rig.show(picture());
        rig.camera().stop();
        for (int visit = 0; visit < 3; ++visit) {
            REQUIRE(rig.camera().start({}));
            REQUIRE(rig.camera().start({}));
            CHECK(rig.camera().grab({}));
            rig.camera().stop();
            rig.camera().stop();
        }
    });
}

TEST_CASE("a camera that sends nothing is silent and heals by itself") {
    onEachCamera([](CameraRig& rig) {
        rig.show(picture());
        rig.makeSilent();
        REQUIRE(rig.camera().start({}));
        const auto frame = rig.camera().grab({});
        REQUIRE(codeOf(frame) == "camera.silent");
        CHECK(frame.error().remedy() == Remedy::technician);
        rig.heal();
        CHECK(rig.camera().grab({}));
    });
}

TEST_CASE("a frame cut short is dropped and the next one taken") {
    onEachCamera([](CameraRig& rig) {
        rig.show(picture());
        rig.damageFrames();
        REQUIRE(rig.camera().start({}));
        const auto frame = rig.camera().grab({});
        REQUIRE(codeOf(frame) == "camera.damaged-frame");
        CHECK(frame.error().remedy() == Remedy::wait);
        rig.heal();
        CHECK(rig.camera().grab({}));
    });
}

TEST_CASE("a camera pulled while it streams is gone until it is back and reset") {
    onEachCamera([](CameraRig& rig) {
        rig.show(picture());
        REQUIRE(rig.camera().start({}));
        CHECK(rig.camera().check({}));
        rig.unplug();
        CHECK(codeOf(rig.camera().check({})) == "camera.gone");
        const auto frame = rig.camera().grab({});
        REQUIRE(codeOf(frame) == "camera.gone");
        CHECK(frame.error().remedy() == Remedy::technician);
        CHECK(codeOf(rig.camera().reset({})) == "camera.gone");
        CHECK(codeOf(rig.camera().start({})) == "camera.gone");

        rig.plugIn();
        rig.show(picture());
        REQUIRE(rig.camera().reset({}));
        CHECK_FALSE(rig.capturing());
        REQUIRE(rig.camera().start({}));
        CHECK(rig.camera().grab({}));
    });
}

TEST_CASE("D3 a camera pulled while it is off is found to be gone") {
    onEachCamera([](CameraRig& rig) {
        CHECK(rig.camera().check({}));
        rig.unplug();
        CHECK(codeOf(rig.camera().check({})) == "camera.gone");
    });
}

TEST_CASE("a camera asked to stop waits no longer") {
    onEachCamera([](CameraRig& rig) {
        rig.show(picture());
        rig.makeSilent();
        REQUIRE(rig.camera().start({}));
        std::stop_source stop;
        stop.request_stop();
        CHECK(codeOf(rig.camera().grab(stop.get_token())) == "camera.cancelled");
    });
}

TEST_CASE("every camera says which module drives it and where") {
    onEachCamera([](CameraRig& rig) {
        const auto identity = rig.camera().identity();
        CHECK_FALSE(identity.module.empty());
        CHECK_FALSE(identity.model.empty());
        CHECK_FALSE(identity.port.empty());
    });
}

TEST_CASE("D10 a code held before any camera is read") {
    constexpr std::string_view kText = "LK1:990000:A7K2-9QXM-0042:7F";
    onEachCamera([&](CameraRig& rig) {
        rig.show(tests::drawCode(
            kText, {.width = kRigWidth, .height = kRigHeight, .modulePixels = 5, .degrees = 12}));
        REQUIRE(rig.camera().start({}));
        const auto frame = rig.camera().grab({});
        REQUIRE(frame);
        const auto code = drivers::readCode(*frame);
        REQUIRE(code);
        CHECK(code->text == kText);
    });
}
