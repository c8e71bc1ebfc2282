// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "screens/kit/draw/stage.h"
#include "screens/kit/words.h"
#include "tests/screens/screen_fixture.h"

namespace kiosk::test {
namespace {

using namespace std::chrono_literals;
using kit::Key;
using kit::Node;

Node screen(std::string_view name, visit::Theme theme = visit::Theme::standard) {
    const auto views = exampleViews();
    const auto example = std::ranges::find(views, name, &ExampleView::name);
    REQUIRE(example != views.end());
    return build(*example, {.theme = theme}, context()).root;
}

kit::Colour pixel(const kit::Stage& stage, kit::PointMm at) {
    const kit::Board& board = assets().board;
    const std::uint32_t argb =
        stage.canvas().row(int(board.px(at.y)))[static_cast<std::size_t>(board.px(at.x))];
    return {std::uint8_t(argb >> 16U), std::uint8_t(argb >> 8U), std::uint8_t(argb)};
}

/// Contrast of the ring above the node in focus with the ground beyond it, from what was drawn.
double ringContrast(const kit::Stage& stage) {
    const kit::RectMm& bounds = stage.focus().node(stage.tree())->bounds;
    const double x = bounds.x + bounds.width / 2;
    return kit::contrast(pixel(stage, {x, bounds.y - 1.2}), pixel(stage, {x, bounds.y - 2.2}));
}

/// Every pixel. Compared outside of CHECK, which would write millions of them out.
std::vector<std::uint32_t> pixels(const kit::Stage& stage) {
    std::vector<std::uint32_t> all;
    for (int y = 0; y < assets().board.heightPx; ++y) {
        const auto row = stage.canvas().row(y);
        all.insert(all.end(), row.begin(), row.end());
    }
    return all;
}

/// The same to the eye. A licence's page is scaled in the part that is drawn, and the part's edge
/// moves its rounding by a step or two of 255.
bool lookAlike(const kit::Stage& one, const kit::Stage& other) {
    constexpr int kSteps = 3;
    const auto apart = [](std::uint32_t a, std::uint32_t b, unsigned shift) {
        return std::abs(int(a >> shift & 0xFFU) - int(b >> shift & 0xFFU));
    };
    return std::ranges::equal(pixels(one), pixels(other), [&](std::uint32_t a, std::uint32_t b) {
        return apart(a, b, 0) <= kSteps && apart(a, b, 8) <= kSteps && apart(a, b, 16) <= kSteps;
    });
}

long areaOf(const std::vector<kit::RectPx>& areas) {
    long area = 0;
    for (const kit::RectPx& one : areas)
        area += static_cast<long>(one.width) * one.height;
    return area;
}

} // namespace

TEST_CASE("A6 A28 the focus ring stands out 3:1 at every target of every theme") {
    for (int theme = 0; theme < 4; ++theme)
        for (const std::string_view name : {"start", "choose", "purpose", "idle-question"}) {
            kit::Stage stage(assets());
            stage.show(screen(name, visit::Theme(theme)));
            const auto stops = kit::focusStops(stage.tree(), kit::FocusStops::targets);
            for (std::size_t i = 0; i < stops.size(); ++i) {
                stage.feed({Key::next, SteadyTime(1s)});
                INFO(name << " " << kit::name(visit::Theme(theme)) << " "
                          << stage.focus().at().value_or("-"));
                CHECK(ringContrast(stage) >= 3);
            }
        }
}

TEST_CASE("A28 the ring is at least a millimetre thick") {
    kit::Stage stage(assets());
    stage.show(screen("start"));
    stage.feed({Key::down, SteadyTime(1s)});
    const kit::RectMm bounds = stage.focus().node(stage.tree())->bounds;
    const double x = bounds.x + bounds.width / 2;
    const kit::Colour ink = (*stage.tree().look.theme)[kit::ColourRole::ink];
    int inked = 0;
    for (double y = bounds.y - 3; y < bounds.y; y += assets().board.mm(1))
        inked += pixel(stage, {x, y}) == ink ? 1 : 0;
    CHECK(assets().board.mm(inked) >= 1);
}

TEST_CASE("A28 no key, no ring; a finger takes it away again without a trace") {
    kit::Stage stage(assets());
    stage.show(screen("choose"));
    const auto before = pixels(stage);
    stage.feed({Key::down, SteadyTime(1s)});
    stage.feed({Key::down, SteadyTime(2s)});
    const bool shown = pixels(stage) != before;
    CHECK(shown);
    stage.feed({kit::PointerEvent::Kind::down, 1, {1, 200}, SteadyTime(3s)});
    const bool gone = pixels(stage) == before;
    CHECK(gone);
}

TEST_CASE("A step of the focus redraws the two places and nothing else") {
    kit::Stage stage(assets());
    stage.show(screen("choose"));
    stage.takeDamage();
    stage.feed({Key::down, SteadyTime(1s)});
    stage.takeDamage();
    stage.feed({Key::up, SteadyTime(2s)});
    const auto damage = stage.takeDamage();
    CHECK(damage.size() == 2);
    CHECK(areaOf(damage) < long(assets().board.widthPx) * assets().board.heightPx / 4);
}

TEST_CASE("The ring comes along when a screen changes, and no trace of the old one stays") {
    kit::Stage stage(assets());
    stage.show(screen("choose"));
    stage.feed({Key::next, SteadyTime(1s)});
    stage.show(screen("purpose"));
    kit::Stage fresh(assets());
    fresh.show(screen("purpose"));
    fresh.feed({Key::next, SteadyTime(1s)});
    CHECK(lookAlike(stage, fresh));
}

} // namespace kiosk::test
