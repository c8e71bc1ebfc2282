// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/unit/visit/visit_words.h"

namespace kiosk::visit::tests {

namespace {

Driver searching() {
    return {state::Searching{Found{.holder = holder()}, {kYunzhou, kHaining}}};
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

TEST_CASE("R3 asking the silent region again keeps what the other had answered") {
    Found partly = found(2);
    partly.gaps.push_back({kHaining, unreachable()});
    Driver visit{state::Choose{partly}};
    visit.on(touch::Retry{});
    CHECK(visit.commanded<command::SearchRegions>()->regions == std::vector{kHaining});
    visit.on(event::RegionAnswered{kHaining, std::unexpected(unreachable())});
    CHECK(visit.as<state::Choose>().found.licences.size() == 2);
}

TEST_CASE("R3 an answer that comes twice counts once") {
    Driver visit = searching();
    visit.on(event::RegionAnswered{kYunzhou, std::vector{licence()}});
    visit.on(event::RegionAnswered{kYunzhou, std::vector{licence()}});
    CHECK(visit.as<state::Searching>().found.licences.size() == 1);
}

TEST_CASE("R3 the list does not depend on who answered first") {
    Driver visit = searching();
    visit.on(event::RegionAnswered{
        kYunzhou, std::vector{licence(kYunzhou, LicenceState::expired), licence(kYunzhou)}});
    visit.on(event::RegionAnswered{kHaining, std::vector{licence(kHaining)}});
    const auto& licences = visit.as<state::Choose>().found.licences;
    CHECK(licences[0].region == kHaining);
    CHECK(licences[2].state == LicenceState::expired);
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
    Driver searching{state::Searching{Found{.holder = holder()}, {kYunzhou}}};
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
