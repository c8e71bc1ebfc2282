// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/code_reader.h"
#include "tests/conformance/camera/camera_rigs.h"
#include "tests/conformance/kit/run.h"
#include "tests/support/code_pictures.h"

using namespace kiosk;
using namespace kiosk::tests;

TEST_CASE("D1 a camera passes every case of the conformance kit") {
    for (const RigMaker& maker : cameraRigs()) {
        const auto rig = [&maker]() -> Result<std::unique_ptr<CameraRig>> { return maker.make(); };
        for (const ReadyCase& one : readyCases<CameraRig>(cameraCases(), rig)) {
            DYNAMIC_SECTION(maker.name << ": " << one.what) {
                const CaseReport report = runHere(one);
                INFO(report.id << ": " << report.why);
                CHECK(report.outcome == Outcome::ok);
            }
        }
    }
}

TEST_CASE("D10 a code held before any camera is read") {
    constexpr std::string_view kText = "LK1:990000:A7K2-9QXM-0042:7F";
    for (const RigMaker& maker : cameraRigs()) {
        DYNAMIC_SECTION(maker.name) {
            const auto rig = maker.make();
            rig->show(drawCode(
                kText,
                {.width = kRigWidth, .height = kRigHeight, .modulePixels = 5, .degrees = 12}));
            REQUIRE(rig->camera().start({}));
            const auto frame = rig->camera().grab({});
            REQUIRE(frame);
            const auto code = drivers::readCode(*frame);
            REQUIRE(code);
            CHECK(code->text == kText);
        }
    }
}
