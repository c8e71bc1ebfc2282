// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <catch2/catch.hpp>

#include "tests/support/drawn_machine.h"
#include "tests/unit/staff/staff_words.h"

namespace kiosk::staff::tests {

namespace {

using Edges = std::set<std::pair<std::string, std::string>>;

Edges drawnEdges() {
    const auto arrows = kiosk::tests::drawnArrows(KIOSK_SOURCE_DIR "/firmware/staff/machine.h");
    return {arrows.begin(), arrows.end()};
}

std::vector<State> everyState() {
    return {state::Away{},
            state::EnterPin{.mark = "mark", .role = Role::technician, .pin = Pin("314159")},
            state::JudgingPin{"mark", Role::technician},
            state::Locked{std::chrono::minutes(1)},
            state::Refused{spoilt()},
            state::Inside{Role::technician, Page::tests},
            state::Testing{.view = {.test = GuidedTest::printer, .phase = TestView::Phase::asking}},
            state::Soaking{}};
}

std::vector<Event> everyEvent() {
    return {visit::Touch{visit::touch::Back{}},
            visit::Touch{visit::touch::StartOver{}},
            visit::Touch{visit::touch::Finish{}},
            visit::Touch{visit::touch::Begin{}},
            press(Key::digit, 1),
            press(Key::erase),
            press(Key::enter),
            press(Key::yes),
            press(Key::no),
            open(Page::board),
            begin(GuidedTest::printer),
            press(kSoakKey, 0),
            event::SoakMoved{},
            known(Role::technician),
            known(Role::technician, std::chrono::minutes(1)),
            event::CardUnread{spoilt()},
            judged({.right = true}),
            judged({.triesLeft = 1}),
            judged({.lockedFor = std::chrono::minutes(1)}),
            event::PinJudged{"mark", std::unexpected(spoilt())},
            event::FactsTold{},
            event::TestMoved{GuidedTest::printer, TestView::Phase::asking},
            event::Second{},
            event::Served{}};
}

} // namespace

TEST_CASE("the drawing in the staff's machine.h has just the edges the machine takes") {
    REQUIRE(everyState().size() == std::variant_size_v<State::variant>);
    Edges taken;
    std::vector<State> states = everyState();
    states.push_back(state::Inside{.page = Page::soak}); // what a key means is its page's
    for (const State& from : states)
        for (const Event& event : everyEvent()) {
            const Step next = step({from}, event);
            if (next.next.state.index() != from.index())
                taken.emplace(name(from), name(next.next.state));
        }
    Edges drawn = drawnEdges();
    CHECK(drawn.erase({"any", "away"}) == 1);
    for (const State& from : everyState())
        if (isOn({from}))
            CHECK(taken.erase({std::string(name(from)), "away"}) == 1);
    CHECK(taken == drawn);
}

} // namespace kiosk::staff::tests
