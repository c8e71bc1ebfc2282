// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/bench/line_desk.h"
#include "tests/bench/typed_step.h"
#include "tests/scenarios/fake_stage.h"
#include "tests/support/sample_copy_code.h"

namespace kiosk::bench {

namespace {

template <typename Step>
Step typed(std::string_view line) {
    const Result<Play> step = typedStep(line);
    INFO(line);
    REQUIRE(step);
    return std::get<Step>(*step);
}

} // namespace

TEST_CASE("D13 what can happen is typed as it stands in scenarios, and is told to who asks") {
    const std::string told = typedWords();
    for (const Act& act : acts()) {
        const std::string line = std::string(act.word) + " " + std::string(act.how);
        CHECK(typed<play::Happen>(line).what == act.what);
        CHECK((told.find("  " + line) != std::string::npos || act.what == Happening::cardLifted));
    }
}

TEST_CASE("D13 steps with a value are typed with a blank before it, some with a shorter word") {
    CHECK(typed<play::LayCard>("card 林云舒").person == "林云舒");
    CHECK(typed<play::LayCard>("  layCard 林云舒  ").card == Stage::Card::valid);
    CHECK(typed<play::LayCard>("card 林云舒 expired").card == Stage::Card::expired);
    CHECK(typed<play::Happen>("lift").what == Happening::cardLifted);
    CHECK(typed<play::Touch>("touch 机动车驾驶证").node == "机动车驾驶证");
    CHECK(typed<play::See>("see choose").screen == "choose");
    CHECK(typed<play::See>("see choose 云州市").text == std::vector<std::string>{"云州市"});
    CHECK(typed<play::ShowCode>("code").text == "last-sheet");
    CHECK(typed<play::ShowCode>("code none").text.empty());
    CHECK(typed<play::ShowCode>("code https://example.org").text == "https://example.org");
    CHECK(typed<play::Wait>("wait 3").seconds == 3);
    CHECK(typed<play::Touch>(R"({"touch": "a b"})").node == "a b");
}

TEST_CASE("D13 a line that nobody understands is refused and does nothing") {
    for (const char* line : {"", "jump", "paper", "paper wet", "touch", "wait", "wait long",
                             "lift up", "card 林云舒 stolen", "{", "{\"touch\": 1}", "[]"}) {
        INFO(line);
        const Result<Play> step = typedStep(line);
        REQUIRE_FALSE(step);
        CHECK(step.error().code() == "scenario.syntax");
    }
}

TEST_CASE("D13 each line is answered in one: what is shown then, or why it was not done") {
    FakeStage stage = showing(
        "start", {{.id = "begin", .role = "button", .name = "开始\n办理"}, {.name = "开始\n办理"}});
    LineDesk desk(stage);
    CHECK(desk.answer("touch begin") == "ok start");
    CHECK(stage.touched == std::vector<std::string>{"begin"});
    CHECK(desk.answer("look") == "ok start | 开始 办理 [begin]");
    CHECK(desk.answer("touch print").starts_with("no scenario.failed: nothing called 'print'"));
    CHECK(desk.answer("paper wet").starts_with("no scenario.syntax: 'paper' cannot be 'wet'"));
}

TEST_CASE("R7 printed sheets are told with the number of their copy") {
    FakeStage stage = showing("take");
    stage.sheetsOut = {{"/out/1.pdf", 2, toText(tests::sampleCopyCode("A7K2-93QX-0002"))},
                       {"/out/2.pdf", 1, "something else"}};
    CHECK(LineDesk(stage).answer("sheets") ==
          "ok 2 sheets, 0 slips | 1.pdf, pages 2, copy A7K2-93QX-0002 | 2.pdf, pages 1, no code");
}

} // namespace kiosk::bench
