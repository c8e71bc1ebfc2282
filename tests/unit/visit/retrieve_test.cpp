// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/unit/visit/visit_words.h"

namespace kiosk::visit::tests {

namespace {

Driver searching() {
    return {state::Searching{Found{.holder = holder(), .pending = {kYunzhou, kHaining}}}};
}

} // namespace

TEST_CASE("R3 one silent region is named beside what the other holds") {
    Driver visit = searching();
    visit.on(event::RegionAnswered{kHaining, std::unexpected(unreachable())});
    CHECK(visit.isAt("searching"));
    visit.on(event::RegionAnswered{kYunzhou, std::vector{licence(), licence()}});
    const Found& result = visit.as<state::Choose>().found;
    CHECK(result.licences.size() == 2);
    REQUIRE(result.gaps.size() == 1);
    CHECK(result.gaps[0].region == kHaining);
}

TEST_CASE("R3 none held is an answer, no answer at all is an offer to keep the wish") {
    Driver none = searching();
    none.on(event::RegionAnswered{kYunzhou, std::vector<Licence>{}});
    none.on(event::RegionAnswered{kHaining, std::vector<Licence>{}});
    CHECK(none.as<state::Choose>().found.licences.empty());

    Driver silent = searching();
    silent.on(event::RegionAnswered{kYunzhou, std::unexpected(unreachable())});
    silent.on(event::RegionAnswered{kHaining, std::unexpected(unreachable())});
    CHECK(silent.as<state::OfferToKeep>().found.gaps.size() == 2);
}

TEST_CASE("R3 the list opens with the first licence, and names who is still asked") {
    Driver visit = searching();
    visit.on(event::RegionAnswered{kYunzhou, std::vector{licence()}});
    const auto& choose = visit.as<state::Choose>();
    CHECK(choose.found.pending == std::vector{kHaining});
    CHECK(choose.awaited == std::vector{kHaining});
}

TEST_CASE("R3 a region that holds nothing opens no empty list while others are asked") {
    Driver visit = searching();
    visit.on(event::RegionAnswered{kYunzhou, std::vector<Licence>{}});
    CHECK(visit.isAt("searching"));
    visit.on(event::RegionAnswered{kHaining, std::unexpected(unreachable())});
    CHECK(visit.as<state::Choose>().found.gaps.size() == 1);
}

TEST_CASE("R3 what is on the list keeps its place whoever answers later") {
    Driver visit = searching();
    visit.on(event::RegionAnswered{
        kYunzhou, std::vector{licence(kYunzhou, LicenceState::expired), licence(kYunzhou)}});
    visit.on(event::RegionAnswered{kHaining, std::vector{licence(kHaining)}});
    const auto& choose = visit.as<state::Choose>();
    REQUIRE(choose.found.licences.size() == 3);
    CHECK(choose.found.licences[0].state == LicenceState::valid);
    CHECK(choose.found.licences[1].state == LicenceState::expired);
    CHECK(choose.found.licences[2].region == kHaining);
    CHECK(choose.found.pending.empty());
    CHECK(choose.awaited == std::vector{kHaining}); // and its form
}

TEST_CASE("R3 a region that answers while a licence is looked at is on the list afterwards") {
    Found partly = found(1);
    partly.pending = {kHaining};
    Driver visit{state::Look{partly, 0, opened()}};
    visit.on(event::RegionAnswered{kHaining, std::vector{licence(kHaining)}});
    REQUIRE(visit.isAt("look"));
    visit.on(touch::Back{});
    CHECK(visit.as<state::Choose>().found.licences.size() == 2);
}

TEST_CASE("R3 no state forgets a region that answers late") {
    for (State state : everyState()) {
        Driver visit{std::move(state)};
        const std::string before(name(visit.state));
        visit.on(event::RegionAnswered{{"970000", "无人省"}, std::vector{licence()}});
        CHECK(name(visit.state) == before); // nobody asked it
    }
    Found partly = found(1);
    partly.pending = {kHaining};
    Driver printed{state::Take{partly, {"A7K2"}, 1, 9}};
    printed.on(event::RegionAnswered{kHaining, std::unexpected(unreachable())});
    printed.on(touch::OnceMore{});
    CHECK(printed.as<state::Choose>().found.gaps.size() == 1);
}

TEST_CASE("R3 asking the silent region again keeps the list, and asks nobody else") {
    Found partly = found(kItemsPerPage + 1);
    partly.gaps.push_back({kHaining, unreachable()});
    Driver visit{state::Choose{partly, kItemsPerPage}};
    visit.on(touch::Retry{});
    CHECK(visit.commanded<command::SearchRegions>()->regions == std::vector{kHaining});
    CHECK(visit.as<state::Choose>().firstItem == kItemsPerPage);
    visit.on(touch::Retry{}); // it is being asked
    CHECK(visit.commanded<command::SearchRegions>() == nullptr);
    visit.on(event::RegionAnswered{kHaining, std::unexpected(unreachable())});
    CHECK(visit.as<state::Choose>().found.licences.size() == kItemsPerPage + 1);
    CHECK(visit.as<state::Choose>().found.gaps.size() == 1);
}

TEST_CASE("R3 with nothing on the list the silent region is asked from the beginning") {
    Driver visit{state::Choose{Found{.holder = holder(), .gaps = {{kHaining, unreachable()}}}}};
    visit.on(touch::Retry{});
    CHECK(visit.as<state::Searching>().found.pending == std::vector{kHaining});
}

TEST_CASE("R3 an answer that comes twice counts once") {
    Driver visit = searching();
    visit.on(event::RegionAnswered{kYunzhou, std::vector{licence()}});
    visit.on(event::RegionAnswered{kYunzhou, std::vector{licence()}});
    CHECK(visit.as<state::Choose>().found.licences.size() == 1);
}

TEST_CASE("U5 a region that never answers keeps nobody from being asked whether they are there") {
    Found partly = found(1);
    partly.pending = {kHaining};
    CHECK(waitsForPerson(state::Choose{partly, 0, {kHaining}}));
}

TEST_CASE("V3 a licence whose seal cannot be judged is shown and not printed") {
    for (const auto judgement : {verify::Judgement::cannotTell, verify::Judgement::notValid}) {
        Driver visit{state::Look{found(), 0, opened(judgement)}};
        visit.on(touch::GoToPurpose{});
        CHECK(visit.isAt("look"));
    }
    Driver good{state::Look{found(), 0, opened()}};
    good.on(touch::GoToPurpose{});
    CHECK(good.isAt("choosePurpose"));
}

TEST_CASE("V3 no state but valid is printed, unknown least of all") {
    using enum LicenceState;
    for (const auto state :
         {suspended, withdrawn, cancelled, revoked, expired, superseded, unknown})
        CHECK_FALSE(whyNotPrintable(licence(kYunzhou, state), *opened(), {}).empty());
    CHECK(whyNotPrintable(licence(), *opened(), {}).empty());
}

TEST_CASE("U11 without a printer a licence is still shown, and the reason said") {
    Surroundings noPrinter;
    noPrinter.services.printing = ServiceState::out;
    CHECK(whyNotPrintable(licence(), *opened(), noPrinter) == "look.not-printable.printer");
}

TEST_CASE("R7 a licence whose own permissions forbid printing is shown, and the reason said") {
    OpenedLicence forbidden = *opened();
    forbidden.printable = false;
    CHECK(whyNotPrintable(licence(), forbidden, {}) == "look.not-printable.not-permitted");
}

TEST_CASE("an index outside the list chooses nothing") {
    Driver visit{state::Choose{found(2)}};
    visit.on(touch::ChooseLicence{2});
    CHECK(visit.isAt("choose"));
    visit.on(touch::ChooseLicence{1});
    CHECK(visit.commanded<command::OpenLicence>());
    visit.on(event::LicenceOpened{opened(), licence().identifier});
    CHECK(visit.as<state::Look>().index == 1);
}

TEST_CASE("A54 nobody has to wait for a region: back leads out of the search and to the list") {
    Driver searching{state::Searching{Found{.holder = holder(), .pending = {kYunzhou}}}};
    searching.on(touch::Back{});
    CHECK(searching.isAt("start"));
    CHECK(searching.commanded<command::EndVisit>());

    Found two = found(2);
    two.licences[1].identifier = "1.2.156.3005.2.x.other";
    Driver opening{state::Opening{two, 0}};
    opening.on(touch::Back{});
    REQUIRE(opening.isAt("choose"));
    opening.on(touch::ChooseLicence{1});
    opening.on(event::LicenceOpened{opened(), two.licences[0].identifier}); // late
    CHECK(opening.isAt("opening"));
    opening.on(event::LicenceOpened{opened(), two.licences[1].identifier});
    CHECK(opening.as<state::Look>().index == 1);
}

TEST_CASE("A10 lists and licences turn pages within their ends") {
    Driver list{state::Choose{found(kItemsPerPage + 1)}};
    list.on(touch::ListPage{-1});
    CHECK(list.as<state::Choose>().firstItem == 0);
    list.on(touch::ListPage{+1}).on(touch::ListPage{+1});
    CHECK(list.as<state::Choose>().firstItem == kItemsPerPage);

    Driver pages{state::Look{found(), 0, opened(verify::Judgement::valid, 2)}};
    pages.on(touch::LookPage{+1}).on(touch::LookPage{+1});
    CHECK(pages.as<state::Look>().page == 1);
}

} // namespace kiosk::visit::tests
