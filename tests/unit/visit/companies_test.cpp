// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/visit/companies.h"
#include "firmware/visit/view.h"
#include "tests/support/sample_copy_code.h"
#include "tests/unit/visit/visit_words.h"

namespace kiosk::visit::tests {

namespace {

Licence companyLicence() {
    Licence held = licence();
    held.holder = grant().enterprise;
    held.typeName = "营业执照";
    return held;
}

Company company(std::string objection = {}) {
    Company result{grant(), std::move(objection)};
    if (result.objection.empty())
        result.licences = {companyLicence()};
    return result;
}

/// Both regions are asked for grants.
Driver asking() {
    Driver visit{state::Choose{found(2)}};
    visit.on(touch::SwitchSubject{});
    return visit;
}

ChooseView shown(const Driver& visit) {
    return std::get<ChooseView>(contentOf(visit.state, visit.around));
}

} // namespace

TEST_CASE("R4 whoever acts for a company has every region asked, with their own name") {
    const Driver visit = asking();
    REQUIRE(visit.isAt("askingGrants"));
    CHECK(visit.commanded<command::AskGrants>()->person == holder());
    CHECK(visit.commanded<command::AskGrants>()->regions == surroundings().regions);
    CHECK_FALSE(waitsForPerson(visit.state));
}

TEST_CASE("R4 a company's licences are a list of their own, one press away from the person's") {
    Driver visit = asking();
    visit.on(event::GrantsAnswered{kYunzhou, std::vector{company()}});
    CHECK(visit.isAt("askingGrants"));
    visit.on(event::GrantsAnswered{kHaining, std::vector<Company>{}});
    ChooseView list = shown(visit);
    REQUIRE(list.company);
    CHECK(list.company->name == grant().enterprise.name);
    REQUIRE(list.items.size() == 1);
    CHECK(list.items[0].typeName == "营业执照");
    visit.on(touch::SwitchSubject{});
    list = shown(visit);
    CHECK_FALSE(list.company);
    CHECK(list.items.size() == 2);
    CHECK(list.nextCompany == grant().enterprise.name);
    visit.on(touch::SwitchSubject{}); // known: nobody is asked again
    CHECK(visit.isAt("choose"));
    CHECK(shown(visit).company);
}

TEST_CASE("R4 the switch goes round every company and back to the person") {
    Driver visit{state::Choose{actingFor({"", "", "grant.expired"})}};
    for (const auto& subject : {Subject(0), Subject(1), Subject(2), Subject()}) {
        visit.on(touch::SwitchSubject{});
        CHECK(visit.as<state::Choose>().subject == subject);
    }
}

TEST_CASE("R4 a company's licence is fetched and its copy reserved by the grant") {
    Driver visit{state::Choose{.found = actingFor({"", ""}), .subject = 1}};
    visit.on(touch::ChooseLicence{0});
    CHECK(visit.commanded<command::OpenLicence>()->grantNumber == "G990000-2026-00011");
    visit.on(event::LicenceOpened{opened(), licence().identifier}).on(touch::GoToPurpose{});
    visit.on(touch::ChoosePurpose{0}).on(touch::Print{});
    CHECK(visit.commanded<command::ReserveCopy>()->grantNumber == "G990000-2026-00011");
    visit.on(event::CopyReserved{kiosk::tests::sampleCopyCode()});
    REQUIRE(visit.commanded<command::PrintCopy>()->grant);
    CHECK(visit.commanded<command::PrintCopy>()->grant->number == "G990000-2026-00011");

    Driver own{state::Choose{actingFor({""})}};
    own.on(touch::ChooseLicence{0});
    CHECK(own.commanded<command::OpenLicence>()->grantNumber.empty());
    own.on(event::LicenceOpened{opened(), licence().identifier}).on(touch::GoToPurpose{});
    own.on(touch::ChoosePurpose{0}).on(touch::Print{});
    CHECK(own.commanded<command::ReserveCopy>()->grantNumber.empty());
    own.on(event::CopyReserved{kiosk::tests::sampleCopyCode()});
    CHECK_FALSE(own.commanded<command::PrintCopy>()->grant);
}

TEST_CASE("R4 A54 back leads from the question for companies, and from a company's licence, to the "
          "list of before") {
    Driver asking{state::AskingGrants{found(), {kYunzhou}}};
    asking.on(touch::Back{});
    REQUIRE(asking.isAt("choose"));
    CHECK_FALSE(asking.as<state::Choose>().subject);

    Driver visit{state::Choose{.found = actingFor({"", ""}), .subject = 1}};
    visit.on(touch::ChooseLicence{0}).on(touch::Back{});
    REQUIRE(visit.isAt("choose"));
    CHECK(visit.as<state::Choose>().subject == Subject(1));
}

TEST_CASE("R4 an own index never reaches a company's licence, nor the other way round") {
    Driver visit{state::Choose{actingFor({""})}}; // one of each
    visit.on(touch::ChooseLicence{1});
    CHECK(visit.isAt("choose"));
    visit.on(touch::SwitchSubject{}).on(touch::ChooseLicence{1});
    CHECK(visit.isAt("choose"));
}

TEST_CASE("R4 from a company's licence the way back leads to the company's list") {
    Driver visit{state::Look{actingFor({""}), 1, opened()}};
    visit.on(touch::Back{});
    CHECK(visit.as<state::Choose>().subject == Subject(0));
}

TEST_CASE("R4 what stands against a grant is told instead of licences") {
    for (const std::string code : {"grant.expired", "grant.not-yet", "grant.revoked",
                                   "grant.changed", "grant.other-person", "grant.not-covered"}) {
        Driver visit = asking();
        visit.on(event::GrantsAnswered{kYunzhou, std::vector{company(code)}});
        visit.on(event::GrantsAnswered{kHaining, std::vector<Company>{}});
        const ChooseView list = shown(visit);
        CHECK(list.company.value().objection == code);
        CHECK(list.items.empty());
        visit.on(touch::ChooseLicence{0});
        CHECK(visit.isAt("choose"));
    }
}

TEST_CASE("R4 a grant that holds is shown before one that does not") {
    Driver visit = asking();
    visit.on(event::GrantsAnswered{kYunzhou, std::vector{company("grant.expired"), company()}});
    visit.on(event::GrantsAnswered{kHaining, std::vector<Company>{}});
    CHECK(visit.as<state::Choose>().subject == Subject(1));
}

TEST_CASE("R4 situation 9: without the network nothing is known of grants, and that is said") {
    Driver visit = asking();
    visit.on(event::GrantsAnswered{kYunzhou, std::unexpected(unreachable())});
    visit.on(event::GrantsAnswered{kHaining, std::vector<Company>{}});
    CHECK(shown(visit).note == "grant.not-fetched");
    CHECK(shown(visit).items.size() == 2); // one's own are still there
    visit.on(touch::SwitchSubject{});
    CHECK(visit.commanded<command::AskGrants>()); // and it can be tried again
    visit.on(event::GrantsAnswered{kYunzhou, std::vector<Company>{}});
    visit.on(event::GrantsAnswered{kHaining, std::vector<Company>{}});
    CHECK(shown(visit).note == "grant.none");
}

TEST_CASE("R4 purposes are those of the grant; where none is left nothing is printed") {
    Found partly = actingFor({""});
    partly.grants[0].grant.purposeKeys = {"bank"};
    Driver visit{state::ChoosePurpose{partly, 1, opened()}};
    const auto purposes = std::get<PurposeView>(contentOf(visit.state, visit.around)).purposes;
    REQUIRE(purposes.size() == 1);
    CHECK(purposes[0].key == "bank");
    visit.on(touch::ChoosePurpose{1});
    CHECK_FALSE(visit.as<state::ChoosePurpose>().chosen);
    visit.on(touch::ChoosePurpose{0}).on(touch::Print{});
    CHECK(visit.commanded<command::ReserveCopy>()->purpose.key == "bank");

    partly.grants[0].grant.purposeKeys = {"tax"};
    Driver none{state::Look{partly, 1, opened()}};
    CHECK(std::get<LookView>(contentOf(none.state, none.around)).notPrintableReason ==
          "look.not-printable.grant-purpose");
    none.on(touch::GoToPurpose{});
    CHECK(none.isAt("look"));
    partly.licences[1].state = LicenceState::revoked; // what is worse is told first
    Driver revoked{state::Look{partly, 1, opened()}};
    CHECK(std::get<LookView>(contentOf(revoked.state, revoked.around)).notPrintableReason ==
          "look.not-printable.licence-revoked");
}

TEST_CASE("R3 R4 a region that answers late adds to the person's list, not to the company's") {
    Found late = actingFor({""});
    late.pending = {kHaining};
    Driver visit{state::Choose{.found = late, .awaited = {kHaining}, .subject = 0}};
    visit.on(event::RegionAnswered{kHaining, std::vector{licence(kHaining)}});
    CHECK(shown(visit).items.size() == 1);
    CHECK(shown(visit).pendingRegions.empty());
    visit.on(touch::SwitchSubject{});
    CHECK(shown(visit).items.size() == 2);
}

TEST_CASE("U6 nothing of a company is left after the visit") {
    Driver visit{state::Choose{.found = actingFor({""}), .subject = 0}};
    visit.on(event::Abandoned{});
    CHECK(visit.isAt("start"));
    CHECK(visit.commanded<command::EndVisit>());
}

} // namespace kiosk::visit::tests
