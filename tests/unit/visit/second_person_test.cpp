// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/visit/lights.h"
#include "firmware/visit/view.h"
#include "tests/support/sample_copy_code.h"
#include "tests/unit/visit/visit_words.h"

// U7: another card than the holder's in the middle of a visit.

namespace kiosk::visit::tests {

namespace {

using Second = state::SecondPerson;
using Phase = SecondPersonView::Phase;

Driver frozen(State state) {
    Driver visit{std::move(state)};
    visit.on(event::CardRead{otherCard()});
    REQUIRE(visit.isAt("secondPerson"));
    return visit;
}

SecondPersonView viewOf(const Driver& visit) {
    return std::get<SecondPersonView>(contentOf(visit.state, visit.around));
}

event::PrintMoved lastPageOut() {
    return {drivers::JobProgress{drivers::JobState::completed, 1, {}}, {}};
}

bool isPaperOnItsWay(const State& state) {
    return std::holds_alternative<state::Printing>(state) ||
           std::holds_alternative<state::Keeping>(state);
}

} // namespace

TEST_CASE("U7 another card freezes the visit in each state that belongs to somebody") {
    for (const State& state : personalStates()) {
        INFO(name(state));
        CHECK(ownerOf(state) == card().number);
        const Driver visit = frozen(state);
        CHECK(visit.commands.empty());
        CHECK(viewOf(visit).phase ==
              (isPaperOnItsWay(state) ? Phase::paperOnItsWay : Phase::asking));
        CHECK(name(underneath(visit.state)) == name(state));
    }
}

TEST_CASE("U7 the holder's own card laid again, and a card nobody can read, change no state") {
    for (const State& state : personalStates())
        for (const Event& laid : {Event{event::CardRead{card()}},
                                  Event{event::CardRead{fail(ErrorKind::device, "card.read-failed",
                                                             Remedy::citizenAgain)}}}) {
            INFO(name(state));
            Driver visit{state};
            visit.on(laid);
            CHECK(name(visit.state) == name(state));
            CHECK(visit.commands.empty());
        }
}

TEST_CASE("U7 whoever holds no visit is no second person") {
    for (const State& state : everyState()) {
        if (!ownerOf(state).empty())
            continue;
        INFO(name(state));
        Driver visit{state};
        visit.on(event::CardRead{otherCard()});
        CHECK_FALSE(visit.isAt("secondPerson"));
    }
}

TEST_CASE("U7 nothing of the second card is held, and nothing of the first is shown") {
    Driver visit = frozen(state::Choose{found()});
    CHECK(ownerOf(visit.state) == card().number);
    CHECK(viewOf(visit).hint.empty());
    CHECK_FALSE(viewOf(visit).printing);
    visit.on(touch::FirstGoesOn{}).on(event::CardRead{card()});
    const Found& kept = visit.as<state::Choose>().found;
    CHECK(kept.holder == holder());
    CHECK(kept.licences == found().licences);
}

TEST_CASE("U7 the first person goes on with their own card alone, where they were") {
    for (const State& state : personalStates()) {
        INFO(name(state));
        Driver visit = frozen(state);
        visit.on(touch::FirstGoesOn{}); // saying so is not enough
        CHECK(visit.isAt("secondPerson"));
        visit.on(event::CardRead{otherCard()});
        CHECK(visit.isAt("secondPerson"));
        visit.on(event::CardRead{card()});
        CHECK(name(visit.state) == name(state));
        CHECK(visit.commands.empty());
    }
}

TEST_CASE("U7 a card that is no proof is told, and the step back asks again") {
    Driver visit = frozen(state::Choose{found()});
    visit.on(event::CardRead{otherCard()}); // it is asked whose turn it is: nobody was wrong yet
    CHECK(viewOf(visit).hint.empty());
    visit.on(event::CardRead{fail(ErrorKind::device, "card.read-failed", Remedy::citizenAgain)});
    CHECK(viewOf(visit).hint == "card.read-failed");
    visit.on(touch::FirstGoesOn{});
    CHECK(viewOf(visit).phase == Phase::awaitingFirst);
    CHECK(viewOf(visit).hint.empty());
    visit.on(event::CardRead{otherCard()});
    CHECK(viewOf(visit).hint == "card.not-the-first");
    visit.on(touch::Back{});
    CHECK(viewOf(visit).phase == Phase::asking);
}

TEST_CASE("U7 the new person ends the first visit whole and begins with a read of their own") {
    for (const State& state : personalStates()) {
        INFO(name(state));
        Driver visit = frozen(state);
        visit.on(touch::NewPerson{});
        if (isPaperOnItsWay(state)) { // they wait for what is coming out
            CHECK(visit.isAt("secondPerson"));
            continue;
        }
        REQUIRE(visit.isAt("identify"));
        CHECK(visit.as<state::Identify>().phase == IdentifyView::Phase::layAgain);
        REQUIRE(visit.commands.size() == 2);
        CHECK(std::holds_alternative<command::EndVisit>(visit.commands[0]));
        CHECK(std::holds_alternative<command::WatchForCard>(visit.commands[1]));
    }
}

TEST_CASE("U7 D11 on battery no new person begins") {
    Driver visit = frozen(state::Choose{found()});
    visit.around.cabinet.power = drivers::PowerSupply::battery;
    visit.on(touch::NewPerson{});
    CHECK(visit.isAt("outOfService"));
    CHECK(visit.commanded<command::EndVisit>());
}

TEST_CASE("U7 no touch reaches what is frozen") {
    const std::vector<Event> touches{
        touch::Print{},          touch::ChooseLicence{}, touch::GoToPurpose{},  touch::Keep{},
        touch::Retry{},          touch::OnceMore{},      touch::ToggleNumber{}, touch::ListPage{},
        touch::ChoosePurpose{1}, event::CodeSeen{"x"}};
    for (const State& state : personalStates())
        for (const Event& touch : touches) {
            INFO(name(state));
            Driver visit = frozen(state);
            visit.on(touch);
            CHECK(visit.isAt("secondPerson"));
            CHECK(visit.commands.empty());
            CHECK(name(underneath(visit.state)) == name(state));
        }
}

TEST_CASE("U7 an answer that was under way is kept for the first person, and begins nothing") {
    Driver visit = frozen(state::Searching{Found{.holder = holder(), .pending = {kYunzhou}}});
    visit.on(event::RegionAnswered{kYunzhou, std::vector{licence()}});
    CHECK(visit.isAt("secondPerson"));
    CHECK(visit.commands.empty());
    visit.on(event::CardRead{card()});
    CHECK(visit.as<state::Choose>().found.licences.size() == 1);
}

TEST_CASE("U7 the grants that were asked for are there when the first person goes on") {
    Driver visit = frozen(state::AskingGrants{found(), {kYunzhou}});
    visit.on(event::GrantsAnswered{kYunzhou, std::vector<Company>{}});
    visit.on(event::CardRead{card()});
    CHECK(visit.as<state::Choose>().note == "grant.none");
}

TEST_CASE("U7 D8 a copy that is being made goes on beneath the question, step by step") {
    state::Printing reserving = printing();
    reserving.stage = state::Printing::Stage::reserving;
    reserving.copyNumbers.clear();
    Driver visit = frozen(reserving);
    visit.on(event::CopyReserved{kiosk::tests::sampleCopyCode()});
    CHECK(visit.isAt("secondPerson"));
    CHECK(visit.commanded<command::PrintCopy>());
    visit.on(event::JobAccepted{7});
    CHECK(visit.commanded<command::FollowJob>());
    visit.on(lastPageOut()).on(event::CardRead{card()});
    CHECK(visit.as<state::Take>().pages == 1);
}

TEST_CASE("U7 D8 that a void copy is on record is heard beneath the question") {
    Driver visit = frozen(state::Interrupted{printing(), "A7K2-93QX-0001", unreachable(), false});
    visit.on(event::CopyReported{"A7K2-93QX-0001", {}}).on(event::CardRead{card()});
    CHECK(visit.as<state::Interrupted>().voided);
}

TEST_CASE("U7 Q1 a request is kept, and its slip comes out, beneath the question") {
    Driver visit = frozen(state::Keeping{"0123456789", holder().code});
    visit.on(event::RequestKept{});
    CHECK(visit.commanded<command::PrintSlip>());
    CHECK(viewOf(visit).phase == Phase::asking);
    visit.on(event::SlipMoved{printing::PrintPhase::done}).on(event::CardRead{card()});
    CHECK(visit.as<state::Kept>().slip == printing::PrintPhase::done);
}

TEST_CASE("U7 D8 paper that moves goes on and is counted, and no further copy is begun") {
    Driver visit = frozen(printing(1, 3));
    CHECK(viewOf(visit).printing->pagesTotal == 3);
    visit.on(lastPageOut());
    CHECK(visit.isAt("secondPerson"));
    REQUIRE(visit.commanded<command::ReportCopy>());
    CHECK(visit.commanded<command::ReportCopy>()->pages == 1);
    CHECK(visit.commanded<command::RecordProgress>());
    CHECK_FALSE(visit.commanded<command::ReserveCopy>());
    CHECK(viewOf(visit).phase == Phase::asking);
    for (int second = 0; second < 2 * kTakeSeconds; ++second)
        visit.on(event::Second{}); // the time to take it waits for whoever it belongs to
    visit.on(event::CardRead{card()});
    CHECK(visit.as<state::Take>().pages == 1);
    CHECK(visit.as<state::Take>().secondsLeft == kTakeSeconds);
}

TEST_CASE("U7 D8 a jam nobody clears voids the copy though a second person stands there") {
    state::Printing jammed = printing();
    jammed.progress.phase = printing::PrintPhase::jammed;
    Driver visit = frozen(jammed);
    for (int second = 0; second < 300; ++second)
        visit.on(event::Second{});
    REQUIRE(visit.commanded<command::ReportCopy>());
    CHECK(visit.commanded<command::ReportCopy>()->pages == 0);
    CHECK(name(underneath(visit.state)) == "interrupted");
}

TEST_CASE("U7 a visit that ends by itself covers nothing any more") {
    Driver visit = frozen(state::Opening{found(), 0});
    visit.on(event::LicenceOpened{std::unexpected(unreachable()), licence().identifier});
    CHECK(visit.isAt("trouble"));
    CHECK(visit.commanded<command::EndVisit>());
}

TEST_CASE("U7 D11 the door voids the copy under way of whoever was first") {
    Driver visit = frozen(printing(3));
    visit.around.cabinet.door = drivers::CabinetDoor::open;
    visit.on(event::CabinetChanged{});
    CHECK(visit.isAt("outOfService"));
    REQUIRE(visit.commanded<command::ReportCopy>());
    CHECK(visit.commanded<command::ReportCopy>()->pages == 0);
}

TEST_CASE("U7 U5 nobody answers: asked as ever, never while paper moves, then wiped") {
    for (const State& state : personalStates()) {
        INFO(name(state));
        Driver visit = frozen(state);
        const bool works = isPaperOnItsWay(state) ||
                           std::holds_alternative<state::Searching>(state) ||
                           std::holds_alternative<state::AskingGrants>(state) ||
                           std::holds_alternative<state::Opening>(state);
        CHECK(waitsForPerson(visit.state) != works);
        visit.on(event::Abandoned{});
        CHECK(visit.isAt(isPaperOnItsWay(state) ? "secondPerson" : "start"));
        if (visit.isAt("start"))
            CHECK(visit.commanded<command::EndVisit>());
    }
}

TEST_CASE("U7 D11 the light shows where the card goes, and not to the first person's paper") {
    CHECK(lightsFor(frozen(state::Take{found(), {}, 1, 9}).state) ==
          Lights{.card = drivers::FlashRate::slow});
}

} // namespace kiosk::visit::tests
