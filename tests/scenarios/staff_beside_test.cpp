// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/staff/gate.h"
#include "tests/bench/staff_cards.h"
#include "tests/scenarios/blank_reader.h"
#include "tests/scenarios/virtual_play.h"
#include "tests/support/log_lines.h"

// Staff who were called lay their card, look on with the citizen's agreement, and leave (A58).

namespace kiosk::bench {

namespace {

using namespace std::chrono_literals;

std::unique_ptr<VirtualStage> openBlank() {
    return openStage({.documents = [] { return blankReader(1); }});
}

/// Somebody looks at their licence and calls staff, who come.
bool staffCome(VirtualStage& stage) {
    return holds(stage,
                 {play::Touch{"begin"}, play::LayCard{"林云舒"}, play::See{.screen = "choose"},
                  play::Touch{"licence.0"}, play::See{.screen = "look"},
                  play::Touch{"toggle-number"}, play::See{.screen = "look"}, play::Touch{"staff"},
                  play::See{.screen = "help", .text = {"已呼叫工作人员"}},
                  play::Happen{Happening::attendantCardLaid},
                  play::See{.screen = "staff-came",
                            .text = {"工作人员来了"},
                            .absent = {"林", "9901"},
                            .nodes = {"with-staff", "go-on"},
                            .withinSeconds = 5}});
}

bool goOnTogether(VirtualStage& stage) {
    return holds(stage,
                 {play::Touch{"with-staff"}, play::See{.screen = "look",
                                                       .text = {"工作人员正在协助", "编号不显示"},
                                                       .absent = {"显示编号"},
                                                       .nodes = {"staff-beside"}}});
}

bool nobodyLooksOn(VirtualStage& stage, const std::string& screen) {
    return holds(stage,
                 {play::See{.screen = screen, .absent = {"工作人员正在协助"}, .withinSeconds = 5}});
}

} // namespace

TEST_CASE("A58 staff look on from their card to the end of the visit, and the citizen confirms") {
    const auto stage = openBlank();
    const tests::LogLines lines;
    REQUIRE(staffCome(*stage));
    REQUIRE(goOnTogether(*stage));
    CHECK(holds(*stage, {play::Happen{Happening::staffCardLifted}, play::Touch{"to-purpose"},
                         play::See{.screen = "purpose", .nodes = {"staff-beside"}},
                         play::Touch{"purpose.school"}, play::Touch{"print"},
                         play::See{.screen = "confirm-print",
                                   .text = {"请您本人确认"},
                                   .nodes = {"staff-beside"}}}));
    CHECK(holds(*stage, {play::Wait{5}, play::See{.screen = "confirm-print"},
                         play::Touch{"confirm"}, play::See{.screen = "take", .withinSeconds = 60},
                         play::Touch{"finish"}, play::See{.screen = "start"}}));
    CHECK(nobodyLooksOn(*stage, "start"));
    CHECK(lines.say("staff look on, as agreed event=visit.staff-beside role=attendant"));
    CHECK_FALSE(lines.say("林"));
}

TEST_CASE("A58 whoever wants to go on alone does, and calls staff away at any time") {
    const auto stage = openBlank();
    REQUIRE(staffCome(*stage));
    CHECK(holds(*stage, {play::Touch{"go-on"}}));
    CHECK(nobodyLooksOn(*stage, "look"));
    CHECK(holds(*stage,
                {play::Happen{Happening::staffCardLifted}, play::Wait{3}, play::Touch{"staff"},
                 play::See{.screen = "help"}, play::Happen{Happening::attendantCardLaid},
                 play::See{.screen = "staff-came", .nodes = {"with-staff"}, .withinSeconds = 5}}));
    REQUIRE(goOnTogether(*stage));
    CHECK(
        holds(*stage, {play::Touch{"staff"},
                       play::See{.screen = "staff-came", .absent = {"林"}, .nodes = {"with-staff"}},
                       play::Touch{"go-on"}}));
    CHECK(nobodyLooksOn(*stage, "look"));
}

TEST_CASE("A58 staff leave by laying their card once more") {
    const auto stage = openBlank();
    REQUIRE(staffCome(*stage));
    REQUIRE(goOnTogether(*stage));
    CHECK(holds(*stage, {play::Wait{5}, play::See{.screen = "look", .nodes = {"staff-beside"}},
                         play::Happen{Happening::staffCardLifted}, play::Wait{3},
                         play::See{.screen = "look", .nodes = {"staff-beside"}},
                         play::Happen{Happening::attendantCardLaid}}));
    CHECK(nobodyLooksOn(*stage, "look"));
}

TEST_CASE("A58 at the start screen staff who look on are forgotten when nobody begins") {
    const auto stage = openBlank();
    CHECK(holds(*stage,
                {play::Touch{"staff"}, play::See{.screen = "help"},
                 play::Happen{Happening::attendantCardLaid},
                 play::See{.screen = "staff-came", .nodes = {"with-staff"}, .withinSeconds = 5},
                 play::Touch{"with-staff"}, play::See{.screen = "start", .nodes = {"staff-beside"}},
                 play::Happen{Happening::staffCardLifted}, play::Wait{290},
                 play::See{.screen = "start", .nodes = {"staff-beside"}}, play::Wait{15}}));
    CHECK(nobodyLooksOn(*stage, "start"));
}

TEST_CASE("A58 G1 with staff beside at the start screen a card opens no staff mode") {
    const auto stage = openBlank();
    CHECK(holds(*stage,
                {play::Touch{"staff"}, play::See{.screen = "help"},
                 play::Happen{Happening::technicianCardLaid},
                 play::See{.screen = "staff-came", .nodes = {"with-staff"}, .withinSeconds = 5},
                 play::Touch{"with-staff"}, play::See{.screen = "start"},
                 play::Happen{Happening::staffCardLifted}, play::Wait{3},
                 play::Happen{Happening::technicianCardLaid}, play::Wait{3}}));
    CHECK(nobodyLooksOn(*stage, "start"));
    CHECK(holds(*stage, {play::Happen{Happening::staffCardLifted}, play::Wait{3},
                         play::Happen{Happening::technicianCardLaid},
                         play::See{.screen = "staff-pin", .withinSeconds = 10}}));
}

TEST_CASE("A58 a card that is on no register, and one that is locked, open nothing and say so") {
    const auto stage = openBlank();
    const std::filesystem::path& folder = stage->folder();
    REQUIRE(layStaffCard(folder, staff::Role::attendant));
    const staff::Gate gate(folder / "state" / staff::kRegisterFileName,
                           folder / "state" / staff::kLocksFileName, stage->clock());
    const auto number = readFile(staffCardFile(folder));
    REQUIRE(number);
    const auto known = gate.cardLaid(toText(*number));
    REQUIRE((known && *known));
    REQUIRE(liftStaffCard(folder));
    REQUIRE(holds(*stage, {play::Touch{"staff"}, play::See{.screen = "help"}}));

    REQUIRE(writeFile(staffCardFile(folder), bytesOf("0011223344556677")));
    CHECK(holds(*stage, {play::See{.screen = "help",
                                   .text = {"没有登记"},
                                   .absent = {"工作人员来了"},
                                   .withinSeconds = 5}}));

    for (int i = 0; i < 5; ++i)
        REQUIRE(gate.tryPin((*known)->mark, staff::Pin("000000")));
    CHECK(holds(*stage, {play::Happen{Happening::staffCardLifted}, play::Wait{3},
                         play::Happen{Happening::attendantCardLaid},
                         play::See{.screen = "help",
                                   .text = {"被锁定"},
                                   .absent = {"工作人员来了"},
                                   .withinSeconds = 5}}));
}

} // namespace kiosk::bench
