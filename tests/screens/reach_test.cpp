// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "screens/kit/reach.h"

namespace kiosk::kit {
namespace {

using Kind = PointerEvent::Kind;

/// A glass 478 mm high.
Board mounted(Mounting mounting) {
    Board board;
    board.mounting = mounting;
    return board;
}

Node oneTarget(double y) {
    Node root{.role = Role::screen};
    Node button{.id = "button", .role = Role::button};
    button.bounds = {10, y, 20, 20};
    button.touch = visit::touch::Begin{};
    root.add(button);
    return root;
}

bool press(LowPresses& presses, double share) {
    const Board board;
    return presses.feed({Kind::up, 1, {10, board.area().height * share}, {}}, board);
}

} // namespace

TEST_CASE("U4 what is to be pressed lies 380 to 1220 mm above the floor, or to 1120 over an "
          "obstruction") {
    const double height = Board{}.area().height;
    const auto free = reachBand(mounted({.bottomAboveFloorMm = 900}));
    REQUIRE(free);
    CHECK(free->top == Approx(900 + height - 1220));
    CHECK(free->bottom == Approx(height));
    const auto deep = reachBand(mounted({.bottomAboveFloorMm = 900, .obstructionDepthMm = 510}));
    REQUIRE(deep);
    CHECK(deep->top == Approx(900 + height - 1120));
    const auto low = reachBand(mounted({.bottomAboveFloorMm = 300}));
    REQUIRE(low);
    CHECK(low->top == 0);
    CHECK(low->bottom == Approx(300 + height - 380));
}

TEST_CASE(
    "U4 nothing is called reachable without the board's data, nor over a deeper obstruction") {
    CHECK_FALSE(reachBand(Board{}));
    CHECK_FALSE(reachBand(mounted({.bottomAboveFloorMm = 900, .obstructionDepthMm = 636})));
    CHECK(reachability(oneTarget(400), Board{}) == Reachability::unknown);
    const Board board = mounted({.bottomAboveFloorMm = 900});
    const double line = reachBand(board)->top;
    CHECK(reachability(oneTarget(line), board) == Reachability::reachable);
    CHECK(reachability(oneTarget(line - 0.1), board) == Reachability::beyond);
}

TEST_CASE("U4 three presses in the lowest third are noticed once, and not where one was higher") {
    LowPresses presses;
    CHECK_FALSE(press(presses, 0.7));
    CHECK_FALSE(press(presses, 0.9));
    CHECK(press(presses, 0.8));
    CHECK_FALSE(press(presses, 0.8));
    presses.reset();
    CHECK_FALSE(press(presses, 0.7));
    CHECK_FALSE(press(presses, 0.6));
    CHECK_FALSE(press(presses, 0.8));
    CHECK_FALSE(press(presses, 0.8));
}

} // namespace kiosk::kit
