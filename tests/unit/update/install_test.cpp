// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <catch2/catch.hpp>

#include "tests/unit/update/machine_model.h"

namespace kiosk::test {

using update::Older;
using update::Slot;

namespace {

/// Version 2, seen to work in slot a.
MachineModel provenKiosk() {
    return MachineModel({.version = "2"});
}

std::string codeOf(const Result<update::BundleFacts>& installed) {
    return installed ? "" : installed.error().code();
}

} // namespace

TEST_CASE("F1 a newer system lies in the other slot, starts next, and is seen to work") {
    auto machine = provenKiosk();
    REQUIRE(machine.powerOn() == Slot::a);
    const auto installed = machine.install({.contents = {"3"}}, Older::refused);
    REQUIRE(installed);
    CHECK(installed->version.text() == "3");
    CHECK(machine.slots().first == Slot::b);
    CHECK(machine.slots().tries(Slot::b) == update::Slots::kTriesOfNew);
    CHECK_FALSE(machine.slots().isProven(Slot::b));
    REQUIRE(machine.powerOn() == Slot::b);
    CHECK(machine.slots().isProven(Slot::b));
    CHECK(machine.slots().tries(Slot::b) == update::Slots::kTriesOfGood);
}

TEST_CASE("F2 what nobody trusts, is for another board or older changes nothing") {
    auto machine = provenKiosk();
    REQUIRE(machine.powerOn() == Slot::a);
    const auto before = machine.slots();
    CHECK(codeOf(machine.install({.contents = {"3"}, .trusted = false}, Older::refused)) ==
          "update.untrusted");
    CHECK(codeOf(machine.install({.board = "board-2", .contents = {"3"}}, Older::refused)) ==
          "update.other-board");
    CHECK(codeOf(machine.install({.board = "board-2", .contents = {"3"}}, Older::allowed)) ==
          "update.other-board");
    CHECK(codeOf(machine.install({.contents = {"1"}}, Older::refused)) == "update.older");
    CHECK(machine.slots() == before);
    CHECK(machine.in(Slot::b).version == "2");
}

TEST_CASE("F2 a technician's word lets an older one in, and the same one needs none") {
    auto machine = provenKiosk();
    REQUIRE(machine.powerOn() == Slot::a);
    REQUIRE(machine.install({.contents = {"2"}}, Older::refused));
    REQUIRE(machine.powerOn() == Slot::b);
    REQUIRE(machine.install({.contents = {"1"}}, Older::allowed));
    REQUIRE(machine.powerOn() == Slot::a);
    CHECK(machine.system().version.text() == "1");
}

TEST_CASE("F1 content that is not what was signed never starts") {
    auto machine = provenKiosk();
    REQUIRE(machine.powerOn() == Slot::a);
    CHECK(codeOf(machine.install({.contents = {"3"}, .damaged = true}, Older::refused)) ==
          "update.not-written");
    CHECK(machine.slots().tries(Slot::b) == 0);
    CHECK(machine.powerOn() == Slot::a);
}

TEST_CASE("F2 a bundle that becomes an older one while it is installed does not start") {
    auto machine = provenKiosk();
    REQUIRE(machine.powerOn() == Slot::a);
    CHECK(codeOf(machine.install({.contents = {"3"}, .exchanged = "1"}, Older::refused)) ==
          "update.exchanged");
    CHECK(machine.powerOn() == Slot::a);
    CHECK(machine.slots().tries(Slot::b) == 0);
}

TEST_CASE("F3 a system that does not work gives way to the one before") {
    auto machine = provenKiosk();
    REQUIRE(machine.powerOn() == Slot::a);
    REQUIRE(machine.install({.contents = {.version = "3", .works = false}}, Older::refused));
    CHECK(machine.powerOn() == Slot::a);
    CHECK(machine.system().version.text() == "2");
    CHECK(machine.slots().first == Slot::a);
    CHECK(machine.install({.contents = {"4"}}, Older::refused));
    CHECK(machine.powerOn() == Slot::b);
}

TEST_CASE("F3 a system that was not seen to work yet takes no update") {
    auto machine = provenKiosk();
    machine.blip();
    CHECK(codeOf(machine.install({.contents = {"3"}}, Older::refused)) == "update.not-proven");
}

TEST_CASE("F1 power that goes at any moment of an update leaves a kiosk that works") {
    const Moment moment = GENERATE(range(0, kMoments));
    CAPTURE(moment);
    auto machine = provenKiosk();
    REQUIRE(machine.powerOn() == Slot::a);
    CHECK_THROWS_AS(machine.install({.contents = {"3"}}, Older::refused, moment), PowerGone);
    REQUIRE(machine.powerOn() == Slot::a);
    REQUIRE(machine.install({.contents = {"3"}}, Older::refused));
    CHECK(machine.powerOn() == Slot::b);
}

TEST_CASE("F1 F4 a thousand kiosks with random updates, cuts and blips always work") {
    constexpr unsigned kSeed = 20261127;
    constexpr int kKiosks = 1000;
    constexpr int kSteps = 12;
    std::mt19937 random(kSeed);
    const auto oneOf = [&random](int count) {
        return static_cast<int>(random() % static_cast<unsigned>(count));
    };
    int updated = 0;
    int gaveWay = 0;
    for (int kiosk = 0; kiosk < kKiosks; ++kiosk) {
        CAPTURE(kiosk);
        auto machine = provenKiosk();
        for (int step = 0; step < kSteps; ++step) {
            CAPTURE(step);
            REQUIRE(machine.powerOn());
            const int version = std::stoi(machine.system().version.text());
            const Offer offer{.board = oneOf(8) == 0 ? "board-2" : "board-1",
                              .contents = {.version = std::to_string(version - 1 + oneOf(4)),
                                           .whole = oneOf(8) != 0,
                                           .works = oneOf(4) != 0},
                              .trusted = oneOf(8) != 0,
                              .damaged = oneOf(8) == 0};
            const auto cut = oneOf(3) == 0 ? std::optional(oneOf(kMoments)) : std::nullopt;
            bool installed = false;
            try {
                installed = machine.install(offer, Older::refused, cut).has_value();
            } catch (const PowerGone&) {
                installed = false;
            }
            for (int blips = oneOf(2) * oneOf(11); blips > 0; --blips)
                machine.blip();
            const auto slot = machine.powerOn();
            REQUIRE(slot);
            CHECK(machine.in(*slot).whole);
            CHECK(machine.in(*slot).works);
            const int now = std::stoi(machine.system().version.text());
            CHECK(now >= version);
            updated += installed && now > version ? 1 : 0;
            gaveWay += installed && !(offer.contents.works && offer.contents.whole) ? 1 : 0;
        }
    }
    CHECK(updated > kKiosks);
    CHECK(gaveWay > kKiosks);
}

} // namespace kiosk::test
