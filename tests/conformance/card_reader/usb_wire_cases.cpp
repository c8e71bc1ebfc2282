// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/conformance/card_reader/sam_rig.h"
#include "tests/support/sample_card.h"

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::tests;

TEST_CASE("D1 a halted pipe is cleared and the read done again") {
    const auto rig = makeSamRig();
    rig->model().inject({.kind = SamFault::Kind::stall});
    rig->lay(sampleCard());
    REQUIRE(rig->reader().findCard({}) == true);
    CHECK(rig->reader().readCard({}) == sampleCard());
}

TEST_CASE("D1 opening without a reader on USB says that none is there") {
    const auto rig = makeSamRig();
    rig->unplug();
    const auto reader = sam::openSamUsb();
    REQUIRE_FALSE(reader);
    CHECK(reader.error().code() == "reader.gone");
    CHECK(reader.error().remedy() == Remedy::technician);
}

TEST_CASE("D1 a reader on USB tells its port") {
    const auto rig = makeSamRig();
    CHECK(rig->reader().identity().module == "sam-usb");
    CHECK(rig->reader().identity().port == "1-1");
}
