// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/unit/staff/staff_words.h"

namespace kiosk::staff::tests {

namespace {

using Deed = CodesView::Deed;

event::HandoutMade made() {
    const auto handout =
        std::make_shared<handout::Handout>(handout::Handout{.report = "{}", .fingerprint = "3F7A"});
    return {event::MadeHandout{handout, {std::make_shared<document::Picture>()}}};
}

Walk atCodes() {
    Walk walk;
    walk.comeIn(Role::technician).go(open(Page::codes));
    return walk;
}

CodesView codes(const Walk& walk) {
    return std::get<PageView>(viewOf(walk.mode)).codes;
}

} // namespace

TEST_CASE("G2 the codes hold what the kiosk's parts have answered, and stay as they are then") {
    Walk walk = atCodes();
    CHECK(walk.command<command::GatherFacts>() != nullptr);
    Facts facts;
    facts.health.printer.sheetsLeft = 17;
    walk.wait(kCodesSeconds - 1).go(event::FactsTold{facts});
    CHECK(walk.command<command::MakeHandout>() == nullptr);
    walk.wait(1);
    REQUIRE(walk.command<command::MakeHandout>() != nullptr);
    CHECK(walk.command<command::MakeHandout>()->health.printer.sheetsLeft == 17);
    CHECK(codes(walk).pictures.empty());
    walk.go(made());
    CHECK(codes(walk).pictures.size() == 1);
    CHECK(codes(walk).fingerprint == "3F7A");
    walk.go(event::FactsTold{}).wait(10);
    CHECK(walk.command<command::MakeHandout>() == nullptr);
    CHECK(codes(walk).pictures.size() == 1);
}

TEST_CASE("G2 the slip and the file are of the report whose codes are shown, once at a time") {
    Walk walk = atCodes().wait(kCodesSeconds);
    CHECK(walk.go(press(Key::print)).commands.empty()); // nothing is made yet
    walk.go(made()).go(press(Key::print));
    REQUIRE(walk.command<command::PrintHandout>() != nullptr);
    CHECK(walk.command<command::PrintHandout>()->handout->fingerprint == "3F7A");
    CHECK(codes(walk).printing == Deed::underWay);
    CHECK(walk.go(press(Key::print)).commands.empty());
    walk.go(press(Key::save));
    REQUIRE(walk.command<command::SaveHandout>() != nullptr);
    walk.go(event::HandoutSaved{}).go(event::HandoutPrinted{});
    CHECK(codes(walk).printing == Deed::done);
    CHECK(codes(walk).saving == Deed::done);
}

TEST_CASE("G2 what does not come out is said with its cause, and may be tried again") {
    Walk walk = atCodes().go(made()).go(press(Key::print));
    const Error out(ErrorKind::device, "printer.paper-out", Remedy::attendant);
    walk.go(event::HandoutPrinted{std::unexpected(out)});
    CHECK(codes(walk).error == out);
    CHECK(codes(walk).printing == Deed::none);
    walk.go(press(Key::print));
    CHECK(walk.command<command::PrintHandout>() != nullptr);
    CHECK_FALSE(codes(walk).error);
    Walk without = atCodes();
    without.go(event::HandoutMade{std::unexpected(spoilt())});
    CHECK(codes(without).error == spoilt());
    CHECK(without.go(press(Key::save)).commands.empty());
}

TEST_CASE("G2 leaving the page destroys its report; an answer that comes later is not shown") {
    Walk walk = atCodes().go(made());
    walk.go(visit::Touch{visit::touch::Back{}}).go(open(Page::board)).go(made());
    CHECK(codes(walk).pictures.empty());
    CHECK_FALSE(walk.state<state::Inside>().handout);
    Walk early = atCodes();
    early.go(visit::Touch{visit::touch::Back{}}).wait(kCodesSeconds);
    CHECK(early.command<command::MakeHandout>() == nullptr);
    CHECK(Walk().comeIn(Role::attendant).go(open(Page::codes)).state<state::Inside>().page ==
          Page::codes); // whoever is there first takes it down for who comes
}

} // namespace kiosk::staff::tests
