// SPDX-License-Identifier: Apache-2.0
// Somebody comes for one thing that takes three licences, and holds two of them.
#include <catch2/catch.hpp>

#include "tests/sandbox/seed/seed.h"
#include "tests/scenarios/virtual_play.h"

namespace kiosk::bench {
namespace {

/// The list for the matter with this key.
visit::ChooseView listFor(VirtualStage& stage, const std::string& person,
                          const std::string& matter) {
    REQUIRE(
        holds(stage, {play::Touch{"begin"}, play::LayCard{person}, play::See{.screen = "choose"}}));
    if (stage.look().find("close") != nullptr) // the elder version is offered
        REQUIRE(holds(stage, {play::Touch{"close"}}));
    REQUIRE(holds(stage, {play::Touch{"by-matter"}, play::See{.screen = "matter"}}));
    while (stage.look().find("matter." + matter) == nullptr)
        REQUIRE(holds(stage, {play::Touch{"more"}}));
    REQUIRE(holds(stage, {play::Touch{"matter." + matter}, play::See{.screen = "needs"}}));
    return std::get<visit::ChooseView>(stage.view().content);
}

std::string person(std::size_t index) {
    return sandbox::people().at(index).name;
}

} // namespace

TEST_CASE("O4 who comes to enrol a child with two of three documents prints one of them and knows "
          "what to bring") {
    const auto stage = openStage();
    const visit::ChooseView list = listFor(*stage, person(0), "school-entry");
    REQUIRE(list.matter);
    CHECK(list.matter->met == 2);
    REQUIRE(list.matter->missing.size() == 1);
    CHECK(list.matter->missing[0].typeName == "不动产权证书");
    CHECK(list.matter->missing[0].why == visit::ChooseView::Need::Why::notFound);
    REQUIRE(
        holds(*stage,
              {play::See{.screen = "needs", .text = {"入学报名", "不动产权证书", "请带原件到窗口"}},
               play::Touch{"居住证"}, play::See{.screen = "look"}, play::Touch{"to-purpose"}}));
    CHECK(stage->look().find("purpose.school")->state == "selected");
    REQUIRE(
        holds(*stage, {play::Touch{"print"}, play::See{.screen = "take", .withinSeconds = 60}}));
    CHECK(stage->copies().value().at(0).purpose == "子女入学");
    REQUIRE(holds(*stage, {play::Touch{"once-more"}, play::See{.screen = "needs"}}));
    REQUIRE(holds(*stage, {play::Touch{"show-all"}, play::See{.screen = "choose"}}));
    CHECK(std::get<visit::ChooseView>(stage->view().content).items.size() == 4);
}

TEST_CASE(
    "R4 a company's matter leads to its licences, and a grant for another one stays refused") {
    const auto stage = openStage();
    const visit::ChooseView list = listFor(*stage, person(6), "company-account");
    REQUIRE(list.company);
    CHECK(list.items.size() == 1);
    CHECK(list.note == "grant.other-matter");
    REQUIRE(holds(*stage, {play::See{.screen = "needs", .text = {"您的委托不包括这件事"}},
                           play::Touch{"营业执照"}, play::See{.screen = "look"}}));
    CHECK(stage->look().find("to-purpose")->state == "disabled");
}

} // namespace kiosk::bench
