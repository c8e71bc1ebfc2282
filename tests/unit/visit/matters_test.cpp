// SPDX-License-Identifier: Apache-2.0
// By matter: the list shows what somebody came for takes, and names what is missing.
#include <catch2/catch.hpp>

#include "firmware/visit/paper.h"
#include "firmware/visit/view.h"
#include "tests/unit/visit/visit_words.h"

namespace kiosk::visit::tests {

namespace {

using Why = ChooseView::Need::Why;

const std::string kPermit(21, '1');
const std::string kOldPermit(21, '4'); // another region's code of the same kind
const std::string kProperty(21, '2');
const std::string kMarriage(21, '3');
const std::string kBusiness(21, '5');

std::vector<Matter> matters() {
    return {{.key = "school-entry",
             .text = "入学报名",
             .purposeKey = "bank", // not the first
             .needs = {{"居住证", {kPermit, kOldPermit}},
                       {"不动产权证书", {kProperty}},
                       {"结婚证", {kMarriage}, true}}},
            {.key = "company-account",
             .text = "企业开户",
             .purposeKey = "school",
             .holder = Holder::Kind::enterprise,
             .needs = {{"营业执照", {kBusiness}}}}};
}

Licence ofType(const std::string& type, LicenceState state = LicenceState::valid) {
    Licence held = licence(kYunzhou, state);
    held.typeCode = type;
    held.typeName = type;
    return held;
}

Driver at(Found found) {
    Driver visit{state::Choose{std::move(found)}};
    visit.around.matters = matters();
    return visit;
}

/// Somebody who holds a driving licence, a permit and a property, and came for the first matter.
Driver cameForSchool() {
    Found held{.holder = holder(),
               .licences = {ofType(std::string(21, '9')), ofType(kOldPermit), ofType(kProperty)}};
    Driver visit = at(std::move(held));
    visit.on(touch::OpenMatters{}).on(touch::ChooseMatter{0});
    return visit;
}

ChooseView shown(const Driver& visit) {
    return std::get<ChooseView>(contentOf(visit.state, visit.around));
}

/// For an enterprise, by a grant.
Found acting(Grant by) {
    Found found = actingFor({""});
    found.grants[0].grant = std::move(by);
    found.licences[1].typeCode = kBusiness;
    return found;
}

PaperWords keysAsWords() {
    return {
        [](const Language&, std::string_view key, std::initializer_list<std::string_view> values) {
            std::string text(key);
            for (const std::string_view value : values)
                text += "[" + std::string(value) + "]";
            return text;
        },
        {}};
}

std::vector<std::string> ticketLines(Driver visit) {
    visit.on(touch::CallStaff{}).on(touch::PrintTicket{});
    const auto* print = visit.commanded<command::PrintTicket>();
    REQUIRE(print != nullptr);
    return windowSlip(keysAsWords(), print->ticket, "place", {}).lines;
}

bool holds(const std::vector<std::string>& lines, const std::string& wanted) {
    return std::ranges::find(lines, wanted) != lines.end();
}

} // namespace

TEST_CASE("O4 a place beyond the last matter chooses nothing") {
    Driver visit = at({.holder = holder()});
    visit.on(touch::OpenMatters{}).on(touch::ChooseMatter{matters().size()});
    REQUIRE(std::holds_alternative<state::ChooseMatter>(visit.state));
    CHECK_FALSE(std::get<state::ChooseMatter>(visit.state).found.matter);
}

TEST_CASE("O4 for a matter the list holds what it takes, and names what was not found") {
    const Driver visit = cameForSchool();
    REQUIRE(visit.isAt("choose"));
    const ChooseView list = shown(visit);
    REQUIRE(list.matter);
    CHECK(list.matter->key == "school-entry");
    REQUIRE(list.items.size() == 2);
    CHECK(list.items[0].typeName == kOldPermit);
    REQUIRE(list.matter->missing.size() == 1);
    CHECK(list.matter->missing[0].typeName == "结婚证");
    CHECK(list.matter->missing[0].why == Why::notFound);
    CHECK(list.matter->missing[0].optional);
    CHECK(list.matter->needs == 3);
    CHECK(list.matter->met == 2);
    CHECK_FALSE(list.canChooseMatter);
}

TEST_CASE("O4 a licence that has expired is on the matter's list, and does not count") {
    Driver visit = at({.holder = holder(), .licences = {ofType(kPermit, LicenceState::expired)}});
    visit.on(touch::OpenMatters{}).on(touch::ChooseMatter{0});
    CHECK(shown(visit).items.size() == 1);
    CHECK(shown(visit).matter->met == 0);
    CHECK(shown(visit).matter->missing.size() == 2);
}

TEST_CASE("R3 a silent region is not said to lack a licence that a matter takes") {
    Driver silent = at(
        {.holder = holder(), .licences = {ofType(kPermit)}, .gaps = {{kHaining, unreachable()}}});
    silent.on(touch::OpenMatters{}).on(touch::ChooseMatter{0});
    CHECK(shown(silent).matter->missing.at(0).why == Why::silent);
    silent.on(touch::Retry{}); // what one came for is not asked again
    CHECK(shown(silent).matter->missing.at(0).why == Why::pending);
    silent.on(event::RegionAnswered{kHaining, std::vector{ofType(kProperty)}});
    CHECK(shown(silent).items.size() == 2);
    CHECK(shown(silent).matter->missing.at(0).why == Why::notFound);
}

TEST_CASE("O4 the licence that is pressed is the matter's, its purpose is chosen already and can "
          "be changed") {
    Driver visit = cameForSchool();
    visit.on(touch::ChooseLicence{1});
    REQUIRE(visit.commanded<command::OpenLicence>());
    CHECK(visit.commanded<command::OpenLicence>()->licence.typeCode == kProperty);
    visit.on(event::LicenceOpened{opened(), licence().identifier}).on(touch::GoToPurpose{});
    CHECK(visit.as<state::ChoosePurpose>().chosen == 1U);
    visit.on(touch::ChoosePurpose{0}).on(touch::Print{});
    CHECK(visit.as<state::Printing>().purpose.key == "school");

    Driver beyond = cameForSchool();
    beyond.on(touch::ChooseLicence{2}); // the missing one is no licence
    CHECK(beyond.isAt("choose"));
}

TEST_CASE("O4 the purpose chosen already is on the page that is shown") {
    Driver visit = cameForSchool();
    visit.around.purposes = {{"a", "a"}, {"b", "b"}, {"c", "c"}, {"d", "d"}, {"bank", "bank"}};
    visit.around.choicesPerPage = 2;
    visit.on(touch::ChooseLicence{0})
        .on(event::LicenceOpened{opened(), licence().identifier})
        .on(touch::GoToPurpose{});
    CHECK(visit.as<state::ChoosePurpose>().chosen == 4U);
    CHECK(visit.as<state::ChoosePurpose>().firstPurpose == 4);
}

TEST_CASE("O4 whoever came for nothing in particular chooses the purpose themselves") {
    Driver visit = cameForSchool();
    visit.on(touch::ShowAll{});
    CHECK(shown(visit).items.size() == 3);
    CHECK_FALSE(shown(visit).matter);
    CHECK(shown(visit).canChooseMatter);
    visit.on(touch::ChooseLicence{0})
        .on(event::LicenceOpened{opened(), licence().identifier})
        .on(touch::GoToPurpose{});
    CHECK_FALSE(visit.as<state::ChoosePurpose>().chosen);
}

TEST_CASE("A54 back from the matters leads to the list as it was; once more to the same matter") {
    Driver visit = at(found(6));
    visit.on(touch::ListPage{1}).on(touch::OpenMatters{}).on(touch::Back{});
    CHECK(shown(visit).firstItem == 4);
    CHECK_FALSE(shown(visit).matter);

    Driver again = cameForSchool();
    again.state = state::Take{.found = again.as<state::Choose>().found, .copyNumbers = {"A7K2"}};
    again.on(touch::OnceMore{});
    CHECK(shown(again).matter);
}

TEST_CASE("A10 matters and what they take are leafed through") {
    Driver visit = cameForSchool();
    visit.around.choicesPerPage = 2;
    visit.on(touch::ListPage{1});
    CHECK(shown(visit).firstItem == 2); // the one that is missing
    visit.on(touch::ListPage{1});
    CHECK(shown(visit).firstItem == 2);

    Driver many = at(found());
    many.around.choicesPerPage = 1;
    many.on(touch::OpenMatters{}).on(touch::ListPage{1}).on(touch::ListPage{1});
    const auto page = std::get<MatterView>(contentOf(many.state, many.around));
    CHECK(page.firstMatter == 1);
    CHECK(page.matters.size() == 2);
    CHECK(page.matters[1].forCompany);
    CHECK(page.matters[0].typeNames ==
          std::vector<std::string>{"居住证", "不动产权证书", "结婚证"});
}

TEST_CASE("O4 a kiosk without matters offers none") {
    Driver visit{state::Choose{found()}};
    visit.around.matters.clear();
    CHECK_FALSE(shown(visit).canChooseMatter);
    visit.on(touch::OpenMatters{});
    CHECK(visit.isAt("choose"));
}

TEST_CASE("R4 for a company's matter it is asked whose licences may be used, and then listed") {
    Driver visit = at(found());
    visit.on(touch::OpenMatters{}).on(touch::ChooseMatter{1});
    REQUIRE(visit.isAt("askingGrants"));
    Licence business = ofType(kBusiness);
    business.holder = grant().enterprise;
    visit.on(event::GrantsAnswered{kYunzhou, std::vector{Company{grant(), {}, {business}}}})
        .on(event::GrantsAnswered{kHaining, std::vector<Company>{}});
    CHECK(shown(visit).company);
    CHECK(shown(visit).items.size() == 1);
    CHECK(shown(visit).matter->missing.empty());
    visit.on(touch::SwitchSubject{}); // their own list is for no company's matter
    CHECK_FALSE(shown(visit).matter);
    CHECK(shown(visit).canChooseMatter);
    visit.on(touch::OpenMatters{}).on(touch::ChooseMatter{1}); // known: nobody is asked again
    CHECK(shown(visit).company);
    visit.on(touch::ShowAll{}).on(touch::OpenMatters{}).on(touch::ChooseMatter{0});
    CHECK_FALSE(shown(visit).company);
}

TEST_CASE("R4 a grant for another matter is said to be one, and its copy stays refused") {
    Grant other = grant();
    other.purposeKeys = {"tax"};
    Driver visit = at(acting(other));
    visit.on(touch::OpenMatters{}).on(touch::ChooseMatter{1});
    CHECK(shown(visit).note == "grant.other-matter");
    visit.on(touch::ChooseLicence{0})
        .on(event::LicenceOpened{opened(), licence().identifier})
        .on(touch::GoToPurpose{});
    CHECK(visit.isAt("look"));

    Grant covers = grant();
    covers.purposeKeys = {"school"};
    Driver allowed = at(acting(covers));
    allowed.on(touch::OpenMatters{}).on(touch::ChooseMatter{1});
    CHECK(shown(allowed).note.empty());
}

TEST_CASE("R4 a kind that the grant does not cover is not said to be missing") {
    Grant other = grant();
    other.typeCodes = {kPermit};
    Found found = acting(other);
    found.licences[1].typeCode = kPermit;
    Driver visit = at(std::move(found));
    visit.on(touch::OpenMatters{}).on(touch::ChooseMatter{1});
    REQUIRE(shown(visit).matter->missing.size() == 1);
    CHECK(shown(visit).matter->missing[0].why == Why::notCovered);
}

TEST_CASE("R4 where nobody may act nothing is said to be missing") {
    Driver visit = at(actingFor({"grant.expired"}));
    visit.on(touch::OpenMatters{}).on(touch::ChooseMatter{1});
    REQUIRE(shown(visit).company);
    CHECK(shown(visit).company->objection == "grant.expired");
    CHECK(shown(visit).matter->missing.empty());
}

TEST_CASE("A58 the ticket names the matter and all that it takes, and not what was found of it") {
    const auto lines = ticketLines(cameForSchool());
    CHECK(holds(lines, "paper.ticket.for：入学报名"));
    CHECK(holds(lines, "paper.ticket.bring.document[居住证]"));
    CHECK(holds(lines, "paper.ticket.bring.document[不动产权证书]"));
    CHECK(holds(lines, "paper.ticket.bring.optional[结婚证]"));
    CHECK_FALSE(holds(ticketLines(at(found())), "paper.ticket.for：入学报名"));
}

TEST_CASE("U6 what somebody came for ends with their visit") {
    Driver visit = cameForSchool();
    visit.on(touch::StartOver{});
    CHECK(visit.isAt("start"));
    visit.on(touch::Begin{}).on(event::CardRead{card()});
    visit.on(event::RegionAnswered{kYunzhou, std::vector{licence()}});
    REQUIRE(visit.isAt("choose"));
    CHECK_FALSE(shown(visit).matter);
}

} // namespace kiosk::visit::tests
