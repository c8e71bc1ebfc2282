// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/camera/picture_file.h"
#include "drivers/camera/simulated/picture_camera.h"
#include "firmware/base/files.h"
#include "tests/support/code_pictures.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

void put(const std::filesystem::path& file, int level) {
    REQUIRE(writeFile(file, *drivers::pngFromFrame(tests::plainFrame(8, 6, level))));
}

int levelSeen(drivers::Camera& camera) {
    const auto frame = camera.grab({});
    return frame ? frame->luma.front() : -1;
}

std::unique_ptr<drivers::Camera> started(const std::filesystem::path& path) {
    auto camera = drivers::openPictureFile(path, {.framePeriod = 0ms});
    REQUIRE(camera);
    REQUIRE((*camera)->start({}));
    return *std::move(camera);
}

} // namespace

TEST_CASE("D10 replacing the picture file changes what the camera sees") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "scene.png";
    put(file, 10);
    const auto camera = started(file);
    CHECK(levelSeen(*camera) == 10);
    put(file, 200);
    CHECK(levelSeen(*camera) == 200);
}

TEST_CASE("a folder of pictures is shown in turn, by name") {
    const tests::TemporaryFolder folder;
    put(folder.path() / "2.png", 20);
    put(folder.path() / "1.png", 10);
    const auto camera = started(folder.path());
    CHECK(levelSeen(*camera) == 10);
    CHECK(levelSeen(*camera) == 20);
    CHECK(levelSeen(*camera) == 10);
}

TEST_CASE("a picture that does not exist is told when the camera is opened") {
    const tests::TemporaryFolder folder;
    const auto camera = drivers::openPictureFile(folder.path() / "missing.png");
    REQUIRE_FALSE(camera);
    CHECK(camera.error().code() == "camera.gone");
}

TEST_CASE("a picture camera asked to stop returns without waiting for its frame") {
    const tests::TemporaryFolder folder;
    put(folder.path() / "1.png", 10);
    auto camera = drivers::openPictureFile(folder.path(), {.framePeriod = 1h});
    REQUIRE(camera);
    REQUIRE((*camera)->start({}));
    std::stop_source stop;
    stop.request_stop();
    const auto frame = (*camera)->grab(stop.get_token());
    REQUIRE_FALSE(frame);
    CHECK(frame.error().kind() == ErrorKind::cancelled);
}
