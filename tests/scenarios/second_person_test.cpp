// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "screens/kit/node.h"
#include "tests/scenarios/blank_reader.h"
#include "tests/scenarios/virtual_play.h"

// U7, situation 8: two people at one kiosk.

namespace kiosk::bench {

namespace {

using namespace std::chrono_literals;

const std::string kFirst = "林云舒";
const std::string kSecond = "欧阳䴙䴘";
constexpr int kTwoMinutes = 120;

std::unique_ptr<VirtualStage> openBlank() {
    return openStage({.documents = [] { return blankReader(1); }});
}

/// What brings a first person to each screen that belongs to them.
struct Way {
    std::string screen;
    std::vector<Play> plays;
};

std::vector<Way> waysToEachScreen() {
    const std::vector<Play> toChoose{play::Touch{"begin"}, play::LayCard{kFirst},
                                     play::See{.screen = "choose"}};
    const auto then = [](std::vector<Play> plays, const std::vector<Play>& more) {
        plays.insert(plays.end(), more.begin(), more.end());
        return plays;
    };
    const auto toLook = then(toChoose, {play::Touch{"licence.0"}, play::See{.screen = "look"}});
    const auto toPurpose = then(toLook, {play::Touch{"to-purpose"}, play::Touch{"purpose.school"}});
    const auto toTake =
        then(toPurpose, {play::Touch{"print"}, play::See{.screen = "take", .withinSeconds = 60}});
    const std::vector<Play> toOffer{play::Happen{Happening::networkCut}, play::Touch{"begin"},
                                    play::LayCard{kFirst},
                                    play::See{.screen = "offer-to-keep", .withinSeconds = 60}};
    return {{"choose", toChoose},
            {"look", toLook},
            {"purpose", toPurpose},
            {"take", toTake},
            {"offer-to-keep", toOffer},
            {"kept", then(toOffer, {play::Touch{"keep"}, play::See{.screen = "kept"}})}};
}

play::LayCard another() {
    return {kSecond};
}

/// The question, and nothing of anybody's.
play::See question() {
    return {.screen = "second-person",
            .absent = {"林", "欧阳", "9901", "9801", "居住证", "营业执照"},
            .withinSeconds = 3};
}

} // namespace

TEST_CASE("U7 a second card masks every screen of the first person, and asks whose turn it is") {
    for (const Way& way : waysToEachScreen()) {
        INFO(way.screen);
        const auto stage = openBlank();
        REQUIRE(holds(*stage, way.plays));
        CHECK(holds(*stage, {another(), question()}));
        CHECK(holds(*stage, {play::Touch{"first-goes-on"}, question(), play::LayCard{kFirst},
                             play::See{.screen = way.screen, .withinSeconds = 3}}));
    }
}

TEST_CASE("U7 the new person begins with a fresh read, and meets nothing of the first") {
    for (const Way& way : waysToEachScreen()) {
        INFO(way.screen);
        const auto stage = openBlank();
        REQUIRE(holds(*stage, way.plays));
        stage->visit().touch(visit::touch::SetTheme{visit::Theme::yellowOnBlack});
        REQUIRE(holds(*stage, {another(), question(), play::Happen{Happening::networkConnected},
                               play::Touch{"new-person"}, play::See{.screen = "identify"}}));
        CHECK(stage->view().settings == visit::Settings{});
        REQUIRE(stage->pass(3s));
        CHECK(stage->look().screen == "identify"); // it was read for a question, not for a visit
        CHECK(holds(*stage, {play::Happen{Happening::cardLifted}, another(),
                             play::See{.screen = "choose", .text = {"欧"}, .absent = {"林"}}}));
    }
}

TEST_CASE("U7 at each moment of the new person's way no screen holds anything of the first") {
    const auto stage = openBlank();
    REQUIRE(holds(*stage, waysToEachScreen()[1].plays));
    REQUIRE(holds(*stage, {another(), question()}));
    bool mixed = false;
    stage->watchScreens([&mixed](const kit::Node& screen) {
        kit::walk(screen, [&mixed](const kit::Node& node, int) {
            mixed = mixed || node.name.find("林") != std::string::npos ||
                    node.say.find("林") != std::string::npos;
        });
    });
    CHECK(holds(*stage, {play::Touch{"new-person"}, play::Happen{Happening::cardLifted}, another(),
                         play::See{.screen = "choose"}, play::Touch{"licence.0"},
                         play::See{.screen = "look"}}));
    stage->watchScreens({});
    CHECK_FALSE(mixed);
}

TEST_CASE("U7 while paper moves the second person waits, is told so, and every sheet is counted") {
    const auto stage = openBlank();
    REQUIRE(holds(*stage, {play::Touch{"begin"}, play::LayCard{kFirst}, play::Touch{"licence.0"},
                           play::Touch{"to-purpose"}, play::Touch{"purpose.school"},
                           play::Touch{"copies.more"}, play::Touch{"print"},
                           play::See{.screen = "printing"}, another(),
                           play::See{.screen = "second-person",
                                     .text = {"还没有打完"},
                                     .absent = {"林", "欧阳"},
                                     .withinSeconds = 3}}));
    CHECK(stage->look().find("new-person") == nullptr);
    CHECK(
        holds(*stage, {play::See{.nodes = {"new-person", "first-goes-on"}, .withinSeconds = 60}}));
    CHECK(stage->printer().jobs().size() == 1); // the second copy was not begun
    CHECK(holds(*stage, {play::LayCard{kFirst}, play::See{.screen = "take", .text = {"1"}}}));
    const auto copies = stage->copies();
    REQUIRE(copies);
    REQUIRE(copies->size() == 1);
    CHECK(copies->front().state == authority::CopyRecord::State::printed);
}

TEST_CASE("U7 U5 nobody answers: the first visit ends by the idle rule and is wiped") {
    const auto stage = openBlank();
    REQUIRE(holds(*stage, waysToEachScreen()[0].plays));
    REQUIRE(holds(*stage, {another(), question(), play::Wait{kTwoMinutes},
                           play::See{.nodes = {"still-here"}, .withinSeconds = 3}}));
    CHECK(holds(*stage, {play::Wait{46}, play::See{.screen = "start", .absent = {"林"}}}));
}

TEST_CASE("U7 the same card laid again does nothing, and one that cannot be read gives a hint") {
    for (const Way& way : waysToEachScreen()) {
        if (way.screen == "take" || way.screen == "kept")
            continue; // they end by themselves in the meantime
        INFO(way.screen);
        const auto stage = openBlank();
        REQUIRE(holds(*stage, way.plays));
        REQUIRE(holds(*stage, {play::Happen{Happening::cardLifted}, play::Wait{1},
                               play::LayCard{kFirst}, play::Wait{3}}));
        CHECK(stage->look().screen == way.screen);
        CHECK(stage->view().panel == visit::Panel::none);
        REQUIRE(holds(
            *stage,
            {play::BreakRead{"record"}, another(),
             play::See{.screen = way.screen, .text = {"刚放上的卡读不出来"}, .withinSeconds = 3}}));
        CHECK(holds(*stage, {play::Touch{"close"}, play::See{.screen = way.screen}}));
        CHECK(stage->view().panel == visit::Panel::none);
    }
}

TEST_CASE("U7 D3 a reader pulled and plugged in the middle of a visit disturbs nobody") {
    const auto stage = openBlank();
    REQUIRE(holds(*stage, waysToEachScreen()[0].plays));
    REQUIRE(holds(*stage, {play::Happen{Happening::readerUnplugged}, play::Wait{12}}));
    CHECK(stage->look().screen == "choose");
    REQUIRE(holds(*stage, {play::Happen{Happening::readerPlugged}, play::Wait{8}}));
    CHECK(stage->look().screen == "choose"); // it reads the holder's card anew
    CHECK(stage->view().panel == visit::Panel::none);
    CHECK(holds(*stage, {another(), question()}));
}

} // namespace kiosk::bench
