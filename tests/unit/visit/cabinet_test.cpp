// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <catch2/catch.hpp>

#include "firmware/visit/lights.h"
#include "firmware/visit/view.h"
#include "tests/support/sample_copy_code.h"
#include "tests/unit/visit/visit_words.h"

namespace kiosk::visit::tests {

namespace {

using drivers::CabinetDoor;
using drivers::CabinetState;
using drivers::FlashRate;
using drivers::PowerSupply;
using drivers::TamperSensor;

struct Closing {
    CabinetState cabinet;
    std::string code;
};
const std::vector<Closing> kClosings{
    {{.door = CabinetDoor::open}, "cabinet.opened"},
    {{.tamper = TamperSensor::on}, "cabinet.tampered"},
    {{.door = CabinetDoor::open, .tamper = TamperSensor::on}, "cabinet.tampered"},
    {{.power = PowerSupply::batteryLow}, "cabinet.battery-low"}};

Driver at(State state, const CabinetState& cabinet) {
    Driver visit{std::move(state)};
    visit.around.cabinet = cabinet;
    return visit;
}

std::string outBecause(const Driver& visit) {
    const auto* out = std::get_if<state::OutOfService>(&visit.state);
    return out == nullptr ? std::string(name(visit.state)) : out->error.code();
}

event::PrintMoved lastPageOut() {
    return {drivers::JobProgress{drivers::JobState::completed, 1, {}},
            {.device = drivers::DeviceState::online, .paper = drivers::PaperState::full}};
}

} // namespace

TEST_CASE("D11 the table of states lacks none") {
    std::set<std::size_t> kinds;
    for (const State& state : everyState())
        kinds.insert(state.index());
    CHECK(kinds.size() == std::variant_size_v<State::variant>);
}

TEST_CASE("D11 door or tamper ends the visit from every state") {
    for (const Closing& closing : kClosings)
        for (const State& from : everyState()) {
            CAPTURE(name(from), closing.code);
            Driver visit = at(from, closing.cabinet);
            visit.on(event::CabinetChanged{});
            CHECK(outBecause(visit) == closing.code);
            if (std::holds_alternative<state::OutOfService>(from))
                continue;
            REQUIRE_FALSE(visit.commands.empty());
            CHECK(std::holds_alternative<command::EndVisit>(visit.commands.back()));
        }
}

TEST_CASE("D11 no touch opens a cabinet that is out of service") {
    for (const Event& touch :
         std::vector<Event>{touch::StartOver{}, touch::Finish{}, touch::Back{}, touch::Begin{},
                            touch::Retry{}, touch::BeginCopyCheck{}, event::Abandoned{}}) {
        Driver visit = at(state::Start{}, {.door = CabinetDoor::open});
        visit.on(event::CabinetChanged{}).on(touch);
        CHECK(outBecause(visit) == "cabinet.opened");
        CHECK(visit.commands.empty());
    }
}

TEST_CASE("D11 a copy under way is voided when the door opens, at each stage") {
    using Stage = state::Printing::Stage;
    for (const Stage stage : {Stage::sending, Stage::following}) {
        state::Printing printing = tests::printing(3);
        printing.stage = stage;
        Driver visit = at(printing, {.door = CabinetDoor::open});
        visit.on(event::CabinetChanged{});
        REQUIRE(visit.commanded<command::ReportCopy>());
        CHECK(visit.commanded<command::ReportCopy>()->pages == 0);
        CHECK(visit.commanded<command::ReportCopy>()->copyNumber == "A7K2-93QX-0001");
    }
    // The copy before is out and stays good; the next has no number yet.
    state::Printing between = tests::printing(1, 2);
    between.stage = Stage::reserving;
    Driver visit = at(between, {.door = CabinetDoor::open});
    visit.on(event::CabinetChanged{});
    CHECK_FALSE(visit.commanded<command::ReportCopy>());
}

TEST_CASE("D11 what happens after the door opened changes nothing until it is closed") {
    Driver visit = at(tests::printing(), {.door = CabinetDoor::open});
    visit.on(event::CabinetChanged{}).on(lastPageOut()).on(event::CardRead{card()});
    CHECK(outBecause(visit) == "cabinet.opened");
    visit.around.cabinet = {};
    visit.on(event::CabinetChanged{});
    CHECK(visit.isAt("start"));
}

TEST_CASE("D11 on battery nobody begins, and who has begun goes on") {
    const CabinetState battery{.power = PowerSupply::battery};
    Driver start = at(state::Start{}, battery);
    start.on(event::CabinetChanged{});
    CHECK(outBecause(start) == "cabinet.on-battery");

    Driver looking = at(state::Look{found(), 0, opened()}, battery);
    looking.on(event::CabinetChanged{});
    CHECK(looking.isAt("look"));
    CHECK(whyNotPrintable(licence(), *opened(), looking.around) == "look.not-printable.power");
    looking.on(touch::Finish{});
    CHECK(outBecause(looking) == "cabinet.on-battery");
    CHECK(looking.commanded<command::EndVisit>());
    looking.around.cabinet = {};
    looking.on(event::CabinetChanged{});
    CHECK(looking.isAt("start"));
}

TEST_CASE("D11 on battery the running copy is finished, and is the last one") {
    Driver visit = at(tests::printing(1, 3), {.power = PowerSupply::battery});
    visit.on(event::CabinetChanged{});
    CHECK(visit.isAt("printing"));
    visit.on(lastPageOut());
    CHECK(visit.as<state::Take>().pages == 1);
    CHECK(visit.commanded<command::ReportCopy>()->pages == 1);
    CHECK_FALSE(visit.commanded<command::ReserveCopy>());
}

TEST_CASE("D11 the screen of a closed cabinet has a text of its own for each reason") {
    for (const Closing& closing : kClosings) {
        Driver visit = at(state::Start{}, closing.cabinet);
        visit.on(event::CabinetChanged{});
        const auto view = contentOf(visit.state, visit.around);
        CHECK(std::get<OutOfServiceView>(view).code == closing.code);
    }
}

TEST_CASE("D11 lights show where the hand goes, and are dark where it goes nowhere") {
    using Phase = IdentifyView::Phase;
    CHECK(lightsFor(state::Identify{}) == Lights{.card = FlashRate::slow});
    CHECK(lightsFor(state::Identify{Phase::askAgain, {}}) == Lights{.card = FlashRate::slow});
    CHECK(lightsFor(state::Identify{Phase::reading, {}}) == Lights{.card = FlashRate::continuous});
    CHECK(lightsFor(state::Take{found(), {}, 1, kTakeSeconds}) == Lights{.paper = FlashRate::slow});
    CHECK(lightsFor(state::Kept{{}, printing::PrintPhase::done, 9}) ==
          Lights{.paper = FlashRate::slow});
    for (const State& state : everyState()) {
        const auto* help = std::get_if<state::Help>(&state);
        const State& shown = help == nullptr ? state : help->kept->state;
        CAPTURE(name(state), name(shown));
        const bool lit = name(shown) == "identify" || name(shown) == "take" ||
                         name(shown) == "secondPerson" || name(shown) == "companionCard" ||
                         name(shown) == "holderCard";
        CHECK((lightsFor(state) != Lights{}) == lit);
    }
}

TEST_CASE("D5 a card or a sheet that still lies there makes its light hurry") {
    const LeftBehind both{.card = true, .sheet = true};
    CHECK(lightsFor(state::Start{}, both) ==
          Lights{.card = FlashRate::quick, .paper = FlashRate::quick});
    CHECK(lightsFor(state::Take{found(), {}, 1, kTakeSeconds}, {.card = true}) ==
          Lights{.card = FlashRate::quick, .paper = FlashRate::slow});
    CHECK(lightsFor(state::Kept{.secondsLeft = 9}, {.card = true}) ==
          Lights{.card = FlashRate::quick});
    CHECK(lightsFor(state::Take{found(), {}, 1, kTakeSeconds / 2}) ==
          Lights{.paper = FlashRate::quick});
}

} // namespace kiosk::visit::tests
