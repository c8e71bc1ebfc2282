// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <filesystem>

#include <catch2/catch.hpp>
#include <linux/input-event-codes.h>

#include "screens/kit/window/kms/evdev_keys.h"
#include "screens/kit/window/kms/output_choice.h"
#include "screens/kit/window/kms/placement.h"
#include "screens/kit/window/kms/pointers.h"
#include "screens/kit/window/window.h"

namespace kiosk::kit {
namespace {

using namespace std::chrono_literals;

/// A pixel a millimetre, so that both can be compared.
Board upright(Turn turn = Turn::none) {
    return {.widthPx = 1080, .heightPx = 1920, .pixelsPerInch = 25.4, .turn = turn};
}

OutputMode mode(int width, int height, int refreshHz = 60) {
    return {.width = width, .height = height, .refreshHz = refreshHz};
}

OutputMode preferred(int width, int height) {
    return {.width = width, .height = height, .refreshHz = 60, .isPreferred = true};
}

Output plugged(std::string name, std::vector<OutputMode> modes, std::uint32_t controllers = 1) {
    return {.name = std::move(name),
            .isConnected = true,
            .modes = std::move(modes),
            .controllers = controllers};
}

bool isNear(PointMm a, PointMm b) {
    return a.x == Approx(b.x).margin(1e-6) && a.y == Approx(b.y).margin(1e-6);
}

constexpr SteadyTime kThen{1234ms};

} // namespace

TEST_CASE("Of a screen's modes the board's own size is taken, then the panel's, then the first") {
    const auto taken = [](std::vector<OutputMode> modes, Turn turn = Turn::none) {
        return chooseOutput(std::vector{plugged("DP-1", std::move(modes))}, upright(turn))->mode;
    };
    CHECK(taken({preferred(1920, 1080), mode(1080, 1920)}) == 1);
    CHECK(taken({mode(1080, 1920), preferred(1920, 1080)}, Turn::quarter) == 1);
    CHECK(taken({mode(1080, 1920), preferred(1920, 1080)}, Turn::half) == 0);
    CHECK(taken({mode(800, 600), preferred(1280, 1024), mode(1024, 768)}) == 1);
    CHECK(taken({mode(800, 600), mode(640, 480)}) == 0);
    CHECK(taken({mode(1080, 1920, 30), mode(1080, 1920, 60), mode(1080, 1920, 50)}) == 1);
    OutputMode halves = mode(1080, 1920, 100);
    halves.isInterlaced = true;
    CHECK(taken({halves, mode(1080, 1920, 60)}) == 1);
}

TEST_CASE("Of the outputs with a screen the one of the board's size is taken, then the panel") {
    Output panel = plugged("eDP-1", {preferred(1366, 768)}, 0b10);
    panel.isBuiltIn = true;
    const Output television = plugged("HDMI-A-1", {preferred(1920, 1080)}, 0b01);
    const Output cabinet = plugged("DP-1", {preferred(1920, 1080), mode(1080, 1920)}, 0b100);
    Output empty = cabinet;
    empty.isConnected = false;
    Output undriven = cabinet;
    undriven.controllers = 0;

    CHECK(chooseOutput(std::vector{television, panel}, upright()) == OutputChoice{1, 0, 1});
    CHECK(chooseOutput(std::vector{television, panel, cabinet}, upright()) ==
          OutputChoice{2, 1, 2});
    CHECK(chooseOutput(std::vector{empty, undriven, television}, upright()) ==
          OutputChoice{2, 0, 0});
    CHECK_FALSE(chooseOutput(std::vector{empty, undriven}, upright()));
    CHECK_FALSE(chooseOutput({}, upright()));
    CHECK(describeOutputs(std::vector{empty, undriven, television}) ==
          "DP-1 empty, DP-1 without a mode, HDMI-A-1 in use");
}

TEST_CASE("A glass of the board's size shows what changed pixel for pixel, and no more") {
    const Placement placement(upright(), 1080, 1920);
    CHECK(placement.isExact());
    CHECK(placement.onGlass({10, 20, 30, 40}) == RectPx{10, 20, 30, 40});
    CHECK(placement.onGlass({1000, 1900, 500, 500}) == RectPx{1000, 1900, 80, 20});
    CHECK(placement.onGlass({10, 20, 0, 40}) == RectPx{});
    CHECK(placement.onGlass({2000, 20, 30, 40}) == RectPx{});
    CHECK(isNear(placement.onBoard(540, 480), {540, 480}));
}

TEST_CASE("A panel built in on its side shows the picture turned, and is touched turned") {
    const Placement quarter(upright(Turn::quarter), 1920, 1080);
    CHECK(quarter.isExact());
    // The picture's upper left corner is the panel's upper right one.
    CHECK(quarter.onGlass({0, 0, 30, 40}) == RectPx{1880, 0, 40, 30});
    CHECK(isNear(quarter.onBoard(1920, 0), {0, 0}));
    CHECK(isNear(quarter.onBoard(0, 1080), {1080, 1920}));

    const Placement half(upright(Turn::half), 1080, 1920);
    CHECK(half.onGlass({0, 0, 30, 40}) == RectPx{1050, 1880, 30, 40});
    CHECK(isNear(half.onBoard(1080, 1920), {0, 0}));

    const Placement threeQuarters(upright(Turn::threeQuarters), 1920, 1080);
    CHECK(threeQuarters.onGlass({0, 0, 30, 40}) == RectPx{0, 1050, 40, 30});
    CHECK(isNear(threeQuarters.onBoard(0, 1080), {0, 0}));
}

TEST_CASE("A glass of another size shows the whole picture in its proportions, in the middle") {
    const Placement wide(upright(), 1920, 1080); // 607 pixels of the width are used
    CHECK_FALSE(wide.isExact());
    CHECK(isNear(wide.onBoard(656, 0), {0, 0}));
    CHECK(wide.onBoard(655, 540).x < 0); // beside the picture
    CHECK(wide.onBoard(1264, 540).x > 1080);
    const RectPx blended = wide.onGlass({0, 0, 1080, 1920});
    CHECK(blended.x <= 656);
    CHECK(blended.x + blended.width >= 656 + 608);
    CHECK(blended.height == 1080);
    const RectPx part = wide.onGlass({540, 960, 16, 16}); // each pixel blends its neighbours
    CHECK(part.x <= 958);
    CHECK(part.width >= 10);
}

TEST_CASE("A finger touches, is dragged and lifted where it lies in millimetres") {
    Pointers pointers(Placement(upright(Turn::quarter), 1920, 1080), 1920, 1080);
    const PointerEvent down = pointers.touched(3, 1920, 0, kThen);
    CHECK(down.kind == PointerEvent::Kind::down);
    CHECK(down.finger == 3);
    CHECK(down.time == kThen);
    CHECK_FALSE(down.earliest); // the kernel saw it as it happened
    CHECK(isNear(down.at, {0, 0}));
    const auto drag = pointers.dragged(3, 960, 540, kThen);
    REQUIRE(drag);
    CHECK(isNear(drag->at, {540, 960}));
    const auto up = pointers.lifted(3, kThen);
    REQUIRE(up);
    CHECK(up->kind == PointerEvent::Kind::up);
    CHECK(isNear(up->at, {540, 960}));
    CHECK_FALSE(pointers.lifted(3, kThen));
    CHECK_FALSE(pointers.dragged(3, 0, 0, kThen));
}

TEST_CASE("A22 a touch that the panel takes back presses nothing") {
    Pointers pointers(Placement(upright(), 1080, 1920), 1080, 1920);
    pointers.touched(0, 540, 960, kThen);
    const auto end = pointers.takenBack(0, kThen);
    REQUIRE(end);
    CHECK(end->kind == PointerEvent::Kind::up);
    CHECK(end->at.x < 0);
    CHECK_FALSE(pointers.takenBack(0, kThen));
}

TEST_CASE("A mouse moves within the glass and is seen only while its button is down") {
    Pointers pointers(Placement(upright(), 1080, 1920), 1080, 1920);
    CHECK_FALSE(pointers.movedTo(100, 200, kThen));
    CHECK(isNear(pointers.button(true, kThen).at, {100, 200}));
    const auto moved = pointers.movedBy(-5000, 20, kThen);
    REQUIRE(moved);
    CHECK(isNear(moved->at, {0, 220}));
    CHECK(moved->finger < 0); // never one of the fingers
    const PointerEvent up = pointers.button(false, kThen);
    CHECK(up.kind == PointerEvent::Kind::up);
    CHECK(isNear(up.at, {0, 220}));
    CHECK_FALSE(pointers.movedBy(1, 1, kThen));
}

TEST_CASE("U3 a keypad on a bare screen means what it means on a desk, and other keys nothing") {
    CHECK(keyOfCode(KEY_DOWN) == Key::down);
    CHECK(keyOfCode(KEY_KP8) == Key::up);
    CHECK(keyOfCode(KEY_KPENTER) == Key::ok);
    CHECK(keyOfCode(KEY_ESC) == Key::back);
    CHECK(keyOfCode(KEY_EQUAL) == Key::volumeUp);
    CHECK(keyOfCode(KEY_PAGEDOWN) == Key::slower);
    CHECK(keyOfCode(KEY_SPACE) == Key::next);
    CHECK(keyOfCode(KEY_TAB) == Key::choose);
    CHECK_FALSE(keyOfCode(KEY_Q));
    CHECK_FALSE(keyOfCode(KEY_POWER));
    CHECK_FALSE(keyOfCode(BTN_LEFT));
}

TEST_CASE("D12 a bare screen without a card says so to the technician") {
    if (std::filesystem::exists("/dev/dri"))
        return; // a machine with a card: tests/image shows what is drawn on one
    setenv("SDL_VIDEODRIVER", "dummy", 1); // with which the other way would open
    setenv("KIOSK_SCREEN", "kms", 1);
    const auto window =
        Window::open(upright(), {.title = "kiosk", .mode = Window::Mode::fullscreen});
    unsetenv("KIOSK_SCREEN");
    REQUIRE_FALSE(window);
    CHECK(window.error().code() == "screen.unavailable");
    CHECK(window.error().remedy() == Remedy::technician);
    CHECK(window.error().line().find("/dev/dri") != std::string::npos);
}

} // namespace kiosk::kit
