// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "screens/kit/press_filter.h"

namespace kiosk::kit {
namespace {

using namespace std::chrono_literals;
using Kind = PointerEvent::Kind;

constexpr PointMm kOnFirst{5, 5};
constexpr PointMm kOnSecond{25, 5};
constexpr PointMm kBeside{50, 50};

Node target(std::string id, RectMm bounds, visit::Touch touch) {
    Node node{.id = std::move(id), .role = Role::button};
    node.bounds = bounds;
    node.touch = touch;
    return node;
}

Node twoTargets() {
    Node root{.role = Role::screen};
    root.bounds = {0, 0, 100, 100};
    root.add(target("first", {0, 0, 20, 20}, visit::touch::Begin{}));
    root.add(target("second", {20, 0, 20, 20}, visit::touch::Back{}));
    return root;
}

PointerEvent at(Kind kind, PointMm point, std::chrono::milliseconds time, std::int64_t finger = 1) {
    return {kind, finger, point, SteadyTime(time)};
}

/// A filter that is given events of a scripted hand.
struct Hand {
    PressFilter filter;
    Node tree = twoTargets();

    std::optional<visit::Touch> press(PointMm from, PointMm to, std::chrono::milliseconds start,
                                      std::chrono::milliseconds length = 100ms) {
        filter.feed(at(Kind::down, from, start), tree);
        return filter.feed(at(Kind::up, to, start + length), tree);
    }
};

} // namespace

TEST_CASE("A22 a press that starts and ends in one target counts") {
    Hand hand;
    const auto touch = hand.press(kOnFirst, kOnFirst, 1000ms);
    REQUIRE(touch);
    CHECK(std::holds_alternative<visit::touch::Begin>(*touch));
}

TEST_CASE("A22 a press nobody could time, because the program was busy, counts") {
    Hand hand;
    PointerEvent down = at(Kind::down, kOnFirst, 1000ms);
    down.earliest = SteadyTime(900ms);
    hand.filter.feed(down, hand.tree);
    CHECK(hand.filter.feed(at(Kind::up, kOnFirst, 1000ms), hand.tree));
    down = at(Kind::down, kOnFirst, 3000ms);
    down.earliest = SteadyTime(2970ms); // it cannot have been longer than 30 ms
    hand.filter.feed(down, hand.tree);
    CHECK_FALSE(hand.filter.feed(at(Kind::up, kOnFirst, 3000ms), hand.tree));
}

TEST_CASE("A22 a press that ends elsewhere is ignored") {
    Hand hand;
    CHECK_FALSE(hand.press(kOnFirst, kOnSecond, 1000ms));
    CHECK_FALSE(hand.press(kOnFirst, kBeside, 3000ms));
    CHECK_FALSE(hand.press(kBeside, kOnFirst, 5000ms));
}

TEST_CASE("A22 a drag that leaves its target and returns is ignored") {
    Hand hand;
    hand.filter.feed(at(Kind::down, kOnFirst, 1000ms), hand.tree);
    hand.filter.feed(at(Kind::move, kOnSecond, 1050ms), hand.tree);
    hand.filter.feed(at(Kind::move, kOnFirst, 1100ms), hand.tree);
    CHECK_FALSE(hand.filter.feed(at(Kind::up, kOnFirst, 1200ms), hand.tree));
}

TEST_CASE("A22 a press shorter than 40 ms is ignored, one of 40 ms counts") {
    Hand hand;
    CHECK_FALSE(hand.press(kOnFirst, kOnFirst, 1000ms, 39ms));
    CHECK(hand.press(kOnFirst, kOnFirst, 2000ms, 40ms));
}

TEST_CASE("A22 a second press within 500 ms is ignored, a later one counts") {
    Hand hand;
    REQUIRE(hand.press(kOnFirst, kOnFirst, 1000ms, 100ms));
    CHECK_FALSE(hand.press(kOnFirst, kOnFirst, 1599ms, 100ms));
    CHECK(hand.press(kOnFirst, kOnFirst, 1600ms, 100ms));
}

TEST_CASE("A22 a second finger is ignored while the first one presses") {
    Hand hand;
    hand.filter.feed(at(Kind::down, kOnFirst, 1000ms, 1), hand.tree);
    hand.filter.feed(at(Kind::down, kOnSecond, 1010ms, 2), hand.tree);
    CHECK_FALSE(hand.filter.feed(at(Kind::up, kOnSecond, 1100ms, 2), hand.tree));
    const auto touch = hand.filter.feed(at(Kind::up, kOnFirst, 1200ms, 1), hand.tree);
    REQUIRE(touch);
    CHECK(std::holds_alternative<visit::touch::Begin>(*touch));
}

TEST_CASE("A22 a target that another screen replaced under the finger is not pressed") {
    Hand hand;
    hand.filter.feed(at(Kind::down, kOnFirst, 1000ms), hand.tree);
    CHECK(hand.filter.heldTarget() == "first");
    hand.tree.children[0].id = "other";
    CHECK_FALSE(hand.filter.feed(at(Kind::up, kOnFirst, 1200ms), hand.tree));
}

} // namespace kiosk::kit
