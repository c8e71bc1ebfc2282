// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "screens/kit/draw/stage.h"
#include "screens/kit/focus.h"
#include "screens/kit/reach.h"
#include "screens/kit/words.h"
#include "tests/screens/rules/place_rules.h"
#include "tests/screens/rules/sight_rules.h"
#include "tests/screens/rules/target_rules.h"
#include "tests/screens/screen_fixture.h"

namespace kiosk::test {
namespace {

using namespace std::chrono_literals;
using kit::Node;
using visit::TextSize;

/// A tall glass hung for people who stand: its upper edge is 1,378 mm above the floor.
citizen::ScreenContext hung() {
    citizen::ScreenContext with = context();
    with.board.mounting = kit::Mounting{.bottomAboveFloorMm = 900};
    return with;
}

std::vector<visit::Settings> sizesFrom(TextSize smallest, visit::Settings settings) {
    std::vector<visit::Settings> all;
    for (const visit::Language& language : allLanguages())
        for (int size = int(smallest); size <= int(TextSize::largest); ++size) {
            settings.language = language;
            settings.textSize = TextSize(size);
            all.push_back(settings);
        }
    return all;
}

std::string nameOf(const ExampleView& example, const visit::Settings& settings) {
    return kit::format("{} {} {}", example.name, settings.language.tag,
                       kit::name(settings.textSize));
}

void check(const citizen::BuiltScreen& built, const citizen::ScreenContext& with,
           const TargetDemands& demands) {
    CHECK(built.fit == kit::Fit::fits);
    const auto screen = placed(built.root);
    CHECK(brokenTargetRules(screen, demands) == Findings{});
    CHECK(brokenPlaceRules(screen, with.board) == Findings{});
}

Node screen(std::string_view name, const visit::Settings& settings,
            const citizen::ScreenContext& with = context()) {
    const auto views = exampleViews();
    const auto example = std::ranges::find(views, name, &ExampleView::name);
    REQUIRE(example != views.end());
    return build(*example, settings, with).root;
}

} // namespace

TEST_CASE("U4 A25 with low reach every target of every screen lies within reach and every text is "
          "legible from a seat, in every size") {
    const citizen::ScreenContext with = hung();
    for (const visit::Settings& settings : sizesFrom(TextSize::small, {.reach = visit::Reach::low}))
        for (const ExampleView& example : exampleViews()) {
            INFO(nameOf(example, settings));
            const auto built = build(example, settings, with);
            const Mounting mounting{with.board.area().height,
                                    with.board.mounting->bottomAboveFloorMm};
            check(built, with, {.within = mounting});
            CHECK(brokenSightRules(placed(built.root), mounting) == Findings{});
            CHECK(kit::reachability(built.root, with.board) == kit::Reachability::reachable);
        }
}

TEST_CASE("U4 without low reach targets lie beyond, and without the board's data nobody can tell") {
    const citizen::ScreenContext with = hung();
    CHECK(kit::reachability(screen("choose", {}, with), with.board) == kit::Reachability::beyond);
    CHECK(kit::reachability(screen("choose", {.reach = visit::Reach::low}), context().board) ==
          kit::Reachability::unknown);
}

TEST_CASE("A4 A21 the elder version keeps the layout rules, and its main buttons are 25 mm high") {
    for (const visit::Settings& settings :
         sizesFrom(TextSize::large, {.version = visit::Version::elder}))
        for (const ExampleView& example : exampleViews()) {
            INFO(nameOf(example, settings));
            check(build(example, settings, context()), context(), {.leastMainButton = 25});
        }
}

TEST_CASE("A4 in the elder version the staff's button is twice as wide") {
    const Node usual = screen("choose", {.textSize = TextSize::large});
    const Node elder =
        screen("choose", {.textSize = TextSize::large, .version = visit::Version::elder});
    const auto share = [](const Node& root) {
        return kit::find(root, "staff")->bounds.width / kit::find(root, "back")->bounds.width;
    };
    CHECK(share(usual) == Approx(1));
    CHECK(share(elder) == Approx(2));
}

TEST_CASE("A12 the settings are one press away on every screen, and in them all as it was") {
    for (const ExampleView& example : exampleViews()) {
        INFO(example.name);
        const Node root = build(example, {}, context()).root;
        bool isAsking = false;
        kit::walk(root, [&](const Node& node, int) {
            isAsking = isAsking || node.role == kit::Role::dialog;
        });
        CHECK(kit::find(root, "settings")->touch.has_value() != isAsking);
    }
    const Node panel = screen("settings-panel", {});
    const Node* reset = kit::find(panel, "reset-settings");
    REQUIRE(reset != nullptr);
    CHECK(std::holds_alternative<visit::touch::ResetSettings>(reset->touch.value()));
}

TEST_CASE("A13 a dark screen is all one colour, and its keys go on") {
    kit::Stage stage(assets());
    stage.show(screen("choose", {.screen = visit::Screen::dark}));
    stage.feed({kit::Key::down, SteadyTime(1s)});
    const std::uint32_t colour = stage.canvas().row(0)[0];
    bool isOneColour = true;
    for (int y = 0; y < assets().board.heightPx; ++y)
        isOneColour = isOneColour && std::ranges::all_of(stage.canvas().row(y), [&](auto pixel) {
                          return pixel == colour;
                      });
    CHECK(isOneColour);
    CHECK(stage.focus().at() == "licence.0");
    CHECK(std::holds_alternative<visit::touch::ChooseLicence>(
        stage.feed({kit::Key::ok, SteadyTime(2s)}).value()));
}

TEST_CASE("A13 a finger on the dark glass brings the picture back and presses nothing else") {
    kit::Stage stage(assets());
    stage.show(screen("choose", {.screen = visit::Screen::dark}));
    const kit::RectMm place = kit::find(stage.tree(), "licence.0")->bounds;
    const kit::PointMm at{place.x + 5, place.y + 5};
    stage.feed({kit::PointerEvent::Kind::down, 1, at, SteadyTime(1s)});
    const auto touch = stage.feed({kit::PointerEvent::Kind::up, 1, at, SteadyTime(1100ms)});
    REQUIRE(touch);
    CHECK(std::get<visit::touch::SetScreen>(*touch).screen == visit::Screen::shown);
}

TEST_CASE("A28 nobody is trapped: by one switch every target of every screen comes round") {
    for (const ExampleView& example : exampleViews()) {
        INFO(example.name);
        const Node root = build(example, {}, context()).root;
        const auto stops = kit::focusStops(root, kit::FocusStops::targets);
        kit::Focus focus;
        std::vector<std::string> seen;
        for (std::size_t i = 0; i < stops.size(); ++i) {
            focus.feed({kit::Key::next, SteadyTime(std::chrono::seconds(i))}, root);
            seen.push_back(focus.at().value_or("-"));
        }
        std::ranges::sort(seen);
        CHECK(std::ranges::adjacent_find(seen) == seen.end());
        CHECK(seen.size() == stops.size());
    }
}

} // namespace kiosk::test
