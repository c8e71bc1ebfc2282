// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <regex>

#include <catch2/catch.hpp>

#include "tests/conformance/card_reader/reader_rig.h"
#include "tests/support/sample_card.h"

// What every card reader must do, whatever its wire. These cases know a reader only by its
// interface.

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::tests;

namespace {

Result<IdCard> findAndRead(ReaderRig& rig) {
    REQUIRE(rig.reader().findCard({}) == true);
    return rig.reader().readCard({});
}

/// The error of a read that this trouble met.
Error errorAfter(ReaderRig& rig, CardTrouble trouble) {
    rig.lay(sampleCard());
    rig.failNextRead(trouble);
    const auto card = findAndRead(rig);
    REQUIRE_FALSE(card);
    return card.error();
}

void checkNextCardIsRead(ReaderRig& rig) {
    rig.lift();
    CHECK(rig.reader().findCard({}) == false);
    rig.lay(otherCard());
    CHECK(findAndRead(rig) == otherCard());
}

} // namespace

TEST_CASE("D1 a reader says who it is") {
    const auto rig = makeReaderRig();
    const DeviceIdentity identity = rig->reader().identity();
    CHECK_FALSE(identity.module.empty());
    CHECK_FALSE(identity.port.empty());
    const auto number = rig->reader().samNumber({});
    REQUIRE(number);
    CHECK(std::regex_match(*number, std::regex(R"(\d\d\.\d\d-\d{8}-\d{9}-\d{9})")));
    CHECK(identity.serial == *number);
}

TEST_CASE("D1 a reader keeps what its capabilities promise") {
    const auto rig = makeReaderRig();
    const CardReaderCapabilities can = rig->reader().capabilities();
    CHECK(std::ranges::count(can.layouts, IdCard::Layout::mainland) == 1);
    CHECK(can.hasSecurityModule == !rig->reader().samNumber({}).value_or("").empty());
    CHECK(errorAfter(*rig, CardTrouble::removed).code() ==
          (can.tellsRemoval ? "card.removed" : "card.read-failed"));
}

TEST_CASE("D4 no card is a status, not an error") {
    const auto rig = makeReaderRig();
    CHECK(rig->reader().findCard({}) == false);
    CHECK(rig->reader().cardStillThere({}) == false);
}

TEST_CASE("R1 a card laid is found and read whole") {
    const auto rig = makeReaderRig();
    rig->lay(sampleCard());
    CHECK(findAndRead(*rig) == sampleCard());
    checkNextCardIsRead(*rig);
}

TEST_CASE("D6 a card of each layout is read whole") {
    for (const IdCard& card : cardOfEachLayout()) {
        CAPTURE(static_cast<int>(card.layout));
        const auto rig = makeReaderRig();
        rig->lay(card);
        CHECK(findAndRead(*rig) == card);
    }
}

TEST_CASE("D4 a card once read is not found again until it was lifted") {
    const auto rig = makeReaderRig();
    rig->lay(sampleCard());
    REQUIRE(findAndRead(*rig));
    CHECK(rig->reader().findCard({}) == false);
    rig->lift();
    rig->lay(sampleCard());
    CHECK(rig->reader().findCard({}) == true);
}

TEST_CASE("D4 the card that was read is seen to lie there, and to be lifted") {
    const auto rig = makeReaderRig();
    rig->lay(sampleCard());
    REQUIRE(findAndRead(*rig));
    CHECK(rig->reader().cardStillThere({}) == true);
    CHECK(rig->reader().cardStillThere({}) == true);
    rig->lift();
    CHECK(rig->reader().cardStillThere({}) == false);
}

TEST_CASE("D4 another card is not the one that was read") {
    const auto rig = makeReaderRig();
    rig->lay(sampleCard());
    REQUIRE(findAndRead(*rig));
    rig->lift();
    rig->lay(otherCard());
    CHECK(rig->reader().cardStillThere({}) == false);
}

TEST_CASE("R1 reading what was not found gives an error") {
    const auto rig = makeReaderRig();
    CHECK_FALSE(rig->reader().readCard({}));
    rig->lay(sampleCard());
    CHECK(findAndRead(*rig) == sampleCard());
}

TEST_CASE("D4 a card lifted before it is read is the citizen's to lay again") {
    const auto rig = makeReaderRig();
    rig->lay(sampleCard());
    REQUIRE(rig->reader().findCard({}) == true);
    rig->lift();
    const auto card = rig->reader().readCard({});
    REQUIRE_FALSE(card);
    CHECK(card.error().remedy() == Remedy::citizenAgain);
    checkNextCardIsRead(*rig);
}

TEST_CASE("D4 a card lifted while it is read is the citizen's to lay again") {
    const auto rig = makeReaderRig();
    const Error error = errorAfter(*rig, CardTrouble::removed);
    CHECK((error.code() == "card.removed" || error.code() == "card.read-failed"));
    CHECK(error.remedy() == Remedy::citizenAgain);
    checkNextCardIsRead(*rig);
}

TEST_CASE("D4 after trouble with a card it must be lifted, then the next is read") {
    for (CardTrouble trouble : {CardTrouble::readFailed, CardTrouble::damaged,
                                CardTrouble::wrongKind, CardTrouble::refused}) {
        const auto rig = makeReaderRig();
        CHECK(errorAfter(*rig, trouble).code() == asError(trouble).code());
        CHECK(rig->reader().findCard({}) == false);
        checkNextCardIsRead(*rig);
    }
}

TEST_CASE("D1 an unplugged reader says so at every call and works after opening") {
    const auto rig = makeReaderRig();
    rig->lay(sampleCard());
    REQUIRE(rig->reader().findCard({}) == true);
    rig->unplug();
    CHECK(rig->reader().readCard({}).error().code() == "reader.gone");
    CHECK(rig->reader().findCard({}).error().code() == "reader.gone");
    CHECK(rig->reader().samNumber({}).error().code() == "reader.gone");
    CHECK(rig->reader().reset({}).error().code() == "reader.gone");
    rig->plugAndOpen();
    CHECK(findAndRead(*rig) == sampleCard());
}

TEST_CASE("D1 every call ends when it is asked to stop, and the reader goes on") {
    const auto rig = makeReaderRig();
    std::stop_source stop;
    stop.request_stop();
    rig->lay(sampleCard());
    CHECK(rig->reader().findCard(stop.get_token()).error().kind() == ErrorKind::cancelled);
    CHECK(rig->reader().readCard(stop.get_token()).error().kind() == ErrorKind::cancelled);
    CHECK(rig->reader().samNumber(stop.get_token()).error().kind() == ErrorKind::cancelled);
    CHECK(findAndRead(*rig) == sampleCard());
}

TEST_CASE("D1 a reader that was reset reads the next card") {
    const auto rig = makeReaderRig();
    CHECK(errorAfter(*rig, CardTrouble::readFailed).code() == "card.read-failed");
    CHECK(rig->reader().reset({}));
    rig->lift();
    rig->lay(sampleCard());
    CHECK(findAndRead(*rig) == sampleCard());
}
