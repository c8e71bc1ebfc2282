// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/card_reader/card_trouble.h"
#include "tests/unit/visit/visit_words.h"

namespace kiosk::visit::tests {

using Phase = IdentifyView::Phase;

TEST_CASE("R1 nothing of a person is held before the read is complete") {
    Driver visit;
    visit.on(touch::Begin{});
    CHECK(visit.commanded<command::WatchForCard>());
    visit.on(event::CardLaid{});
    CHECK(visit.as<state::Identify>().phase == Phase::reading);
    CHECK(visit.commanded<command::ReadCard>());
    visit.on(event::CardRead{card()});
    CHECK(visit.as<state::Searching>().found.holder == holder());
    CHECK(visit.commanded<command::SearchRegions>()->regions.size() == 2);
}

TEST_CASE("D4 a card lifted during the read asks for it again and reads anew") {
    Driver visit{state::Identify{Phase::reading, {}}};
    visit.on(event::CardRead{fail(ErrorKind::device, "card.removed", Remedy::citizenAgain)});
    CHECK(visit.as<state::Identify>().phase == Phase::askAgain);
    CHECK(visit.as<state::Identify>().problem == "card.removed");
    CHECK(visit.commanded<command::WatchForCard>());
}

TEST_CASE("D4 a social security card identifies only where the kiosk's policy says so") {
    drivers::IdCard laid = card();
    laid.layout = drivers::IdCard::Layout::socialSecurity;
    Driver strict{state::Identify{Phase::reading, {}}};
    strict.on(event::CardRead{laid});
    CHECK(strict.as<state::Identify>().phase == Phase::askAgain);
    CHECK(strict.as<state::Identify>().problem == "card.not-accepted");
    CHECK(strict.commanded<command::WatchForCard>());
    Driver open{state::Identify{Phase::reading, {}}};
    open.around.acceptsSocialSecurityCards = true;
    open.on(event::CardRead{laid});
    CHECK(open.as<state::Searching>().found.holder == holder());
}

TEST_CASE("D12 a dead reader is a trouble with its remedy, and may be tried again") {
    Driver visit{state::Identify{Phase::reading, {}}};
    visit.on(event::CardRead{fail(ErrorKind::device, "reader.gone", Remedy::technician)});
    CHECK(visit.as<state::Trouble>().error.remedy() == Remedy::technician);
    visit.on(touch::Retry{});
    CHECK(visit.isAt("identify"));
}

TEST_CASE("D6 who holds a card is known by its number, its kind and the Chinese name if any") {
    using Layout = drivers::IdCard::Layout;
    const auto read = [](drivers::IdCard laid) {
        Driver visit{state::Identify{Phase::reading, {}}};
        visit.on(event::CardRead{std::move(laid)});
        return visit.commanded<command::SearchRegions>()->holder;
    };
    const Holder permit =
        read({.layout = Layout::hkMacaoTaiwan, .name = "海澄", .number = "830000199201300022"});
    CHECK(permit.certificate == Holder::Certificate::hkMacaoTaiwanPermit);
    CHECK(permit.code == "830000199201300022");
    const Holder nameless = read({.layout = Layout::foreigner2017, .englishName = "OAKFORD ANN"});
    CHECK(nameless.certificate == Holder::Certificate::permanentResidenceCard);
    CHECK(nameless.name == "OAKFORD ANN");
    CHECK(nameless.latinName.empty());
    const Holder both =
        read({.layout = Layout::foreigner2023, .name = "欧安", .englishName = "OAKFORD ANN"});
    CHECK(both.certificate == Holder::Certificate::permanentResidenceCard);
    CHECK(both.name == "欧安");
    CHECK(both.latinName == "OAKFORD ANN");
}

TEST_CASE("D4 an expired card opens no retrieval; checking a copy stays open") {
    const auto readOn = [](Date today, std::optional<Date> validUntil) {
        drivers::IdCard laid = card();
        laid.validUntil = validUntil;
        Driver visit{state::Identify{Phase::reading, {}}};
        visit.around.today = today;
        visit.on(event::CardRead{laid});
        return visit;
    };
    const Date lastDay = std::chrono::year(2026) / 11 / 24;
    const Date dayAfter = std::chrono::year(2026) / 11 / 25;
    CHECK(readOn(lastDay, lastDay).isAt("searching"));
    CHECK(readOn(dayAfter, std::nullopt).isAt("searching"));
    Driver visit = readOn(dayAfter, lastDay);
    CHECK_FALSE(visit.commanded<command::SearchRegions>());
    CHECK(visit.commanded<command::EndVisit>());
    CHECK(visit.as<state::Trouble>().error.code() == "card.expired");
    CHECK(visit.as<state::Trouble>().error.remedy() == Remedy::attendant);
    visit.on(touch::BeginCopyCheck{});
    CHECK(visit.isAt("scan"));
    CHECK(visit.commanded<command::StartCamera>());
}

TEST_CASE("D6 an unknown layout calls for staff, and checking a copy stays open") {
    Driver visit{state::Identify{Phase::reading, {}}};
    visit.on(event::CardRead{std::unexpected(asError(drivers::CardTrouble::layoutUnknown))});
    CHECK(visit.as<state::Trouble>().canCheckCopy);
    CHECK(visit.as<state::Trouble>().canRetry);
}

TEST_CASE("D4 a card pulled or laid after retrieval changes nothing") {
    Driver visit{state::Choose{found()}};
    visit.on(event::CardLaid{});
    CHECK(visit.isAt("choose"));
    CHECK(visit.commands.empty());
}

} // namespace kiosk::visit::tests
