// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "screens/kit/focus.h"

namespace kiosk::kit {
namespace {

using namespace std::chrono_literals;
using Ids = std::vector<std::string>;

Node target(std::string id, RectMm bounds, visit::Touch touch = visit::touch::Print{}) {
    Node node{.id = std::move(id), .role = Role::button};
    node.name = node.id;
    node.bounds = bounds;
    node.touch = touch;
    return node;
}

Node words(std::string name) {
    return {.role = Role::text, .name = std::move(name)};
}

Node box(std::string id, std::vector<Node> children) {
    return {.id = std::move(id), .children = std::move(children)};
}

/// A strip with one button; a text, two by two tiles and a resting button; a strip with two.
Node sampleScreen() {
    Node resting = target("resting", {0, 90, 90, 20});
    resting.touch.reset();
    Node root{.id = "sample", .role = Role::screen};
    root.add(box("top", {target("settings", {70, 0, 20, 15})}));
    root.add(box("content",
                 {words("which?"), target("a", {0, 30, 40, 20}), target("b", {50, 30, 40, 20}),
                  target("c", {0, 60, 40, 20}), target("d", {50, 60, 40, 20})}));
    root.add(box("actions", {resting}));
    root.add(box("bottom", {target("back", {0, 120, 40, 15}, visit::touch::Back{}),
                            target("staff", {50, 120, 40, 15}, visit::touch::CallStaff{})}));
    return root;
}

Node withDialog(Node root) {
    walk(root, [](const Node& node, int) { const_cast<Node&>(node).touch.reset(); });
    Node dialog{.id = "question", .role = Role::dialog};
    dialog.add(words("still there?"));
    dialog.add(target("yes", {10, 40, 40, 20}));
    root.add(std::move(dialog));
    return root;
}

/// Presses keys a second apart.
struct Fingers {
    Focus focus;
    Node tree = sampleScreen();
    SteadyTime now{1000s};

    std::optional<visit::Touch> press(Key key, std::chrono::milliseconds after = 1000ms) {
        now += after;
        return focus.feed({key, now}, tree);
    }
    Ids walked(Key key, int presses) {
        Ids ids;
        for (int i = 0; i < presses; ++i) {
            press(key);
            ids.push_back(focus.at().value_or("-"));
        }
        return ids;
    }
    void show(Node next) {
        tree = std::move(next);
        focus.follow(tree);
    }
};

} // namespace

TEST_CASE(
    "A28 the first key shows the focus where the screen's matter begins, and presses nothing") {
    for (const Key key : {Key::down, Key::right, Key::up, Key::ok, Key::next, Key::choose}) {
        Fingers fingers;
        CHECK_FALSE(fingers.focus.at());
        CHECK_FALSE(fingers.press(key));
        CHECK(fingers.focus.at() == "a");
    }
}

TEST_CASE("A28 right and left go along the reading order and end at its ends") {
    Fingers fingers;
    CHECK(fingers.walked(Key::right, 7) == Ids{"a", "b", "c", "d", "back", "staff", "staff"});
    CHECK(fingers.walked(Key::left, 7) == Ids{"back", "d", "c", "b", "a", "settings", "settings"});
}

TEST_CASE("A26 up and down go from row to row") {
    Fingers fingers;
    CHECK(fingers.walked(Key::down, 4) == Ids{"a", "c", "back", "back"});
    fingers.press(Key::right);
    CHECK(fingers.walked(Key::up, 4) == Ids{"d", "b", "settings", "settings"});
}

TEST_CASE("A27 one switch comes round to every target") {
    Fingers fingers;
    CHECK(fingers.walked(Key::next, 8) ==
          Ids{"a", "b", "c", "d", "back", "staff", "settings", "a"});
}

TEST_CASE("A30 whoever hears the screen halts at every node, and by rows at every target") {
    Fingers fingers;
    fingers.focus.setStops(FocusStops::everything);
    CHECK(fingers.walked(Key::right, 6) == Ids{"content/0", "a", "b", "c", "d", "resting"});
    CHECK(fingers.focus.node(fingers.tree)->name == "resting");
    CHECK(fingers.walked(Key::down, 2) == Ids{"back", "staff"});
    CHECK(fingers.walked(Key::up, 2) == Ids{"back", "d"});
}

TEST_CASE("A26 ok presses what is in focus, back and help what they are named after") {
    Fingers fingers;
    fingers.press(Key::right);
    CHECK(std::holds_alternative<visit::touch::Print>(fingers.press(Key::ok).value()));
    CHECK(std::holds_alternative<visit::touch::Back>(fingers.press(Key::back).value()));
    CHECK(std::holds_alternative<visit::touch::CallStaff>(fingers.press(Key::help).value()));
    CHECK(fingers.focus.at() == "a");
}

TEST_CASE("A22 the same key struck twice within half a second counts once") {
    for (const Key key : {Key::ok, Key::choose, Key::back, Key::help}) {
        Fingers fingers;
        fingers.press(Key::right);
        REQUIRE(fingers.press(key));
        CHECK_FALSE(fingers.press(key, 499ms));
        CHECK(fingers.press(key, 1ms));
    }
}

TEST_CASE("A28 the focus stays at its node while the screen changes around it") {
    Fingers fingers;
    fingers.walked(Key::right, 3);
    REQUIRE(fingers.focus.at() == "c");
    Node changed = sampleScreen();
    auto& content = changed.children[1].children;
    content.insert(content.begin(), target("new", {0, 25, 40, 3}));
    fingers.show(changed);
    CHECK(fingers.focus.at() == "c");
}

TEST_CASE("A28 when its node vanishes the focus is at what stands there now") {
    Fingers fingers;
    fingers.walked(Key::right, 3);
    Node changed = sampleScreen();
    changed.children[1].children.erase(changed.children[1].children.begin() + 3);
    fingers.show(changed);
    CHECK(fingers.focus.at() == "d");
}

TEST_CASE("A28 a new screen is read from where its matter begins") {
    Fingers fingers;
    fingers.walked(Key::right, 5);
    Node other = sampleScreen();
    other.id = "other";
    fingers.show(other);
    CHECK(fingers.focus.at() == "a");
}

TEST_CASE("A28 without anything to press the focus waits for the next target") {
    Fingers fingers;
    fingers.press(Key::right);
    Node empty{.id = "empty", .role = Role::screen};
    fingers.show(empty);
    CHECK(fingers.focus.node(fingers.tree) == nullptr);
    CHECK_FALSE(fingers.press(Key::ok));
    fingers.show(sampleScreen());
    CHECK(fingers.focus.at() == "a");
}

TEST_CASE("A28 a dialog has the focus to itself, and gives it back") {
    Fingers fingers;
    fingers.walked(Key::right, 4);
    REQUIRE(fingers.focus.at() == "d");
    fingers.show(withDialog(sampleScreen()));
    CHECK(fingers.focus.at() == "yes");
    CHECK(fingers.walked(Key::next, 2) == Ids{"yes", "yes"});
    CHECK_FALSE(fingers.press(Key::back));
    CHECK(std::holds_alternative<visit::touch::CallStaff>(fingers.press(Key::help).value()));
    fingers.show(sampleScreen());
    CHECK(fingers.focus.at() == "d");
}

TEST_CASE("A28 a finger on the glass puts the focus away, a key brings it back") {
    Fingers fingers;
    fingers.walked(Key::right, 3);
    fingers.focus.leave();
    CHECK_FALSE(fingers.focus.at());
    CHECK_FALSE(fingers.press(Key::ok));
    CHECK(fingers.focus.at() == "a");
}

} // namespace kiosk::kit
