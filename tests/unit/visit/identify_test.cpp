// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

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

TEST_CASE("D12 a dead reader is a trouble with its remedy, and may be tried again") {
    Driver visit{state::Identify{Phase::reading, {}}};
    visit.on(event::CardRead{fail(ErrorKind::device, "reader.gone", Remedy::technician)});
    CHECK(visit.as<state::Trouble>().error.remedy() == Remedy::technician);
    visit.on(touch::Retry{});
    CHECK(visit.isAt("identify"));
}

TEST_CASE("D4 a card pulled or laid after retrieval changes nothing") {
    Driver visit{state::Choose{found()}};
    visit.on(event::CardLaid{});
    CHECK(visit.isAt("choose"));
    CHECK(visit.commands.empty());
}

} // namespace kiosk::visit::tests
