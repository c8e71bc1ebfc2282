// SPDX-License-Identifier: Apache-2.0
// One case a theme, so that they can be run beside each other.
#include <cmath>

#include <catch2/catch.hpp>

#include "screens/kit/draw/painter.h"
#include "screens/kit/words.h"
#include "screens/widgets/licence_card.h"
#include "tests/screens/rules/colour_rules.h"
#include "tests/screens/screen_fixture.h"

namespace kiosk::test {
namespace {

Findings weakColours(const kit::Node& root, kit::Canvas& canvas, const ContrastDemands& demands) {
    kit::paint(root, canvas, assets(), assets().board.area());
    return weakColours(placed(root), canvas, demands);
}

void checkTheme(visit::Theme theme) {
    kit::Canvas canvas(assets().board);
    for (const Setting& setting : allSettings()) {
        if (setting.settings.theme != theme)
            continue;
        for (const ExampleView& example : exampleViews()) {
            INFO(example.name << " " << setting.name);
            CHECK(weakColours(build(example, setting.settings, context()).root, canvas,
                              demandsOf(theme)) == Findings{});
        }
    }
}

/// A licence's state as it is drawn, in black and white alone: ink or no ink.
std::vector<bool> shapeOf(LicenceState state) {
    const widgets::Design design;
    const auto& texts = assets().catalogue.of({"zh-CN"});
    kit::Node badge = widgets::stateBadge(design, texts, state);
    kit::Node sign = badge.children.front();
    sign.look.theme = &assets().themes.of(visit::Theme::standard);
    sign.look.fill = badge.look.fill;
    kit::layOut(sign, {0, 0, 20, 20}, *assets().typesetter);
    kit::Canvas canvas(assets().board);
    kit::paint(sign, canvas, assets(), sign.bounds);
    const auto grey = [](std::uint32_t pixel) {
        return 0.299 * (pixel >> 16U & 0xFFU) + 0.587 * (pixel >> 8U & 0xFFU) +
               0.114 * (pixel & 0xFFU);
    };
    std::vector<bool> ink;
    const kit::RectPx area = canvas.pixels(sign.bounds);
    for (int y = 0; y < area.height; ++y)
        for (const std::uint32_t pixel : canvas.row(y).first(std::size_t(area.width)))
            ink.push_back(grey(pixel) < 140);
    return ink;
}

double differingShare(const std::vector<bool>& one, const std::vector<bool>& other) {
    REQUIRE(one.size() == other.size());
    std::size_t inked = 0;
    std::size_t differing = 0;
    for (std::size_t at = 0; at < one.size(); ++at) {
        inked += one[at] || other[at] ? 1 : 0;
        differing += one[at] != other[at] ? 1 : 0;
    }
    return static_cast<double>(differing) / static_cast<double>(inked);
}

kit::Node startScreen() {
    return build(exampleViews().front(), {}, context()).root;
}

kit::Node& nodeOf(kit::Node& root, std::string_view id) {
    return const_cast<kit::Node&>(*kit::find(root, id)); // found in a tree of our own
}

} // namespace

TEST_CASE("A6 every colour measured on the standard screens stands out", "[standard]") {
    checkTheme(visit::Theme::standard);
}

TEST_CASE("A7 black on white is as black as asked on every screen", "[blackOnWhite]") {
    checkTheme(visit::Theme::blackOnWhite);
}

TEST_CASE("A7 yellow on black stands out as asked on every screen", "[yellowOnBlack]") {
    checkTheme(visit::Theme::yellowOnBlack);
}

TEST_CASE("A7 the soft theme stays between its two limits on every screen", "[lowContrast]") {
    checkTheme(visit::Theme::lowContrast);
}

TEST_CASE("A8 valid, expired and revoked have signs of their own, told apart without colour",
          "[signs]") {
    const auto valid = shapeOf(LicenceState::valid);
    const auto expired = shapeOf(LicenceState::expired);
    const auto revoked = shapeOf(LicenceState::revoked);
    CHECK(differingShare(valid, expired) > 0.2);
    CHECK(differingShare(valid, revoked) > 0.2);
    CHECK(differingShare(expired, revoked) > 0.2);
}

TEST_CASE("A6 the checker sees a contrast of 4.4 and an edge nobody sees", "[signs]") {
    kit::Canvas canvas(assets().board);
    kit::Theme theme = assets().themes.of(visit::Theme::standard);
    const auto planted = [&](kit::ColourRole role, std::string_view colour) {
        theme.colours[static_cast<std::size_t>(role)] = kit::parseColour(colour).value();
    };
    kit::Node root = startScreen();
    root.look.theme = &theme;
    planted(kit::ColourRole::accentDeep, "#FFFFFF");
    planted(kit::ColourRole::onDeep, "#787878"); // 4.4 : 1
    nodeOf(root, "time").name = "10:32";
    const auto weak = weakColours(root, canvas, {.text = 4.5, .plain = 4.5});
    CHECK(std::ranges::count(weak, "A6 text stands out by 4.4: time") == 1);
    root = startScreen();
    root.look.theme = &theme;
    theme = assets().themes.of(visit::Theme::standard);
    nodeOf(root, "check-copy").look.border = kit::ColourRole::hairline;
    CHECK(weakColours(root, canvas, demandsOf(visit::Theme::standard)) ==
          Findings{"A6 edge stands out by 1.4: check-copy"});
}

} // namespace kiosk::test
