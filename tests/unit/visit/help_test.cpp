// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/visit/lights.h"
#include "firmware/visit/paper.h"
#include "firmware/visit/view.h"
#include "tests/unit/visit/visit_words.h"

// "Call staff": the screen is covered, the visit kept, a ticket printed for the window (A54, A58).

namespace kiosk::visit::tests {

namespace {

using printing::PrintPhase;

bool isOut(const State& state) {
    return std::holds_alternative<state::OutOfService>(state);
}

bool isCovered(const State& state) {
    return std::holds_alternative<state::Help>(state);
}

Driver called(State state) {
    Driver visit{std::move(state)};
    visit.around.freshTicketNumber = "407188";
    visit.on(touch::CallStaff{});
    REQUIRE(visit.isAt("help"));
    return visit;
}

HelpView viewOf(const Driver& visit) {
    return std::get<HelpView>(contentOf(visit.state, visit.around));
}

void pass(Driver& visit, int seconds) {
    for (int i = 0; i < seconds; ++i)
        visit.on(event::Second{});
}

/// Keys instead of texts, values in brackets.
PaperWords keysAsWords() {
    return {
        [](const Language&, std::string_view key, std::initializer_list<std::string_view> values) {
            std::string text(key);
            for (const std::string_view value : values)
                text += value.empty() ? "" : "[" + std::string(value) + "]";
            return text;
        },
        {}};
}

document::Slip ticketOf(const State& state) {
    Driver visit = called(state);
    visit.around.hasSlipPrinter = true;
    visit.on(touch::PrintTicket{});
    REQUIRE(visit.commanded<command::PrintTicket>());
    return windowSlip(keysAsWords(), visit.commanded<command::PrintTicket>()->ticket, "place", {});
}

bool holds(const document::Slip& slip, const std::string& what) {
    const auto has = [&](const std::string& text) { return text.find(what) != std::string::npos; };
    return std::ranges::any_of(slip.heading, has) || std::ranges::any_of(slip.lines, has) ||
           has(slip.number) || has(slip.numberLabel) || has(slip.code);
}

} // namespace

TEST_CASE("A54 staff are called from every state, and one goes on where one was") {
    for (const State& state : everyState()) {
        if (isOut(state) || isCovered(state))
            continue;
        INFO(name(state));
        Driver visit = called(state);
        CHECK(visit.commanded<command::CallStaff>());
        CHECK(name(underneath(visit.state)) == name(underneath(state)));
        for (const Event& back : {Event{touch::GoOn{}}, Event{touch::Back{}}}) {
            Driver again = visit;
            again.on(back);
            CHECK(name(again.state) == name(state));
            CHECK(again.commands.empty());
        }
    }
}

TEST_CASE("A54 nothing is lost while staff come: all a visit holds is there afterwards") {
    state::ChoosePurpose before{found(3), 2, opened(), 1};
    before.copies = 3;
    Driver visit = called(before);
    pass(visit, kHelpSeconds - 1);
    visit.on(touch::GoOn{});
    const auto& after = visit.as<state::ChoosePurpose>();
    CHECK(after.found.licences == before.found.licences);
    CHECK(after.index == 2);
    CHECK(after.chosen == 1);
    CHECK(after.copies == 3);
    CHECK(after.opened == before.opened);
}

TEST_CASE("A54 after five minutes the visit ends wiped, and a key or touch begins them anew") {
    Driver visit = called(state::Choose{found()});
    CHECK(viewOf(visit).secondsLeft == kHelpSeconds);
    pass(visit, kHelpSeconds - 1);
    CHECK(viewOf(visit).secondsLeft == 1);
    visit.on(event::Stirred{});
    CHECK(viewOf(visit).secondsLeft == kHelpSeconds);
    pass(visit, kHelpSeconds - 1);
    CHECK(visit.isAt("help"));
    pass(visit, 1);
    CHECK(visit.isAt("start"));
    CHECK(visit.commanded<command::EndVisit>());
}

TEST_CASE(
    "A52 nobody is asked a second time while staff come, and nothing is wiped while paper moves") {
    for (const State& state : everyState()) {
        if (isOut(state) || isCovered(state))
            continue;
        INFO(name(state));
        Driver visit = called(state);
        CHECK_FALSE(waitsForPerson(visit.state));
        for (int second = 0; second < kHelpSeconds && visit.isAt("help"); ++second)
            pass(visit, 1);
        CHECK(visit.isAt(worksForPerson(underneath(state)) ? "help" : "start"));
    }
}

TEST_CASE("A54 what was under way comes to its end beneath, and is there when one goes on") {
    Driver searching = called(state::Searching{Found{.holder = holder(), .pending = {kYunzhou}}});
    searching.on(event::RegionAnswered{kYunzhou, std::vector{licence()}}).on(touch::GoOn{});
    CHECK(searching.as<state::Choose>().found.licences.size() == 1);

    Driver reading = called(state::Identify{IdentifyView::Phase::reading, {}});
    reading.on(event::CardRead{card()});
    CHECK(reading.isAt("help"));
    CHECK(reading.commanded<command::SearchRegions>());

    Driver scanning = called(state::Scan{});
    scanning.on(event::CameraFailed{unreachable()}).on(touch::GoOn{});
    CHECK(scanning.isAt("trouble"));

    Driver waiting = called(state::Take{found(), {"A7K2"}, 1, 9});
    pass(waiting, 20);
    waiting.on(touch::GoOn{});
    CHECK(waiting.as<state::Take>().secondsLeft == 9);
}

TEST_CASE("A54 a card laid where one is asked for goes on with the visit") {
    Driver visit = called(state::Identify{});
    visit.on(event::CardLaid{});
    CHECK(visit.as<state::Identify>().phase == IdentifyView::Phase::reading);
    CHECK(visit.commanded<command::ReadCard>());
}

TEST_CASE("A54 D8 printing goes on beneath, its trouble is told, and copies follow each other") {
    Driver visit = called(printing(1, 2));
    REQUIRE(viewOf(visit).printing);
    CHECK_FALSE(viewOf(visit).canStartOver);
    visit.on(event::PrintMoved{drivers::JobProgress{drivers::JobState::completed, 1, {}}, {}});
    CHECK(visit.commanded<command::ReserveCopy>());
    visit.on(touch::StartOver{});
    CHECK(visit.isAt("help"));
}

TEST_CASE(
    "U7 A54 a second card while staff come asks whose turn it is; the first goes on with theirs") {
    Driver visit = called(state::Choose{found()});
    visit.on(event::CardRead{card()});
    CHECK(visit.isAt("help"));
    visit.on(event::CardRead{otherCard()});
    REQUIRE(visit.isAt("secondPerson"));
    visit.on(touch::CallStaff{});
    REQUIRE(visit.isAt("help"));
    visit.on(event::CardRead{otherCard()}).on(touch::GoOn{});
    CHECK(visit.isAt("secondPerson"));
    visit.on(event::CardRead{card()});
    CHECK(visit.isAt("choose"));
}

TEST_CASE(
    "A58 a ticket comes from every state, and says no name, no number and no kind of licence") {
    for (const State& state : everyState()) {
        if (isOut(state) || isCovered(state))
            continue;
        INFO(name(state));
        const document::Slip slip = ticketOf(state);
        CHECK(slip.number == "4071 88");
        CHECK(holds(slip, "paper.ticket.matter."));
        CHECK(holds(slip, "paper.ticket.bring."));
        CHECK(slip.code.empty());
        for (const std::string& secret :
             {holder().name, holder().code, licence().number, licence().typeName,
              std::string("0123456789"), std::string("A7K2")})
            CHECK_FALSE(holds(slip, secret));
    }
}

TEST_CASE("A58 a ticket tells what was done so far, and the code of what went wrong") {
    CHECK(holds(ticketOf(state::Start{}), "paper.ticket.done.none"));
    CHECK(holds(ticketOf(state::Choose{found()}), "paper.ticket.done.list"));
    CHECK(holds(ticketOf(state::Take{found(), {"A7K2"}, 2, 9}), "paper.ticket.done.printed[2]"));
    CHECK(holds(ticketOf(state::Trouble{unreachable()}),
                "paper.ticket.problem[authority.unreachable]"));
    state::Printing second = printing(2, 2);
    const document::Slip slip = ticketOf(state::Interrupted{second, "A7K2", unreachable(), true});
    CHECK(holds(slip, "paper.ticket.done.printed[2]"));
    CHECK(holds(slip, "paper.ticket.done.void"));
    CHECK(holds(ticketOf(state::CopyVerdict{}), "paper.ticket.bring.copy"));
    CHECK(holds(ticketOf(state::Kept{"0123456789"}), "paper.ticket.bring.slip"));
}

TEST_CASE("A58 one ticket at a time, and another only where the last did not come out") {
    Driver visit = called(state::Choose{found()});
    visit.on(touch::PrintTicket{});
    CHECK(viewOf(visit).ticket == KeptView::Slip::onItsWay);
    visit.on(touch::PrintTicket{});
    CHECK(visit.commands.empty());
    visit.on(event::TicketMoved{PrintPhase::needsPaper});
    CHECK(viewOf(visit).ticket == KeptView::Slip::needsPaper);
    CHECK(viewOf(visit).ticketNumber == "4071 88");
    visit.on(touch::PrintTicket{});
    CHECK(visit.commanded<command::PrintTicket>());
    visit.on(event::TicketMoved{PrintPhase::done});
    CHECK(viewOf(visit).ticket == KeptView::Slip::out);
    visit.on(touch::PrintTicket{});
    CHECK(visit.commands.empty());
}

TEST_CASE("A58 the only printer prints no ticket between the sheets of a copy") {
    Driver visit = called(printing());
    CHECK_FALSE(viewOf(visit).canPrintTicket);
    visit.on(touch::PrintTicket{});
    CHECK_FALSE(visit.commanded<command::PrintTicket>());
    visit.around.hasSlipPrinter = true;
    CHECK(viewOf(visit).canPrintTicket);
    visit.on(touch::PrintTicket{});
    CHECK(visit.commanded<command::PrintTicket>());
    Driver voiding = called(state::Interrupted{printing(), "A7K2-93QX-0001", unreachable(), false});
    CHECK_FALSE(viewOf(voiding).canPrintTicket);
}

TEST_CASE("A58 a ticket nobody hears of any more is not called out") {
    Driver visit = called(state::Opening{found(), 0});
    visit.on(touch::PrintTicket{});
    visit.on(event::LicenceOpened{std::unexpected(unreachable()), licence().identifier});
    CHECK(viewOf(visit).ticket == KeptView::Slip::none);
}

TEST_CASE("A54 who comes and how long it takes is told; where nobody is on duty, whom to ring") {
    using namespace std::chrono_literals;
    Driver visit = called(state::Start{});
    visit.around.staff = {.hours = StaffDuty::Hours{.from = 9h, .to = 17h},
                          .waitMinutes = 5,
                          .hotline = "0990-12345"};
    visit.around.now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 26) + 4h; // 12:00 here
    CHECK(viewOf(visit).onDuty);
    CHECK(viewOf(visit).waitMinutes == 5);
    CHECK(viewOf(visit).backAt.empty());
    visit.around.now += 6h;
    CHECK_FALSE(viewOf(visit).onDuty);
    CHECK(viewOf(visit).hotline == "0990-12345");
    CHECK(viewOf(visit).backAt == "2026-11-27 09:00");
}

TEST_CASE("A54 a cabinet out of service gives the number to ring while nobody is on duty") {
    Driver visit{state::OutOfService{{ErrorKind::device, "cabinet.opened", Remedy::technician}}};
    visit.around.staff.hotline = "0990-12345";
    const auto hotline = [&] {
        return std::get<OutOfServiceView>(contentOf(visit.state, visit.around)).hotline;
    };
    CHECK(hotline().empty());
    visit.around.staff.hours = StaffDuty::Hours{};
    CHECK(hotline() == "0990-12345");
    visit.on(touch::CallStaff{});
    CHECK(visit.isAt("outOfService"));
    CHECK(visit.commanded<command::CallStaff>());
}

TEST_CASE("D11 the lights of what is covered go on while staff come") {
    CHECK(lightsFor(called(state::Take{found(), {}, 1, kTakeSeconds}).state) ==
          Lights{.paper = drivers::FlashRate::slow});
}

} // namespace kiosk::visit::tests
