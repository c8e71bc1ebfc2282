// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/camera/picture_file.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/app/kioskctl/open_camera.h"
#include "tests/support/caught_output.h"
#include "tests/support/code_pictures.h"

using namespace kiosk;
using namespace kiosk::app;
using tests::CaughtOutput;

namespace {

constexpr std::string_view kText = "LK1:990000:A7K2-9QXM-0042:7F";

CaughtOutput run(std::string_view command, const std::vector<std::string>& words) {
    const std::vector<std::string_view> views(words.begin(), words.end());
    for (const Command& candidate : cameraCommands()) {
        if (candidate.words != command)
            continue;
        return tests::catchOutput([&] { return candidate.run(views); });
    }
    FAIL("no such command");
    return {};
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// A folder with a picture of a code in it.
struct Scene {
    tests::TemporaryFolder folder;
    std::string picture = folder.path() / "scene.png";
    std::string output = folder.path() / "grabbed.png";

    Scene() { put(tests::drawCode(kText)); }
    void put(const drivers::Frame& frame) const {
        REQUIRE(writeFile(picture, drivers::pngFromFrame(frame).value()));
    }
};

} // namespace

TEST_CASE("D10 kioskctl grabs what stands before a camera") {
    const Scene scene;
    const CaughtOutput grabbed =
        run("camera grab", {"--camera", "picture:" + scene.picture, "-o", scene.output});
    CHECK(grabbed.exitCode == kExitDone);
    CHECK(contains(grabbed.out, "640 x 480"));
    CHECK(run("code read", {scene.output}).out.starts_with(std::string(kText) + "\n"));
}

TEST_CASE("D10 kioskctl tells what a bad picture asks of the person") {
    const Scene scene;
    scene.put(tests::plainFrame(64, 48, 0));
    const CaughtOutput grabbed =
        run("camera grab", {"--json", "--camera", "picture:" + scene.picture, "-o", scene.output});
    CHECK(grabbed.exitCode == kExitDone);
    CHECK(contains(grabbed.out, R"("hint":"covered")"));
    CHECK(contains(grabbed.out, R"("width":64)"));
}

TEST_CASE("kioskctl says with a remedy why there is no code") {
    const Scene scene;
    scene.put(tests::plainFrame(64, 48, 200));
    const CaughtOutput empty = run("code read", {scene.picture});
    CHECK(empty.exitCode == kExitCannot);
    CHECK(contains(empty.err, "code.not-found"));

    const CaughtOutput missing = run("code read", {scene.output});
    CHECK(missing.exitCode == kExitCannot);
    CHECK_FALSE(missing.err.empty());
}

TEST_CASE("kioskctl says that a camera is not there") {
    const Scene scene;
    for (const std::string camera : {"v4l2:/dev/video63", "picture:/nowhere.png"}) {
        CAPTURE(camera);
        const CaughtOutput grabbed = run("camera grab", {"--camera", camera, "-o", scene.output});
        CHECK(grabbed.exitCode == kExitCannot);
        CHECK(contains(grabbed.err, "camera.gone"));
    }
}

TEST_CASE("kioskctl refuses camera words it does not know") {
    CHECK(run("camera grab", {}).exitCode == kExitUsage);
    CHECK(run("camera grab", {"-o", "x.png", "--flash"}).exitCode == kExitUsage);
    CHECK(run("camera grab", {"-o", "x.png", "--camera", "0"}).exitCode == kExitUsage);
    CHECK(run("code read", {}).exitCode == kExitUsage);
    CHECK(run("code read", {"a.png", "b.png"}).exitCode == kExitUsage);
    CHECK(openCamera("").error().code() == "usage.unknown-camera");
}
