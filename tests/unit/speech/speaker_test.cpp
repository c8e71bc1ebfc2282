// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "screens/speech/speaker.h"
#include "screens/speech/steps.h"
#include "tests/support/manual_clock.h"
#include "tests/support/overheard.h"

namespace kiosk::speech {
namespace {

using namespace std::chrono_literals;

struct Stage {
    tests::ManualClock clock;
    EventLoop loop{clock};
    tests::QuickVoice voice{KIOSK_SOURCE_DIR "/assets/speech"};
    tests::NotedOutlet outlet;
    SpeechLog log;
    Speaker speaker{loop, clock, voice, outlet, &log};

    void pass(std::chrono::milliseconds time) {
        for (auto left = time; left > 0ms; left -= 10ms) {
            clock.advance(10ms);
            loop.runReady();
        }
    }
    std::vector<std::string> said() const {
        std::vector<std::string> texts;
        for (const Spoken& spoken : log)
            texts.push_back(spoken.text);
        return texts;
    }
};

using Said = std::vector<std::string>;

Sentence open(std::string text) {
    return {std::move(text), "zh-CN"};
}
Sentence secret(std::string text, std::string instead = {}) {
    return {std::move(text), "zh-CN", true, std::move(instead)};
}

} // namespace

TEST_CASE("A30 sentences are said one after another") {
    Stage stage;
    stage.speaker.say({open("请放上身份证"), open("平放在读卡区")});
    CHECK(stage.said() == Said{"请放上身份证"});
    stage.pass(10s);
    CHECK(stage.said() == Said{"请放上身份证", "平放在读卡区"});
    CHECK(stage.log[0].words == "qing3 fang4 shang4 shen1 fen4 zheng4");
    CHECK(stage.log[0].ending == Ending::heard);
    CHECK_FALSE(stage.speaker.isSpeaking());
}

TEST_CASE("A34 any action and any new speech ends what is said within 100 ms") {
    Stage stage;
    stage.speaker.say({open("请放上身份证"), open("平放在读卡区")});
    stage.pass(300ms);
    stage.speaker.interrupt();
    CHECK_FALSE(stage.outlet.sounding);
    CHECK(stage.log.back().ending == Ending::action);
    CHECK(*stage.log.back().ended - stage.log.back().begun == 300ms);
    stage.pass(10s);
    CHECK(stage.said() == Said{"请放上身份证"});

    stage.speaker.say({open("正在读取身份证")});
    stage.pass(300ms);
    stage.speaker.say({open("请再放一次")});
    CHECK(stage.log[1].ending == Ending::newSpeech);
    CHECK(stage.said().back() == "请再放一次");
}

TEST_CASE("A30 a change of what is being told waits for its end") {
    Stage stage;
    stage.speaker.say({open("打印好了")});
    stage.speaker.add({open("别忘了您的身份证")});
    stage.pass(10s);
    stage.speaker.add({open("身份证拿走了")});
    CHECK(stage.said() == Said{"打印好了", "别忘了您的身份证", "身份证拿走了"});
    CHECK(stage.log.front().ending == Ending::heard);
}

TEST_CASE("A34 the last words can be repeated at any time, also while they are said") {
    Stage stage;
    stage.speaker.say({open("第一句"), open("第二句")});
    stage.pass(5s);
    stage.speaker.repeat();
    stage.pass(300ms);
    stage.speaker.repeat();
    stage.pass(5s);
    CHECK(stage.said() == Said{"第一句", "第二句", "第一句", "第一句", "第二句"});
    stage.speaker.interrupt();
    stage.speaker.repeat();
    CHECK(stage.said().back() == "第一句");
    stage.speaker.forget();
    stage.speaker.repeat();
    CHECK(stage.log.size() == 6);
}

TEST_CASE(
    "A32 private sentences go to a headset, and to the loudspeaker only where that was chosen") {
    Stage stage;
    stage.speaker.setManner({.headset = true});
    stage.speaker.say({secret("单𠮷䶮")});
    CHECK(stage.outlet.sounding == Channel::headset);
    CHECK(stage.log.back().words == "shan4 ji2 yan3");

    stage.speaker.setManner({});
    stage.speaker.say(
        {secret("单𠮷䶮", "这一项只在耳机里播报"), secret("三三零一零零"), open("共四项")});
    stage.pass(10s);
    CHECK(stage.said() == Said{"单𠮷䶮", "这一项只在耳机里播报", "共四项"});
    CHECK(stage.log[1].channel == Channel::loudspeaker);
    CHECK_FALSE(stage.log[1].isPrivate);

    stage.speaker.setManner({.privateAloud = true});
    stage.speaker.say({secret("单𠮷䶮")});
    CHECK(stage.log.back().channel == Channel::loudspeaker);
    CHECK(stage.log.back().isPrivate);
}

TEST_CASE(
    "A32 a headset pulled in a private sentence silences it at once and goes on public-safe") {
    Stage stage;
    stage.speaker.setManner({.headset = true});
    stage.speaker.say({secret("公民身份号码", "内容只在耳机里播报"), open("按确定键继续")});
    stage.pass(200ms);
    stage.speaker.setManner({});
    CHECK(stage.log[0].ending == Ending::headsetMoved);
    CHECK(*stage.log[0].ended - stage.log[0].begun == 200ms);
    stage.pass(10s);
    CHECK(stage.said() == Said{"公民身份号码", "内容只在耳机里播报", "按确定键继续"});
    for (const Spoken& spoken : stage.log)
        CHECK((!spoken.isPrivate || spoken.channel == Channel::headset));
}

TEST_CASE("A32 whoever takes the choice back is heard by nobody else any more") {
    Stage stage;
    stage.speaker.setManner({.privateAloud = true});
    stage.speaker.say({secret("公民身份号码")});
    stage.pass(200ms);
    stage.speaker.setManner({});
    CHECK_FALSE(stage.outlet.sounding);
    CHECK_FALSE(stage.speaker.isSpeaking());
}

TEST_CASE("A35 loudness goes from 20 to 100 dB in steps of 10 at most, 65 dB is usual") {
    CHECK(kUsualSoundLevelDb + kGainsDb.front() == 20);
    CHECK(kUsualSoundLevelDb + kGainsDb.back() == 100);
    for (std::size_t step = 1; step < kGainsDb.size(); ++step) {
        CHECK(kGainsDb[step] - kGainsDb[step - 1] <= 10);
        CHECK(kGainsDb[step] > kGainsDb[step - 1]);
    }
    Stage stage;
    stage.speaker.setManner({.gainDb = gainDb(2)});
    stage.speaker.say({open("请放上身份证")});
    CHECK(stage.outlet.gainDb == 18);
}

TEST_CASE("A36 the rate goes from 50 to 200 percent in 6 to 8 steps") {
    CHECK(kRatesPercent.front() == 50);
    CHECK(kRatesPercent.back() == 200);
    CHECK(kRatesPercent.size() >= 6);
    CHECK(kRatesPercent.size() <= 8);
    Stage stage;
    stage.speaker.setManner({.ratePercent = 200});
    stage.speaker.say({open("一二三四五六")});
    stage.pass(1210ms); // a second, and the pause
    CHECK_FALSE(stage.speaker.isSpeaking());
}

TEST_CASE("A38 in a language without a voice nothing is said") {
    Stage stage;
    stage.speaker.say({{"ཡི་གེ", "bo"}, {"Text", "en"}});
    CHECK(stage.said() == Said{"Text"});
    CHECK(stage.log[0].language == "en");
}

TEST_CASE("A sentence that cannot be said does not keep the others back") {
    Stage stage;
    stage.voice.refuses = true;
    stage.speaker.say({open("第一句"), open("第二句")});
    CHECK(stage.log.empty());
    CHECK_FALSE(stage.speaker.isSpeaking());
    stage.voice.refuses = false;
    stage.speaker.repeat();
    CHECK(stage.said() == Said{"第一句"});
}

} // namespace kiosk::speech
