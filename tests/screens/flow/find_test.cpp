// SPDX-License-Identifier: Apache-2.0
// Somebody acts for a company of many trades, and finds one of its licences without touch.
#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/sandbox/seed/seed.h"
#include "tests/scenarios/virtual_play.h"
#include "tests/screens/flow/fingers.h"
#include "tests/screens/flow/long_list.h"

namespace kiosk::flow {

namespace {

using Ids = std::vector<std::string>;

/// Presses one thing after the other, and says where it did not lead on.
void press(Way& way, const Ids& ids) {
    for (const std::string& id : ids) {
        INFO(id);
        const auto pressed = way.press(id);
        if (!pressed)
            FAIL(pressed.error().line());
    }
}

template <typename Seen>
void waitUntil(bench::VirtualStage& stage, Seen seen) {
    using namespace std::chrono_literals;
    for (int look = 0; look < 100 && !seen(); ++look)
        REQUIRE(stage.pass(200ms));
    REQUIRE(seen());
}

/// Waits until the screen has come.
void see(bench::VirtualStage& stage, std::string_view screen) {
    waitUntil(stage, [&] { return stage.screen().id == screen; });
}

/// How many licences of a company are listed; 0 while it is not its list.
std::size_t ofTheCompany(const bench::VirtualStage& stage) {
    const visit::VisitView view = stage.view();
    const auto* list = std::get_if<visit::ChooseView>(&view.content);
    return list != nullptr && list->company ? list->items.size() : 0;
}

struct Visit {
    std::unique_ptr<bench::VirtualStage> stage = bench::openStage({.regionLink = withLongLists});
    Keying way;

    explicit Visit(Keying::Keys keys) : way(*stage, keys) {
        press(way, {"begin"});
        REQUIRE(stage->layCard(sandbox::people().at(0).name, bench::Stage::Card::valid));
        see(*stage, "choose");
        if (kit::find(stage->screen(), "close") != nullptr) // the elder version is offered
            press(way, {"close"});
        press(way, {"for-whom"});
        waitUntil(*stage, [&] { return ofTheCompany(*stage) >= 12; });
    }

    /// What is still listed; all of it is on the page.
    Ids listed() {
        Ids names;
        const auto licences = way.licences().value();
        for (const Listed& licence : licences)
            names.push_back(licence.name);
        return names;
    }
};

} // namespace

TEST_CASE("U3 a company's licence among many is found by pinyin, by keys and by switches alone") {
    for (const auto keys : {Keying::Keys::keypad, Keying::Keys::switches}) {
        Visit visit(keys);
        press(visit.way, {"find"});
        see(*visit.stage, "find");
        press(visit.way, {"key.d", "key.l", "key.y"});
        CHECK(visit.listed() == Ids{"道路运输经营许可证"});
        press(visit.way, {"licence.0"});
        see(*visit.stage, "look");
        CHECK(std::get<visit::LookView>(visit.stage->view().content).typeName ==
              "道路运输经营许可证");
        CHECK(visit.stage->screen().value == "4/6");
    }
}

TEST_CASE("U3 it is found by strokes and a picked character, by keys alone") {
    Visit visit(Keying::Keys::keypad);
    press(visit.way, {"find", "board.strokes", "key.h", "key.s", "key.s", "key.*"});
    press(visit.way, {"erase", "erase", "erase", "erase", "key.n", "key.p", "key.h"});
    const Ids begun = visit.listed();
    CHECK_FALSE(begun.empty());
    press(visit.way, {"candidate.0"});
    CHECK(visit.listed() == Ids{"道路运输经营许可证"});
    press(visit.way, {"licence.0"});
    see(*visit.stage, "look");
}

TEST_CASE("U6 what was typed is gone with the search, and with the visit") {
    Visit visit(Keying::Keys::keypad);
    press(visit.way, {"find", "key.d", "back", "find"});
    CHECK(std::get<visit::FindView>(visit.stage->view().content).code.empty());
    press(visit.way, {"key.d", "start-over"});
    see(*visit.stage, "start");
}

} // namespace kiosk::flow
