// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/scenarios/virtual_play.h"

// D3, Q7: what happens to a device while nobody is served stands on the start screen, and so does
// that it is well again.

namespace kiosk::bench {

namespace {

/// Longer than the rarest question to each device, and the look for one that is not there.
constexpr int kOneRound = 66;

/// What the start screen says of a service a round later.
std::string told(VirtualStage& stage, const std::string& service) {
    REQUIRE(holds(stage, {play::Wait{kOneRound}}));
    return serviceOnScreen(stage, service);
}

} // namespace

TEST_CASE("Q7 a device pulled while nobody is served is told, and so is its return") {
    struct Pull {
        std::string service;
        std::string other;
        Happening out;
        Happening in;
    };
    for (const Pull& pull :
         {Pull{"codes", "cards", Happening::cameraUnplugged, Happening::cameraPlugged},
          Pull{"cards", "codes", Happening::readerUnplugged, Happening::readerPlugged}}) {
        INFO(pull.service);
        const auto stage = openStage();
        REQUIRE(told(*stage, pull.service) == "working");
        REQUIRE(stage->happen(pull.out));
        CHECK(told(*stage, pull.service) == "out");
        CHECK(told(*stage, pull.other) == "working");
        REQUIRE(stage->happen(pull.in));
        CHECK(told(*stage, pull.service) == "working");
    }
}

TEST_CASE("Q7 somebody who fills in paper sees within ten seconds that the kiosk prints again") {
    const auto stage = openStage();
    REQUIRE(stage->happen(Happening::paperOut));
    for (int round = 0; round < 5; ++round) // however long it was out
        REQUIRE(told(*stage, "printing") == "out");
    REQUIRE(stage->happen(Happening::paperLoaded));
    REQUIRE(holds(*stage, {play::Wait{10}}));
    CHECK(serviceOnScreen(*stage, "printing") == "working");
}

} // namespace kiosk::bench
