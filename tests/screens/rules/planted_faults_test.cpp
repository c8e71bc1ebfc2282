// SPDX-License-Identifier: Apache-2.0
// Each rule sees the breach it is there for: a fault is planted into a screen that keeps them all.
#include <catch2/catch.hpp>

#include "tests/screens/rules/fair_rules.h"
#include "tests/screens/rules/focus_rules.h"
#include "tests/screens/rules/place_rules.h"
#include "tests/screens/rules/sight_rules.h"
#include "tests/screens/rules/speech_rules.h"
#include "tests/screens/rules/target_rules.h"
#include "tests/screens/rules/text_rules.h"
#include "tests/screens/screen_fixture.h"

namespace kiosk::test {
namespace {

using kit::Node;

Node screenOf(std::string_view name) {
    const auto views = exampleViews();
    const auto example = std::ranges::find(views, name, &ExampleView::name);
    REQUIRE(example != views.end());
    return build(*example, {}, context()).root;
}

Node& nodeOf(Node& root, std::string_view id) {
    return const_cast<Node&>(*kit::find(root, id)); // found in a tree of our own
}

Node& writtenIn(Node& node) {
    for (Node& child : node.children)
        if (child.look.text)
            return child;
    FAIL("no text in " << nameOf(node));
    return node;
}

Findings textProblems(const Node& root) {
    TextRules rules(*assets().typesetter, assets().board);
    return rules.broken(placed(root), visit::TextSize::normal);
}

Findings targetProblems(const Node& root, const TargetDemands& demands = {}) {
    return brokenTargetRules(placed(root), demands);
}

Findings placeProblems(const Node& root) {
    return brokenPlaceRules(placed(root), assets().board);
}

Findings speechProblems(const Node& root) {
    return brokenSpeechRules(placed(root));
}

Findings lureProblems(const Node& root) {
    return brokenLureRules(placed(root));
}

Findings wayProblems(const Node& root) {
    return brokenWayRules(placed(root), assets().catalogue.of({}));
}

constexpr double kGlass = 478.1; ///< mm, of the reference board

} // namespace

TEST_CASE("A20 the checker sees a target 12.6 mm high") {
    Node root = screenOf("start");
    nodeOf(root, "settings").bounds.height = 12.6;
    CHECK(targetProblems(root) == Findings{"A20 target too small: settings"});
}

TEST_CASE("A20 the checker sees a gap of 2.5 mm") {
    Node root = screenOf("look");
    nodeOf(root, "staff").bounds.x = nodeOf(root, "back").bounds.right() + 2.5;
    CHECK(targetProblems(root) == Findings{"A20 targets too close: back, staff"});
}

TEST_CASE("A20 the checker sees what could be pressed under a dialog") {
    Node root = screenOf("idle-question");
    nodeOf(root, "back").touch = visit::touch::Back{};
    CHECK(targetProblems(root) == Findings{"A20 can be pressed under a dialog: back"});
}

TEST_CASE("A21 the checker sees a main button too low for the elder version, and two too close") {
    Node root = screenOf("start");
    nodeOf(root, "check-copy").bounds.height = 24.9;
    CHECK(targetProblems(root).empty());
    CHECK(targetProblems(root, {.leastMainButton = 25}) ==
          Findings{"A21 main button too small: check-copy"});
    root = screenOf("start");
    nodeOf(root, "check-copy").bounds.y = nodeOf(root, "begin").bounds.bottom() + 3.9;
    CHECK(targetProblems(root) == Findings{"A21 main buttons too close: check-copy"});
}

TEST_CASE("A24 the checker sees targets above 1,220 mm and below 380 mm") {
    const Node root = screenOf("start");
    CHECK(targetProblems(root, {.within = Mounting{kGlass, 700}}).empty());
    CHECK(targetProblems(root, {.within = Mounting{kGlass, 775}}) ==
          Findings{"A24 target too high: language", "A24 target too high: settings"});
    CHECK(targetProblems(root, {.within = Mounting{kGlass, 370}}) ==
          Findings{"A24 target too low: reach", "A24 target too low: staff"});
}

TEST_CASE("A1 A2 the checker sees writing that is too small, or not of its size") {
    Node root = screenOf("start");
    nodeOf(root, "time").look.text->em = 3.4 / 0.714;
    CHECK(textProblems(root) ==
          Findings{"A2 text too small: time", "A1 text outside the band of its size: time"});
    root = screenOf("start");
    nodeOf(root, "time").look.text->em = 4.7 / 0.714;
    CHECK(textProblems(root) == Findings{"A1 text outside the band of its size: time"});
}

TEST_CASE("A9 the checker sees a clipped line") {
    Node root = screenOf("start");
    nodeOf(root, "time").bounds.width = 5;
    const auto problems = textProblems(root);
    REQUIRE(!problems.empty());
    CHECK(problems.front() == "A9 text is clipped: time");
}

TEST_CASE("A9 the checker sees ink outside its box") {
    Node root = screenOf("start");
    Node& time = nodeOf(root, "time");
    time.name = "g\u0302\u0302\u0302\u0302\u0302\u0302"; // accents pile up over the line
    CHECK(textProblems(root) == Findings{"A9 ink outside its box: time"});
}

TEST_CASE("A9 the checker sees an overlap, a thing outside its box and one outside the screen") {
    Node root = screenOf("look");
    nodeOf(root, "back").bounds.x += 30;
    CHECK(std::ranges::count(placeProblems(root), "A9 overlap: back, staff") == 1);
    root = screenOf("start");
    nodeOf(root, "time").bounds.y -= 5;
    CHECK(placeProblems(root) == Findings{"A9 outside its box: time"});
    root = screenOf("start");
    nodeOf(root, "time").bounds.x += 200;
    CHECK(placeProblems(root) == Findings{"A9 outside the screen: time"});
}

TEST_CASE("A9 the checker sees content under a strip") {
    Node root = screenOf("look");
    nodeOf(root, "bottom").bounds.y -= 25;
    const auto problems = placeProblems(root);
    CHECK(std::ranges::count(problems, "A9 under the bottom strip: actions") == 1);
}

TEST_CASE("A10 the checker sees a long list without a pager") {
    Node root = screenOf("choose-more");
    nodeOf(root, "more").id = "further";
    CHECK(placeProblems(root) == Findings{"A10 no pager: licences"});
}

TEST_CASE("A54 the checker sees a strip that moves, and a screen that cannot call anybody") {
    SamePlaces places;
    CHECK(places.compare(screenOf("identify")).empty());
    Node root = screenOf("look");
    CHECK(places.compare(root).empty());
    nodeOf(root, "staff").bounds.x += 1;
    CHECK(places.compare(root) == Findings{"A54 at another place: staff"});
    nodeOf(root, "staff").touch.reset();
    CHECK(brokenOfferRules(placed(root)) == Findings{"A54 nobody can be called: look"});
}

TEST_CASE("A56 the checker sees a pop-up nobody asked for, and one that does not go away") {
    Node root = screenOf("idle-question");
    CHECK(lureProblems(root).empty());
    nodeOf(root, "idle").id = "try-our-app";
    CHECK(lureProblems(root) == Findings{"A56 nobody asked for it: try-our-app"});
    root = screenOf("offer-elder");
    nodeOf(root, "close").touch = visit::touch::Begin{};
    CHECK(lureProblems(root) == Findings{"A56 does not go away: offer-elder"});
}

TEST_CASE("A56 the checker sees a button that shouts, a strange picture and words that sell") {
    Node root = screenOf("start");
    CHECK(lureProblems(root).empty());
    nodeOf(root, "check-copy").look.fill = kit::ColourRole::accent;
    CHECK(lureProblems(root) == Findings{"A56 two buttons shout: start"});
    root = screenOf("start");
    nodeOf(root, "top").look.picture = std::make_shared<document::Picture>();
    CHECK(lureProblems(root) == Findings{"A56 a picture of something else: top"});
    root = screenOf("start");
    nodeOf(root, "begin").say = "优惠";
    CHECK(lureProblems(root) == Findings{"A56 it sells: begin"});
}

TEST_CASE("A57 the checker sees a comparison of faces that is the only way") {
    Node root = screenOf("identify");
    CHECK(wayProblems(root).empty());
    nodeOf(root, "staff").touch.reset();
    CHECK(wayProblems(root) == Findings{"A57 no way by the window: identify"});
    root = screenOf("choose");
    CHECK(wayProblems(root).empty());
    root.id = "face-compare";
    CHECK(wayProblems(root) == Findings{"A57 no way by the window: face-compare",
                                        "A57 no way by the card: face-compare"});
    root = screenOf("identify");
    const std::string words = assets().catalogue.of({}).text("identify.other");
    const auto blank = [&](auto&& self, Node& node) -> void {
        if (node.name == words)
            node.name = "…";
        for (Node& child : node.children)
            self(self, child);
    };
    blank(blank, root);
    CHECK(wayProblems(root) == Findings{"A57 no way by the window: identify"});
}

TEST_CASE("A54 the checker sees a screen without a step back, or without a way to start over") {
    Node root = screenOf("look");
    CHECK(brokenOfferRules(placed(root)).empty());
    nodeOf(root, "back").touch.reset();
    CHECK(brokenOfferRules(placed(root)) == Findings{"A54 no step back: look"});
    root = screenOf("take");
    CHECK(brokenOfferRules(placed(root)).empty()); // paper is out: no step back
    nodeOf(root, "start-over").id = "elsewhere";
    CHECK(brokenOfferRules(placed(root)) == Findings{"A54 no way to start over: take"});
}

TEST_CASE("A25 the checker sees writing too high or too low for a seat, and too small aslant") {
    const auto problems = [](const Node& root, double lowerEdge) {
        return brokenSightRules(placed(root), {kGlass, lowerEdge});
    };
    Node root = screenOf("start");
    CHECK(problems(root, 900).empty());
    CHECK(problems(root, 955) ==
          Findings{"A25 too steep to be read: place", "A25 too steep to be read: time"});
    const Findings low = problems(root, 550);
    REQUIRE(!low.empty());
    CHECK(low.back().starts_with("A25 too steep to be read: "));
    nodeOf(root, "time").look.text->em = 3.2 / 0.714; // high up: seen from the side
    CHECK(problems(root, 900) == Findings{"A25 too small to be read: time"});
    CHECK(problems(root, 780).empty()); // the same lower down
}

TEST_CASE("A30 the checker sees a node without speech and words nobody says") {
    Node root = screenOf("start");
    Node& begin = nodeOf(root, "begin");
    begin.name.clear();
    begin.say.clear();
    const std::string written = writtenIn(begin).name;
    CHECK(speechProblems(root) ==
          Findings{"A30 nothing to say: button begin", "A30 written but never said: " + written});
}

TEST_CASE("A8 the checker sees a state told by colour alone") {
    Node root = screenOf("copy-valid");
    Node& verdict = nodeOf(root, "verdict");
    verdict.children.erase(verdict.children.begin()); // the sign
    CHECK(speechProblems(root) == Findings{"A8 state by colour alone: verdict"});
    root = screenOf("copy-valid");
    nodeOf(root, "verdict").state.clear();
    CHECK(speechProblems(root) == Findings{"A8 state not named: verdict"});
}

TEST_CASE("A28 the checker sees a target no key reaches, and a focus that jumps up") {
    Node root = screenOf("start");
    nodeOf(root, "check-copy").id = "begin"; // the focus cannot tell the two apart
    CHECK(!brokenFocusRules(root).empty());
    root = screenOf("start");
    std::swap(nodeOf(root, "actions").children.front(), nodeOf(root, "actions").children.back());
    CHECK(brokenFocusRules(root) == Findings{"A28 the focus jumps up: check-copy, begin"});
}

TEST_CASE("A74 the checker sees a value without an isolate") {
    CHECK(lacksIsolate("valid until 2027-05-31", false));
    CHECK_FALSE(lacksIsolate("valid until \u20662027-05-31\u2069", false));
    CHECK(lacksIsolate("有效期至2027-05-31", false));
    CHECK_FALSE(lacksIsolate("A7K2-0000-1234", false));
    CHECK(lacksIsolate("ئالىم 1990-01-02", true));
    CHECK(lacksIsolate("ئالىم 4", true));
    CHECK(lacksIsolate("ئالىم Yunzhou", true));
    CHECK_FALSE(lacksIsolate("ئالىم \u20661990-01-02\u2069", true));
    Node root = screenOf("look");
    nodeOf(root, "staff").name += " 10-32";
    CHECK(textProblems(root).size() == 1);
}

} // namespace kiosk::test
