// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include <catch2/catch.hpp>

#include "tests/scenarios/blank_reader.h"
#include "tests/scenarios/virtual_play.h"

// "Call staff": the screen is covered and kept, and a ticket leads to the window (A54, A58).

namespace kiosk::bench {

namespace {

using namespace std::chrono_literals;
using Slips = VirtualStage::Slips;

constexpr int kWindsDown = 6; ///< seconds the printer is busy after its last sheet

std::unique_ptr<VirtualStage> openBlank(Slips slips = Slips::roll, visit::StaffDuty staff = {}) {
    return openStage(
        {.slips = slips, .staff = std::move(staff), .documents = [] { return blankReader(1); }});
}

struct Way {
    std::string screen;
    std::vector<Play> plays;
};

/// One way to each kind of screen, the troubles among them.
std::vector<Way> waysToScreens() {
    const std::string person = "林云舒";
    const std::vector<Play> toChoose{play::Touch{"begin"}, play::LayCard{person},
                                     play::See{.screen = "choose"}};
    const auto then = [](std::vector<Play> plays, const std::vector<Play>& more) {
        plays.insert(plays.end(), more.begin(), more.end());
        return plays;
    };
    const auto toLook = then(toChoose, {play::Touch{"licence.0"}, play::See{.screen = "look"}});
    const auto toTake =
        then(toLook, {play::Touch{"to-purpose"}, play::Touch{"purpose.school"},
                      play::Touch{"print"}, play::See{.screen = "take", .withinSeconds = 60}});
    const std::vector<Play> toOffer{play::Happen{Happening::networkCut}, play::Touch{"begin"},
                                    play::LayCard{person},
                                    play::See{.screen = "offer-to-keep", .withinSeconds = 60}};
    return {{"start", {}},
            {"identify", {play::Touch{"begin"}, play::See{.screen = "identify"}}},
            {"choose", toChoose},
            {"look", toLook},
            {"take", toTake},
            {"offer-to-keep", toOffer},
            {"kept", then(toOffer, {play::Touch{"keep"},
                                    play::See{.screen = "kept", .text = {"请取走凭条"}}})},
            {"scan", {play::Touch{"check-copy"}, play::See{.screen = "scan"}}},
            {"trouble",
             {play::Touch{"begin"}, play::LayCard{person, Stage::Card::expired},
              play::See{.screen = "trouble"}}},
            {"trouble",
             {play::Touch{"begin"}, play::BreakRead{"layout"}, play::LayCard{person},
              play::See{.screen = "trouble"}}},
            {"trouble",
             {play::Touch{"begin"}, play::Happen{Happening::readerUnplugged},
              play::See{.screen = "trouble"}}},
            {"second-person",
             then(toChoose, {play::LayCard{"欧阳䴙䴘"}, play::See{.screen = "second-person"}})}};
}

bool callsStaff(VirtualStage& stage) {
    return holds(stage,
                 {play::Touch{"staff"},
                  play::See{.screen = "help", .absent = {"林", "9901"}, .withinSeconds = 1}});
}

bool passes(VirtualStage& stage, int seconds) {
    return holds(stage, {play::Wait{seconds}});
}

visit::StaffDuty dayDuty() {
    return {.hours = visit::StaffDuty::Hours{.from = 9h, .to = 17h},
            .waitMinutes = 5,
            .hotline = "0990-12345"};
}

/// The clock in the hall shows this time, of a Thursday.
void setClock(VirtualStage& stage, std::chrono::minutes timeOfDay) {
    stage.clock().setWall(std::chrono::sys_days(std::chrono::year(2026) / 11 / 26) + timeOfDay -
                          8h);
}

} // namespace

TEST_CASE(
    "A54 A58 from every screen staff can be called and a ticket printed, and one goes on there") {
    for (const Way& way : waysToScreens()) {
        INFO(way.screen);
        const auto stage = openBlank();
        REQUIRE(holds(*stage, way.plays));
        const int before = stage->slips().value();
        REQUIRE(callsStaff(*stage));
        CHECK(stage->view().staffCalled);
        CHECK(holds(*stage, {play::Touch{"print-ticket"}, play::See{.text = {"请取走窗口单"}}}));
        CHECK(stage->slips() == before + 1);
        CHECK(stage->look().find("print-ticket") == nullptr);
        CHECK(holds(*stage,
                    {play::Touch{"go-on"}, play::See{.screen = way.screen, .withinSeconds = 1}}));
        CHECK(stage->view().staffCalled);
        if (const char* folder = std::getenv("KIOSK_PICTURES"); folder != nullptr)
            REQUIRE(
                tests::writePng(stage->receiptPrinter().strips().back(),
                                std::filesystem::path(folder) / ("ticket-" + way.screen + ".png")));
    }
}

TEST_CASE("A58 without a receipt printer the ticket comes out as a sheet, not between a copy's") {
    const auto stage = openBlank(Slips::sheets);
    REQUIRE(holds(*stage, waysToScreens()[3].plays));
    REQUIRE(callsStaff(*stage));
    CHECK(holds(*stage, {play::Touch{"print-ticket"}, play::See{.text = {"请取走窗口单"}}}));
    CHECK(stage->printer().jobs().size() == 1);
    CHECK(holds(*stage,
                {play::Touch{"go-on"}, play::Touch{"to-purpose"}, play::Touch{"purpose.school"},
                 play::Touch{"print"}, play::See{.screen = "printing"}}));
    REQUIRE(callsStaff(*stage));
    CHECK(stage->look().find("print-ticket") == nullptr);
    CHECK(stage->look().shows("窗口单要等打完以后"));
    CHECK(holds(*stage,
                {play::See{.nodes = {"print-ticket"}, .withinSeconds = 60}, play::Wait{kWindsDown},
                 play::Touch{"print-ticket"}, play::See{.text = {"请取走窗口单"}},
                 play::Touch{"go-on"}, play::See{.screen = "take"}}));
    const auto copies = stage->copies();
    REQUIRE(copies);
    REQUIRE(copies->size() == 1);
    CHECK(copies->front().state == authority::CopyRecord::State::printed);
    CHECK(stage->printer().jobs().size() == 3);
}

TEST_CASE("A58 a ticket that does not come out is never called printed, and its number stays") {
    const auto stage = openBlank();
    REQUIRE(stage->happen(Happening::rollOut));
    REQUIRE(callsStaff(*stage));
    CHECK(holds(*stage, {play::Touch{"print-ticket"},
                         play::See{.text = {"打印机没有纸了", "请记下号码", "窗口单号码"},
                                   .absent = {"请取走"}}}));
    CHECK(holds(*stage, {play::Happen{Happening::rollLoaded},
                         play::See{.text = {"请取走窗口单"}, .absent = {"没有纸"}}}));
    CHECK(stage->slips() == 1);
}

TEST_CASE("A54 U6 what is covered is kept for five minutes, each key anew, and is then wiped") {
    const auto stage = openBlank();
    REQUIRE(holds(*stage, waysToScreens()[3].plays));
    stage->visit().touch(visit::touch::SetTheme{visit::Theme::yellowOnBlack});
    REQUIRE(callsStaff(*stage));
    CHECK(std::get<visit::HelpView>(stage->view().content).secondsLeft == visit::kHelpSeconds);
    CHECK(stage->look().shows("什么也不会丢"));
    REQUIRE(passes(*stage, 290));
    CHECK(stage->look().shows("秒就会结束"));
    stage->visit().stirred();
    REQUIRE(passes(*stage, 290));
    CHECK(stage->look().screen == "help");
    CHECK_FALSE(stage->view().idleSecondsLeft);
    REQUIRE(passes(*stage, 12));
    CHECK(stage->look().screen == "start");
    CHECK(stage->view().settings == visit::Settings{});
    CHECK_FALSE(stage->view().staffCalled);
}

TEST_CASE(
    "A54 D11 the call key does the same as the button, and the lamp is lit until the visit ends") {
    const auto stage = openBlank();
    REQUIRE(holds(*stage, waysToScreens()[3].plays));
    REQUIRE(stage->happen(Happening::callKeyPressed));
    REQUIRE(passes(*stage, 1));
    CHECK(stage->look().screen == "help");
    CHECK(stage->cabinet().shown(drivers::Part::callLamp) == drivers::FlashRate::continuous);
    REQUIRE(holds(*stage, {play::Touch{"go-on"}, play::See{.screen = "look"}, play::Wait{1}}));
    CHECK(stage->cabinet().shown(drivers::Part::callLamp) == drivers::FlashRate::continuous);
    REQUIRE(holds(*stage, {play::Touch{"start-over"}, play::Wait{1}}));
    CHECK(stage->cabinet().shown(drivers::Part::callLamp) == drivers::FlashRate::off);
}

TEST_CASE("A54 where nobody is on duty nobody is said to come: a number to ring, and no lamp") {
    const auto stage = openBlank(Slips::roll, dayDuty());
    setClock(*stage, 17h - 1min);
    REQUIRE(callsStaff(*stage));
    CHECK(stage->look().shows("已呼叫工作人员"));
    CHECK(stage->look().shows("分钟"));
    REQUIRE(holds(*stage, {play::Touch{"start-over"}}));
    setClock(*stage, 17h);
    REQUIRE(callsStaff(*stage));
    CHECK(stage->look().shows("现在没有工作人员值班"));
    CHECK(stage->look().shows("0990-12345"));
    CHECK(stage->look().shows("09:00"));
    CHECK_FALSE(stage->look().shows("已呼叫"));
    CHECK_FALSE(stage->view().staffCalled);
    REQUIRE(passes(*stage, 1));
    CHECK(stage->cabinet().shown(drivers::Part::callLamp) == drivers::FlashRate::off);
    CHECK(holds(*stage, {play::Touch{"print-ticket"}, play::See{.text = {"请取走窗口单"}}}));
}

TEST_CASE("A54 A12 whoever goes back to the start screen finds it as they left it") {
    const auto stage = openBlank();
    stage->visit().touch(visit::touch::SetLanguage{{"en"}});
    REQUIRE(callsStaff(*stage));
    REQUIRE(holds(*stage, {play::Touch{"go-on"}, play::See{.screen = "start"}}));
    CHECK(stage->view().settings.language.tag == "en");
    CHECK(stage->view().staffCalled);
}

} // namespace kiosk::bench
