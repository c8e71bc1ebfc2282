// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/licence/check_characters.h"
#include "firmware/visit/view.h"
#include "tests/unit/visit/visit_words.h"

// Staff who were called come and lay their card: with the agreement of the person in front they
// look on, and the person still confirms (A58).

namespace kiosk::visit::tests {

namespace {

const Result<std::string> kAttendant = std::string("attendant");

Driver called(State state) {
    Driver visit{std::move(state)};
    visit.on(touch::CallStaff{});
    REQUIRE(visit.isAt("help"));
    return visit;
}

/// As Visit does what the machine commands.
void follow(Driver& visit) {
    if (const auto* beside = visit.commanded<command::StaffBeside>())
        visit.around.staffBeside = beside->role;
    if (visit.commanded<command::StaffGone>() != nullptr)
        visit.around.staffBeside.clear();
}

Driver withStaff(State state) {
    Driver visit = called(std::move(state));
    visit.on(event::StaffCardLaid{kAttendant}).on(touch::Agree{});
    follow(visit);
    REQUIRE(visit.around.staffBeside == "attendant");
    return visit;
}

HelpView helpOf(const Driver& visit) {
    return std::get<HelpView>(contentOf(visit.state, visit.around));
}

LookView lookOf(const Driver& visit) {
    return std::get<LookView>(contentOf(visit.state, visit.around));
}

state::ChoosePurpose chosen() {
    return {.found = found(), .index = 0, .opened = opened(), .chosen = 0, .copies = 2};
}

} // namespace

TEST_CASE("A58 whoever comes with a staff card asks before anything is uncovered") {
    for (const State& state : everyState()) {
        if (name(state) == "help" || name(state) == "outOfService")
            continue;
        INFO(name(state));
        Driver visit = called(state);
        CHECK_FALSE(helpOf(visit).staffCame);
        visit.on(event::StaffCardLaid{kAttendant});
        REQUIRE(visit.isAt("help"));
        CHECK(helpOf(visit).staffCame);
        REQUIRE(visit.commanded<command::StaffCame>());
        CHECK(visit.commanded<command::StaffCame>()->role == "attendant");
        CHECK_FALSE(visit.commanded<command::StaffBeside>());

        Driver together = visit;
        together.on(touch::Agree{});
        CHECK(together.isAt(name(state)));
        REQUIRE(together.commanded<command::StaffBeside>());
        CHECK(together.commanded<command::StaffBeside>()->role == "attendant");

        for (const Touch& alone : {Touch{touch::GoOn{}}, Touch{touch::Back{}}}) {
            Driver onTheirOwn = visit;
            onTheirOwn.on(alone);
            CHECK(onTheirOwn.isAt(name(state)));
            CHECK(onTheirOwn.commands.empty());
        }
    }
}

TEST_CASE("A58 without a staff card nobody agrees to anything") {
    Driver visit = called(state::Choose{found()});
    visit.on(touch::Agree{});
    CHECK(visit.isAt("help"));
    CHECK(visit.commands.empty());
}

TEST_CASE("A58 a staff card that opens nothing says why, and the next one is welcome") {
    Driver visit = called(state::Choose{found()});
    const Error unknown{ErrorKind::notFound, "staff.card-unknown", Remedy::technician};
    visit.on(event::StaffCardLaid{std::unexpected(unknown)});
    CHECK(helpOf(visit).problem == "staff.card-unknown");
    CHECK_FALSE(helpOf(visit).staffCame);
    CHECK(visit.commands.empty());
    visit.on(touch::Agree{});
    CHECK(visit.isAt("help"));
    visit.on(event::StaffCardLaid{kAttendant});
    CHECK(helpOf(visit).staffCame);
    CHECK(helpOf(visit).problem.empty());
}

TEST_CASE("A58 who comes late is not too late: the time to answer begins anew") {
    Driver visit = called(state::Choose{found()});
    for (int i = 0; i < kHelpSeconds - 1; ++i)
        visit.on(event::Second{});
    visit.on(event::StaffCardLaid{kAttendant});
    CHECK(helpOf(visit).secondsLeft == kHelpSeconds);
}

TEST_CASE("A58 R6 a number that was shown is covered before staff see it, and stays so") {
    state::Look look{found(), 0, opened()};
    look.numberShown = true;
    Driver visit = withStaff(look);
    const std::string masked = maskedCode(licence().number);
    const auto isCovered = [&] {
        const LookView view = lookOf(visit);
        return view.number == masked && !view.numberShown;
    };
    CHECK(isCovered());
    CHECK_FALSE(lookOf(visit).canShowNumber);
    visit.on(touch::ToggleNumber{});
    CHECK(isCovered());

    visit.on(touch::CallStaff{}).on(touch::GoOn{});
    follow(visit);
    CHECK(isCovered()); // nobody pressed anything to see it
    CHECK(lookOf(visit).canShowNumber);
    visit.on(touch::ToggleNumber{});
    CHECK(lookOf(visit).numberShown);
}

TEST_CASE("A58 with staff beside nothing is printed before it is confirmed") {
    Driver visit = withStaff(chosen());
    visit.on(touch::Print{});
    REQUIRE(visit.isAt("confirmPrint"));
    CHECK(visit.commands.empty());
    const auto view = std::get<ConfirmPrintView>(contentOf(visit.state, visit.around));
    CHECK(view.typeName == licence().typeName);
    CHECK(view.purpose.key == visit.around.purposes.front().key);
    CHECK(view.sheets == 2);

    Driver changed = visit;
    changed.on(touch::Back{});
    REQUIRE(changed.isAt("choosePurpose"));
    CHECK(changed.as<state::ChoosePurpose>().copies == 2);
    CHECK(changed.as<state::ChoosePurpose>().chosen == 0);

    visit.on(touch::Agree{});
    REQUIRE(visit.isAt("printing"));
    CHECK(visit.as<state::Printing>().copies == 2);
    CHECK(visit.as<state::Printing>().purpose.key == view.purpose.key);
    REQUIRE(visit.commanded<command::ReserveCopy>());
    CHECK(visit.commanded<command::ReserveCopy>()->purpose.key == view.purpose.key);

    Driver alone{chosen()};
    alone.on(touch::Print{});
    CHECK(alone.isAt("printing"));
}

TEST_CASE("A58 with staff beside their key covers the screen and calls nobody else") {
    Driver visit = withStaff(state::Choose{found()});
    visit.on(touch::CallStaff{});
    REQUIRE(visit.isAt("help"));
    CHECK(visit.commands.empty());
    CHECK(helpOf(visit).staffCame);

    Driver together = visit;
    together.on(touch::Agree{});
    CHECK(together.isAt("choose"));
    CHECK_FALSE(together.commanded<command::StaffGone>());

    Driver again = visit;
    again.on(touch::CallStaff{}); // they went off
    CHECK(again.commanded<command::CallStaff>());

    visit.on(touch::GoOn{});
    CHECK(visit.isAt("choose"));
    CHECK(visit.commanded<command::StaffGone>());
}

TEST_CASE("A58 staff leave by laying their card again, wherever the visit stands") {
    for (const State& state : everyState()) {
        if (name(state) == "help" || name(state) == "outOfService")
            continue;
        INFO(name(state));
        Driver visit = withStaff(state);
        visit.on(event::StaffCardLaid{kAttendant});
        CHECK(visit.isAt(name(state)));
        CHECK(visit.commanded<command::StaffGone>());
        follow(visit);
        visit.on(event::StaffCardLaid{kAttendant});
        CHECK(visit.commands.empty());
    }
}

TEST_CASE("A58 R5 two who go on together have not asked staff to look on") {
    Driver visit = withStaff(state::SecondPerson{layAside(state::Choose{found()})});
    visit.on(touch::HelpSomebody{});
    CHECK(visit.isAt("companionCard"));
    CHECK(visit.commanded<command::StaffGone>());
}

} // namespace kiosk::visit::tests
