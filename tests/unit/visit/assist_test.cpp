// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/visit/lights.h"
#include "firmware/visit/view.h"
#include "tests/unit/visit/visit_words.h"

// R5: one helps another. Two cards, and the holder's consent on record before anything is looked
// for.

namespace kiosk::visit::tests {

namespace {

using Stage = state::Consent::Stage;

Driver helping() {
    Driver visit{state::Identify{}};
    visit.on(touch::HelpSomebody{});
    REQUIRE(visit.isAt("companionCard"));
    return visit;
}

/// The other card helps, and lies there no more.
Driver helped() {
    Driver visit = helping();
    visit.on(event::CardLaid{}).on(event::CardRead{otherCard()});
    REQUIRE(visit.isAt("holderCard"));
    return visit;
}

Driver asked() {
    Driver visit = helped();
    visit.on(event::CardLaid{}).on(event::CardRead{card()}).on(event::HelpAllowed{{}});
    REQUIRE(visit.isAt("consent"));
    return visit;
}

drivers::IdCard aged(drivers::IdCard card, int years, const Surroundings& around) {
    card.birth = around.today - std::chrono::years(years);
    return card;
}

Error limit() {
    return {ErrorKind::refused, "assist.limit", Remedy::attendant};
}

Error storage() {
    return {ErrorKind::storage, "assist.storage", Remedy::technician};
}

std::string codeOf(const Driver& visit) {
    return visit.as<state::Trouble>().error.code();
}

const Event kReadFailed =
    event::CardRead{fail(ErrorKind::device, "card.read-failed", Remedy::citizenAgain)};
/// As the reader says of a card that is no ID card: an attendant's, a bank's.
const Event kNoIdCard =
    event::CardRead{fail(ErrorKind::device, "card.wrong-kind", Remedy::citizenAgain)};

} // namespace

TEST_CASE("R5 two cards and the holder's consent lead to the holder's visit, in this order only") {
    Driver visit = helping();
    CHECK(visit.commanded<command::EndVisit>());
    CHECK(visit.commanded<command::WatchForCard>());
    visit.on(event::CardLaid{});
    CHECK(visit.commanded<command::ReadCard>());
    visit.on(event::CardRead{otherCard()});
    REQUIRE(visit.isAt("holderCard"));
    CHECK(visit.commanded<command::WatchForCard>());
    visit.on(event::CardLaid{}).on(event::CardRead{card()});
    REQUIRE(visit.commanded<command::AskWhetherToHelp>());
    CHECK(visit.commanded<command::AskWhetherToHelp>()->pair ==
          assist::Pair{otherCard().number, card().number});
    visit.on(event::HelpAllowed{{}});
    CHECK(visit.commands.empty());
    visit.on(touch::Agree{});
    REQUIRE(visit.commanded<command::RecordConsent>());
    CHECK(visit.commanded<command::RecordConsent>()->pair ==
          assist::Pair{otherCard().number, card().number});
    CHECK(visit.isAt("consent"));
    visit.on(event::ConsentRecorded{{}});
    REQUIRE(visit.isAt("searching"));
    CHECK(visit.as<state::Searching>().found.holder == holder());
    CHECK(visit.commanded<command::SearchRegions>()->holder == holder());
    CHECK(visit.commanded<command::WatchForOthers>());
    CHECK(ownerOf(visit.state) == card().number);
    CHECK(companionOf(visit.state) == "欧**䴘");
}

TEST_CASE("R5 nothing but a consent on record leads from two cards to a search") {
    const std::vector<Event> others{
        touch::Begin{},           touch::ChooseLicence{},  touch::Retry{}, touch::GoOn{},
        touch::HelpSomebody{},    touch::NewPerson{},      touch::Print{}, touch::FirstGoesOn{},
        event::CardLaid{},        event::CardRead{card()}, kReadFailed,    event::Stirred{},
        event::ConsentRecorded{}, event::Second{}};
    for (const Event& other : others) {
        Driver visit = asked();
        visit.on(other);
        CHECK(visit.isAt("consent"));
        CHECK(visit.commands.empty());
    }
    for (const Event& early : {Event{touch::Agree{}}, Event{event::ConsentRecorded{}}}) {
        Driver visit = helped();
        visit.on(event::CardRead{card()}).on(early); // nobody has said yet that they may
        CHECK(visit.isAt("consent"));
        CHECK(visit.commands.empty());
    }
}

TEST_CASE("R5 the companion's own card does not stand for a second one") {
    Driver visit = helped();
    visit.on(event::CardLaid{}).on(event::CardRead{otherCard()});
    REQUIRE(visit.isAt("holderCard"));
    CHECK(visit.as<state::HolderCard>().problem == "assist.same-card");
    CHECK_FALSE(visit.as<state::HolderCard>().reading);
    CHECK(visit.commanded<command::WatchForCard>());
    visit.on(event::CardLaid{}).on(event::CardRead{card()});
    CHECK(visit.isAt("consent"));
}

TEST_CASE("R5 a card that is not read, or is no ID card, is asked for again in its own words") {
    for (const auto& [event, code] :
         {std::pair{kReadFailed, "card.read-failed"}, std::pair{kNoIdCard, "card.wrong-kind"}}) {
        Driver first = helping();
        first.on(event::CardLaid{}).on(event);
        REQUIRE(first.isAt("companionCard"));
        CHECK(first.as<state::CompanionCard>().problem == code);
        CHECK(first.commanded<command::WatchForCard>());
        Driver second = helped();
        second.on(event::CardLaid{}).on(event);
        REQUIRE(second.isAt("holderCard"));
        CHECK(second.as<state::HolderCard>().problem == code);
        CHECK(second.commanded<command::WatchForCard>());
    }
}

TEST_CASE("R5 a card that proves nothing ends it for both, whoever's it is") {
    drivers::IdCard expired = card();
    expired.validUntil = surroundings().today - std::chrono::years(1);
    const auto refused = fail(ErrorKind::refused, "card.refused", Remedy::attendant);
    for (const auto& [read, code] : {std::pair{event::CardRead{expired}, "card.expired"},
                                     std::pair{event::CardRead{refused}, "card.refused"}})
        for (Driver visit : {helping(), helped()}) {
            visit.on(event::CardLaid{}).on(read);
            REQUIRE(visit.isAt("trouble"));
            CHECK(codeOf(visit) == code);
            CHECK(visit.commanded<command::EndVisit>());
        }
}

TEST_CASE("R5 a social security card is as much as the site says it is") {
    drivers::IdCard social = card();
    social.layout = drivers::IdCard::Layout::socialSecurity;
    Driver visit = helped();
    visit.on(event::CardRead{social});
    CHECK(visit.as<state::HolderCard>().problem == "card.not-accepted");
    visit.around.acceptsSocialSecurityCards = true;
    visit.on(event::CardRead{social});
    CHECK(visit.isAt("consent"));
}

TEST_CASE("R5 whoever helps is of age, and whoever is helped can consent by themselves") {
    for (const auto& [companionAge, holderAge, end] :
         {std::tuple{kCompanionAge, kHolderAge, "consent"},
          std::tuple{kCompanionAge - 1, kHolderAge, "assist.companion-minor"},
          std::tuple{kCompanionAge, kHolderAge - 1, "assist.holder-minor"}}) {
        Driver visit = helping();
        visit.on(event::CardRead{aged(otherCard(), companionAge, visit.around)});
        visit.on(event::CardRead{aged(card(), holderAge, visit.around)});
        INFO(end);
        CHECK((visit.isAt("trouble") ? codeOf(visit) : std::string(name(visit.state))) == end);
    }
}

TEST_CASE("R5 a card without a date of birth is no proof of age") {
    drivers::IdCard ageless = card();
    ageless.birth = {};
    Driver visit = helping();
    visit.on(event::CardRead{ageless});
    CHECK(visit.as<state::CompanionCard>().problem == "assist.age-unknown");
    visit = helped();
    visit.on(event::CardRead{ageless});
    CHECK(visit.as<state::HolderCard>().problem == "assist.age-unknown");
}

TEST_CASE("R5 over the day's limit nobody is asked to consent") {
    Driver visit = helped();
    visit.on(event::CardRead{card()}).on(event::HelpAllowed{std::unexpected(limit())});
    REQUIRE(visit.isAt("trouble"));
    CHECK(codeOf(visit) == "assist.limit");
    CHECK(visit.commanded<command::EndVisit>());
}

TEST_CASE("R5 a consent that is not on record is none") {
    for (const Error& error : {limit(), storage()}) {
        Driver visit = asked();
        visit.on(touch::Agree{}).on(event::ConsentRecorded{std::unexpected(error)});
        REQUIRE(visit.isAt("trouble"));
        CHECK(codeOf(visit) == error.code());
        CHECK(visit.commanded<command::EndVisit>());
    }
}

TEST_CASE("R5 whoever does not consent is looked for nowhere, and the visit ends") {
    for (const Event& no : {Event{touch::Decline{}}, Event{touch::Back{}}}) {
        Driver visit = asked();
        visit.on(no);
        REQUIRE(visit.isAt("trouble"));
        CHECK(codeOf(visit) == "assist.declined");
        CHECK(visit.commanded<command::EndVisit>());
        CHECK_FALSE(visit.commanded<command::RecordConsent>());
    }
}

TEST_CASE("R5 a step back lets go of whoever was read") {
    Driver visit = helped();
    visit.on(touch::Back{});
    REQUIRE(visit.isAt("companionCard"));
    CHECK(visit.commanded<command::EndVisit>()); // a read under way answers nobody
    CHECK(visit.commanded<command::WatchForCard>());
    visit.on(touch::Back{});
    CHECK(visit.isAt("identify"));
    CHECK(visit.commanded<command::EndVisit>());
    CHECK(visit.commanded<command::WatchForCard>());
}

TEST_CASE("R5 U5 nobody goes on: asked as ever, and wiped") {
    for (Driver visit : {helping(), helped(), asked()}) {
        CHECK(waitsForPerson(visit.state));
        CHECK_FALSE(worksForPerson(visit.state));
        visit.on(event::Abandoned{});
        CHECK(visit.isAt("start"));
        CHECK(visit.commanded<command::EndVisit>());
    }
    Driver visit = asked();
    visit.on(touch::Agree{});
    CHECK(worksForPerson(visit.state));
    CHECK_FALSE(waitsForPerson(visit.state));
}

TEST_CASE("R5 U7 two who belong together say so, and both cards are read anew") {
    for (const State& state : personalStates()) {
        INFO(name(state));
        Driver visit{state};
        visit.on(event::CardRead{otherCard()}).on(touch::HelpSomebody{});
        const bool isPaper = std::holds_alternative<state::Printing>(state) ||
                             std::holds_alternative<state::Keeping>(state);
        CHECK(visit.isAt(isPaper ? "secondPerson" : "companionCard"));
        if (!isPaper)
            CHECK(visit.commanded<command::EndVisit>());
    }
    Driver waiting{state::Choose{found()}};
    waiting.on(event::CardRead{otherCard()}).on(touch::FirstGoesOn{}).on(touch::HelpSomebody{});
    CHECK(waiting.isAt("secondPerson")); // the first goes on, or takes the step back
}

TEST_CASE(
    "R5 U7 a further card in an assisted visit freezes it as any other, the companion's too") {
    Driver visit = asked();
    visit.on(touch::Agree{}).on(event::ConsentRecorded{{}}).on(event::CardRead{otherCard()});
    CHECK(visit.isAt("secondPerson"));
    CHECK(companionOf(visit.state).empty());
    visit.on(event::CardRead{card()});
    CHECK(companionOf(visit.state) == "欧**䴘");
}

TEST_CASE("R5 A54 staff cover both cards' states, and a card laid meanwhile is read there") {
    for (Driver visit : {helping(), helped()}) {
        const std::string_view before = name(visit.state);
        visit.on(touch::CallStaff{});
        REQUIRE(visit.isAt("help"));
        visit.on(touch::GoOn{});
        CHECK(visit.isAt(before));
        visit.on(touch::CallStaff{}).on(event::CardLaid{});
        CHECK(visit.isAt(before));
        CHECK(visit.commanded<command::ReadCard>());
    }
    Driver visit = helped();
    visit.on(event::CardRead{card()}).on(touch::CallStaff{}).on(event::HelpAllowed{{}});
    visit.on(touch::GoOn{});
    CHECK(visit.as<state::Consent>().stage == Stage::asking);
}

TEST_CASE("R5 the screens name both masked, and nobody's number") {
    const auto holderCard = std::get<AssistCardView>(contentOf(helped().state, surroundings()));
    CHECK(holderCard.whose == AssistCardView::Whose::holder);
    CHECK(holderCard.companionMasked == "欧**䴘");
    const auto consent = std::get<ConsentView>(contentOf(asked().state, surroundings()));
    CHECK(consent.companionMasked == "欧**䴘");
    CHECK(consent.holderMasked == "单*䶮");
    CHECK(companionOf(state::Choose{found()}).empty());
}

TEST_CASE("R5 D11 the light shows where each card goes") {
    CHECK(lightsFor(helping().state) == Lights{.card = drivers::FlashRate::slow});
    Driver visit = helped();
    CHECK(lightsFor(visit.state) == Lights{.card = drivers::FlashRate::slow});
    visit.on(event::CardLaid{});
    CHECK(lightsFor(visit.state) == Lights{.card = drivers::FlashRate::continuous});
    CHECK(lightsFor(asked().state) == Lights{});
}

} // namespace kiosk::visit::tests
