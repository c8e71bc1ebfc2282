// SPDX-License-Identifier: Apache-2.0
// Every grant of the sandbox, right and wrong, from the card to the list (R4).
#include <catch2/catch.hpp>

#include "tests/sandbox/seed/seed.h"
#include "tests/scenarios/virtual_play.h"

namespace kiosk::bench {
namespace {

/// What this person is told when they ask for their company's licences.
visit::ChooseView listOf(VirtualStage& stage, const std::string& person) {
    REQUIRE(
        holds(stage, {play::Touch{"begin"}, play::LayCard{person}, play::See{.screen = "choose"}}));
    if (stage.look().find("close") != nullptr) // the elder version is offered
        REQUIRE(holds(stage, {play::Touch{"close"}}));
    REQUIRE(holds(stage, {play::Touch{"for-whom"}, play::See{.screen = "choose"}}));
    return std::get<visit::ChooseView>(stage.view().content);
}

void leave(VirtualStage& stage) {
    REQUIRE(holds(stage, {play::Happen{Happening::cardLifted}, play::Touch{"start-over"},
                          play::See{.screen = "start"}}));
}

std::string person(std::size_t index) {
    return sandbox::people().at(index).name;
}

} // namespace

TEST_CASE("R4 each of the sandbox's grants gives its licences, or its own reason and none") {
    struct Case {
        std::size_t person;
        std::string objection;
        std::size_t licences;
    };
    const std::vector<Case> cases{{0, "", 1},
                                  {1, "", 2},
                                  {2, "", 1},
                                  {3, "grant.expired", 0},
                                  {4, "grant.not-yet", 0},
                                  {5, "grant.not-covered", 0},
                                  {6, "", 1}, // for a purpose that is not offered: see below
                                  {7, "grant.revoked", 0},
                                  {8, "grant.other-person", 0},
                                  {9, "grant.company-unknown", 0},
                                  {10, "grant.changed", 0},
                                  {11, "", 1},
                                  {12, "grant.not-this-region", 0},
                                  {13, "", 1}};
    const auto stage = openStage();
    for (const Case& each : cases) {
        CAPTURE(person(each.person));
        const visit::ChooseView list = listOf(*stage, person(each.person));
        REQUIRE(list.company);
        CHECK(list.company->objection == each.objection);
        CHECK(list.items.size() == each.licences);
        leave(*stage);
    }
    const visit::ChooseView none = listOf(*stage, person(14));
    CHECK_FALSE(none.company);
    CHECK(none.note == "grant.none");
}

TEST_CASE("R4 who acts for two companies goes round them and back to their own licences") {
    const auto stage = openStage();
    const visit::ChooseView first = listOf(*stage, person(11));
    CHECK(first.company->name == sandbox::enterprises()[0].name);
    CHECK(first.nextCompany == sandbox::enterprises()[2].name);
    REQUIRE(holds(*stage, {play::Touch{"for-whom"}}));
    CHECK(std::get<visit::ChooseView>(stage->view().content).items.size() == 2);
    REQUIRE(holds(*stage, {play::Touch{"for-whom"}}));
    CHECK_FALSE(std::get<visit::ChooseView>(stage->view().content).company);
}

TEST_CASE("R4 by a grant for purposes that are not offered a licence is seen and not printed") {
    const auto stage = openStage();
    listOf(*stage, person(6));
    REQUIRE(holds(*stage, {play::Touch{"营业执照"},
                           play::See{.screen = "look", .text = {"不包括这里能办的任何用途"}}}));
    CHECK(stage->look().find("to-purpose") != nullptr);
    CHECK(stage->look().find("to-purpose")->state == "disabled");
}

TEST_CASE(
    "R4 the copy of a company's licence is kept at its region with grant, purpose and names") {
    const auto stage = openStage();
    listOf(*stage, person(2));
    REQUIRE(holds(*stage, {play::Touch{"营业执照"}, play::Touch{"to-purpose"}}));
    CHECK(stage->look().find("purpose.school") == nullptr); // the grant is for the bank alone
    REQUIRE(holds(*stage, {play::Touch{"purpose.bank"}, play::Touch{"print"},
                           play::See{.screen = "take", .withinSeconds = 60}}));
    const auto copies = stage->copies().value();
    REQUIRE(copies.size() == 1);
    CHECK(copies[0].purpose == "银行开户");
    CHECK(copies[0].onBehalf == "G990000-2026-0003 云州市晴川食品有限公司 欧**䴘 agent");
}

} // namespace kiosk::bench
