// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/screens/layout_rules.h"
#include "tests/screens/screen_fixture.h"

namespace kiosk::test {
namespace {

using kit::Node;
using Problems = std::vector<std::string>;

/// One setting of each language and size: the theme changes no length.
std::vector<Setting> layoutSettings() {
    auto settings = allSettings();
    std::erase_if(settings, [](const Setting& setting) {
        return setting.settings.theme != visit::Theme::standard;
    });
    return settings;
}

void checkLayout(const citizen::ScreenContext& with, const Setting& setting) {
    for (const ExampleView& example : exampleViews()) {
        INFO(example.name << " " << setting.name);
        const auto built = build(example, setting.settings, with);
        CHECK(built.fit == kit::Fit::fits);
        CHECK(brokenLayoutRules(built.root, with.board, with.measure) == Problems{});
    }
}

Node& nodeOf(Node& root, std::string_view id) {
    return const_cast<Node&>(*kit::find(root, id));
}

Node startScreen() {
    return build(exampleViews().front(), {}, context()).root;
}

Problems problemsOf(const Node& root) {
    return brokenLayoutRules(root, assets().board, *assets().typesetter);
}

} // namespace

TEST_CASE("U1 every screen keeps the layout rules in every language and size") {
    for (const Setting& setting : layoutSettings())
        checkLayout(context(), setting);
}

TEST_CASE("A9 texts two fifths longer still fit at the normal size") {
    const kit::Catalogue longer = assets().catalogue.stretched();
    const citizen::ScreenContext with{assets().board, longer, assets().themes,
                                      *assets().typesetter};
    for (const visit::Language& language : allLanguages())
        checkLayout(with, {{.language = language}, language.tag});
}

TEST_CASE("A6 A7 texts stand out from their ground in every theme") {
    constexpr double kLeast[] = {7, 20, 15, 4.5};
    for (int theme = 0; theme < 4; ++theme)
        for (const ExampleView& example : exampleViews()) {
            INFO(example.name << " " << kit::name(visit::Theme(theme)));
            const auto built = build(example, {.theme = visit::Theme(theme)}, context());
            CHECK(weakContrasts(built.root, kLeast[theme]) == Problems{});
        }
}

TEST_CASE("A54 back, call staff and start over are at the same place on every screen") {
    const auto views = exampleViews();
    const auto identify = std::ranges::find(views, "identify", &ExampleView::name);
    REQUIRE(identify != views.end());
    const auto first = build(*identify, {}, context()).root;
    for (const ExampleView& example : exampleViews()) {
        const auto built = build(example, {}, context());
        for (const auto id : {"back", "staff", "start-over", "language", "text-size", "theme"})
            if (const Node* node = kit::find(built.root, id)) {
                INFO(example.name << " " << id);
                CHECK(node->bounds.x == Approx(kit::find(first, id)->bounds.x));
                CHECK(node->bounds.y == Approx(kit::find(first, id)->bounds.y));
            }
    }
}

TEST_CASE("A20 the checker sees a target 12.6 mm high and a gap of 2.5 mm") {
    Node root = startScreen();
    nodeOf(root, "begin").bounds.height = 12.6;
    CHECK(problemsOf(root) == Problems{"A20 target too small: begin"});
    root = startScreen();
    const auto above = nodeOf(root, "begin").bounds;
    nodeOf(root, "check-copy").bounds.y = above.bottom() + 2.5;
    CHECK(problemsOf(root) == Problems{"A20 targets too close: begin, check-copy"});
}

TEST_CASE("A9 the checker sees a clipped text and one outside the screen") {
    Node root = startScreen();
    nodeOf(root, "time").bounds.width = 5;
    CHECK(problemsOf(root) == Problems{"A9 text is clipped: time"});
    root = startScreen();
    nodeOf(root, "time").bounds.x += 200;
    CHECK(problemsOf(root) == Problems{"A9 outside the screen: time"});
}

TEST_CASE("A30 the checker sees a target with nothing to say") {
    Node root = startScreen();
    nodeOf(root, "begin").name.clear();
    nodeOf(root, "begin").say.clear();
    CHECK(problemsOf(root) == Problems{"A30 nothing to say: begin"});
}

TEST_CASE("A6 the checker sees ink too near to its ground") {
    Node root = startScreen();
    nodeOf(root, "time").look.text->ink = kit::ColourRole::accent;
    CHECK(weakContrasts(root, 4.5).size() == 1);
}

TEST_CASE("A72 rare characters are drawn, none as a missing glyph") {
    CHECK(assets().typesetter->missingGlyphs("单𠮷䶮", "zh-CN") == 0);
    CHECK(assets().typesetter->missingGlyphs("\U0010FFFD", "zh-CN") == 1);
}

} // namespace kiosk::test
