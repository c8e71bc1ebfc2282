// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/card_reader/simulated/simulated_card_reader.h"
#include "tests/support/sample_card.h"

using namespace kiosk;
using namespace kiosk::drivers;
using kiosk::tests::otherCard;
using kiosk::tests::sampleCard;

TEST_CASE("D13 a scripted failure is told once, then the card must be laid again") {
    SimulatedCardReader reader;
    reader.failNextRead(CardTrouble::damaged);
    reader.lay(sampleCard());
    REQUIRE(reader.findCard({}).value());
    CHECK(reader.readCard({}).error().code() == "card.damaged");
    CHECK_FALSE(reader.findCard({}).value());
    reader.lift();
    reader.lay(sampleCard());
    REQUIRE(reader.findCard({}).value());
    CHECK(reader.readCard({}).value() == sampleCard());
}

TEST_CASE("D13 a card taken away while it is read is gone") {
    SimulatedCardReader reader;
    reader.lay(sampleCard());
    reader.failNextRead(CardTrouble::removed);
    REQUIRE(reader.findCard({}).value());
    CHECK(reader.readCard({}).error().code() == "card.removed");
    CHECK_FALSE(reader.cardStillThere({}).value());
}

TEST_CASE("D13 an unplugged reader says so until it is back") {
    SimulatedCardReader reader;
    reader.lay(sampleCard());
    reader.unplug();
    CHECK(reader.findCard({}).error().code() == "reader.gone");
    reader.plug();
    CHECK(reader.findCard({}).value());
}

TEST_CASE("D13 a card laid over another is a new card") {
    SimulatedCardReader reader;
    reader.lay(sampleCard());
    REQUIRE(reader.findCard({}).value());
    REQUIRE(reader.readCard({}));
    reader.lay(otherCard());
    CHECK_FALSE(reader.cardStillThere({}).value());
    REQUIRE(reader.findCard({}).value());
    CHECK(reader.readCard({}).value() == otherCard());
}
