// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/licence/copy_code.h"
#include "tests/bench/player.h"
#include "tests/scenarios/fake_stage.h"
#include "tests/support/sample_copy_code.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::bench {

namespace {

const play::Happen kLift{Happening::cardLifted};

Result<Report> played(FakeStage& stage, Play step, Outcome outcome = {}) {
    return Player(stage).play({.plays = {std::move(step)}, .lines = {"{}"}, .outcome = outcome});
}

Result<Scenario> parse(const std::string& text) {
    const tests::TemporaryFolder folder;
    REQUIRE(writeFile(folder.path() / "play.json", bytesOf(text)));
    return loadScenario(folder.path() / "play.json");
}

} // namespace

TEST_CASE("D13 a screen that never comes fails the scenario and names what is shown") {
    FakeStage stage = showing("start");
    const auto report = played(stage, play::See{.screen = "choose", .withinSeconds = 3});
    REQUIRE_FALSE(report);
    CHECK(report.error().code() == "scenario.failed");
    CHECK(report.error().detail().find("'start' is shown") != std::string::npos);
    CHECK(stage.passed >= std::chrono::seconds(3));
}

TEST_CASE("D13 text that must be absent, and ids that must be there, are checked") {
    FakeStage stage = showing("start", {{.id = "begin", .name = "缺纸"}});
    CHECK_FALSE(played(stage, play::See{.absent = {"缺纸"}, .withinSeconds = 1}));
    CHECK_FALSE(played(stage, play::See{.nodes = {"print"}, .withinSeconds = 1}));
    CHECK(played(stage, play::See{.text = {"缺纸"}, .nodes = {"begin"}}));
}

TEST_CASE("D13 nothing is touched that is not on the screen") {
    FakeStage stage = showing("start", {{.id = "begin"}});
    CHECK_FALSE(played(stage, play::Touch{"print"}));
    CHECK(stage.touched.empty());
    CHECK(played(stage, play::Touch{"begin"}));
    CHECK(stage.touched == std::vector<std::string>{"begin"});
}

TEST_CASE("R7 a sheet whose code names no number shown fails the scenario") {
    FakeStage stage = showing("take", {{.name = "A7K2-93QX-0001"}});
    stage.sheetsOut = {{"1.pdf", 1, toText(tests::sampleCopyCode())}};
    CHECK(played(stage, kLift, {.sheets = 1, .codesReadBack = true}));
    stage.sheetsOut[0].codeText = toText(tests::sampleCopyCode("A7K2-93QX-0002"));
    CHECK_FALSE(played(stage, kLift, {.codesReadBack = true}));
    CHECK_FALSE(played(stage, kLift, {.sheets = 2}));
}

TEST_CASE("Q2 a request executed twice, or not at all, fails the scenario") {
    FakeStage stage = showing("kept");
    stage.deliveredNow = {.requests = 1, .mostForOneKey = 1};
    CHECK(played(stage, kLift, {.delivered = 1, .held = true}));
    stage.deliveredNow.mostForOneKey = 2;
    CHECK_FALSE(played(stage, kLift, {.delivered = 1}));
    CHECK_FALSE(played(stage, kLift, {.delivered = 2}));
    CHECK_FALSE(played(stage, kLift, {.held = false}));
}

TEST_CASE("O3 a scenario with a word nobody knows is refused with its step") {
    const auto unknown = parse(R"({"title": "x", "steps": [{"touch": "a"}, {"jump": 1}]})");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().line().find("step 2: 'jump' is no step") != std::string::npos);
    CHECK_FALSE(parse(R"({"title": "x", "steps": [{"paper": "wet"}]})"));
    CHECK_FALSE(parse(R"({"title": "x", "steps": [{"touch": 5}]})"));
    CHECK_FALSE(parse(R"({"steps": []})"));
    CHECK_FALSE(parse(R"({"title": "x", "steps": [{"liftCard": "up"}]})"));
    CHECK_FALSE(parse("{"));
    CHECK(parse(R"({"title": "x", "steps": [{"see": "start"}, {"paper": "out"}]})")->plays.size() ==
          2);
}

TEST_CASE(
    "D13 what can happen is a word of scenarios by itself, and its button stands in a group") {
    std::set<std::string_view> groups;
    for (const Act& act : acts()) {
        INFO(act.button);
        const std::string value = act.how.empty() ? "true" : '"' + std::string(act.how) + '"';
        const auto scenario = parse(R"({"title": "x", "steps": [{")" + std::string(act.word) +
                                    R"(": )" + value + "}]}");
        REQUIRE(scenario);
        CHECK(std::get<play::Happen>(scenario->plays.at(0)).what == act.what);
        CHECK(&actOf(act.what) == &act);
        const bool begins = &act == &acts().front() || (&act - 1)->group != act.group;
        CHECK(groups.insert(act.group).second == begins);
    }
}

} // namespace kiosk::bench
