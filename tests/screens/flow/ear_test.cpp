// SPDX-License-Identifier: Apache-2.0
// Somebody who hears and presses keys, and sees nothing: the script, and what must not be said.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "screens/kit/words.h"
#include "tests/scenarios/virtual_play.h"
#include "tests/screens/flow/listening.h"
#include "tests/screens/flow/script.h"

namespace kiosk::flow {

namespace {

using namespace std::chrono_literals;
using bench::Happening;
using speech::Channel;
using speech::Spoken;

/// The steps told: "第3步，共6步".
std::set<std::string> stepsIn(const speech::SpeechLog& log) {
    std::set<std::string> steps;
    for (const Spoken& spoken : log)
        if (spoken.text.starts_with("第") && spoken.text.find("步，共6步") != std::string::npos)
            steps.insert(spoken.text.substr(0, spoken.text.find("步")));
    return steps;
}

/// Waits until these words are said, from this many sentences on; the sentence, if they are.
const Spoken* heard(Earpiece& earpiece, std::string_view words, std::size_t from) {
    for (auto left = 240s; left > 0s; left -= 1s) {
        for (; from < earpiece.log().size(); ++from)
            if (earpiece.log()[from].text.find(words) != std::string::npos)
                return &earpiece.log()[from];
        REQUIRE(earpiece.pass(1s));
    }
    return nullptr;
}

/// Goes down by key until these words are said of something.
bool comesTo(Earpiece& earpiece, std::string_view words) {
    for (int presses = 0; presses < 20; ++presses) {
        REQUIRE(earpiece.strike(kit::Key::down));
        if (earpiece.log().back().text.find(words) != std::string::npos)
            return true;
    }
    return false;
}

kit::Node& nodeOf(kit::Node& root, std::string_view id) {
    return const_cast<kit::Node&>(*kit::find(root, id)); // found in a tree of our own
}

} // namespace

TEST_CASE("U2 a whole visit goes by ear and keys alone, and nothing private is said aloud") {
    const auto stage = bench::openStage();
    Listening ear(*stage);
    const auto seen = printALicence(*stage, ear);
    if (!seen)
        FAIL(seen.error().line());
    CHECK(seen->steps.size() <= 6);
    CHECK(seen->sheets == 1);
    CHECK(stepsIn(ear.log()).size() >= 5);
    CHECK(stepsIn(ear.log()).size() <= 6);
    CHECK(std::ranges::any_of(ear.log(), &Spoken::isPrivate));
    CHECK(std::ranges::all_of(
        ear.log(), [](const Spoken& spoken) { return spoken.channel == Channel::headset; }));
}

TEST_CASE("A30 by ear nobody comes past a thing to press that says nothing") {
    CHECK(whyNotByEar(printALicence, [](kit::Node&) {}) == "nothing");
    CHECK(whyNotByEar(printALicence, [](kit::Node& screen) {
              if (screen.id == "look") {
                  kit::Node& mute = nodeOf(screen, "to-purpose");
                  mute.name.clear();
                  mute.say.clear();
              }
          }) == "flow.out-of-reach");
}

TEST_CASE("A30 by ear nobody knows of a licence that has expired where that is not said") {
    const auto hushed = [](kit::Node& screen) {
        for (int at = 0; screen.id == "choose" && at < 4; ++at) {
            constexpr std::string_view kState = "，已过期";
            const std::string id = kit::format("licence.{}", std::to_string(at));
            if (kit::find(screen, id) == nullptr)
                continue; // its region has not answered yet
            std::string& said = nodeOf(screen, id).say;
            said = kit::withoutIsolates(said);
            if (const auto place = said.find(kState); place != std::string::npos)
                said.erase(place, kState.size());
        }
    };
    CHECK(whyNotByEar(printALicence, hushed) == "flow.not-there");
}

TEST_CASE(
    "A32 the loudspeaker says private things only after that was chosen in the settings, until "
    "the visit ends") {
    const auto stage = bench::openStage();
    Earpiece earpiece(*stage);
    REQUIRE(earpiece.strike(kit::Key::repeat));
    stage->visit().touch(visit::touch::Begin{});
    REQUIRE(stage->layCard("林云舒", bench::Stage::Card::valid));
    REQUIRE(heard(earpiece, "请选择要打印的证照", 0) != nullptr);
    REQUIRE(comesTo(earpiece, "个人信息只在耳机里播报"));
    CHECK(std::ranges::none_of(earpiece.log(), &Spoken::isPrivate));

    stage->visit().touch(visit::touch::OpenSettings{});
    REQUIRE(comesTo(earpiece, "用扬声器播报个人信息，旁人也会听到"));
    REQUIRE(earpiece.strike(kit::Key::ok));
    REQUIRE(heard(earpiece, "个人信息现在由扬声器播报", 0) != nullptr);
    stage->visit().touch(visit::touch::ClosePanel{});
    REQUIRE(comesTo(earpiece, "，共4份"));
    CHECK(earpiece.log().back().isPrivate);
    CHECK(earpiece.log().back().channel == Channel::loudspeaker);

    stage->visit().touch(visit::touch::StartOver{});
    CHECK_FALSE(stage->view().settings.speech.privateAloud);
}

TEST_CASE("A31 a headset pulled in a visit ends speech with a word, plugged in again it goes on") {
    const auto stage = bench::openStage();
    Earpiece earpiece(*stage);
    REQUIRE(stage->happen(Happening::headsetPlugged));
    REQUIRE(heard(earpiece, "语音已打开", 0) != nullptr);
    REQUIRE(stage->happen(Happening::headsetPulled));
    const Spoken* ended = heard(earpiece, "耳机已拔出", 0);
    REQUIRE(ended != nullptr);
    CHECK(ended->channel == Channel::loudspeaker);
    const std::size_t before = earpiece.log().size();
    REQUIRE(stage->happen(Happening::headsetPlugged));
    const Spoken* again = heard(earpiece, "语音已打开", before);
    REQUIRE(again != nullptr);
    CHECK(again->channel == Channel::headset);
}

} // namespace kiosk::flow
