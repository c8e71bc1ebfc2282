// SPDX-License-Identifier: Apache-2.0
// Captions in time with what sounds.
#include <catch2/catch.hpp>

#include "screens/speech/captions.h"
#include "screens/speech/speaker.h"
#include "tests/support/manual_clock.h"
#include "tests/support/overheard.h"

namespace kiosk::speech {
namespace {

using namespace std::chrono_literals;
using Sign = kit::Caption::Sign;

/// A screen whose lines hold eight characters.
std::vector<std::string> eightEach(std::string_view words, const std::string& language) {
    return kit::linesOf(words, language,
                        [](std::string_view line) { return codePoints(line).size() <= 8; });
}

struct Glass {
    tests::ManualClock clock;
    EventLoop loop{clock};
    kit::Catalogue catalogue = kit::Catalogue::load(KIOSK_SOURCE_DIR "/assets/texts").value();
    std::vector<std::string> seen; ///< one after another; "-" where it was gone
    Captions captions{loop, catalogue, eightEach,
                      [this] { seen.push_back(captions.now() ? captions.now()->words : "-"); }};
    tests::QuickVoice voice{KIOSK_SOURCE_DIR "/assets/speech"};
    tests::NotedOutlet outlet;
    Speaker speaker{loop, clock, voice, outlet};

    Glass() { speaker.setWatch(captions); }
    void pass(std::chrono::milliseconds time) {
        for (auto left = time; left > 0ms; left -= 10ms) {
            clock.advance(10ms);
            loop.runReady();
        }
    }
    std::string now() const { return captions.now() ? captions.now()->words : "-"; }
};

using Seen = std::vector<std::string>;

} // namespace

TEST_CASE("A39 a sentence stands there line by line while it is said, and is gone afterwards") {
    Glass glass; // three characters a second
    glass.speaker.say({{"请把身份证平放在读卡区", "zh-CN"}});
    CHECK(glass.now() == "请把身份证平放在");
    CHECK(glass.captions.now()->sign == Sign::voice);
    glass.pass(2600ms);
    CHECK(glass.now() == "请把身份证平放在");
    glass.pass(200ms);
    CHECK(glass.now() == "读卡区");
    glass.pass(900ms);
    CHECK(glass.now() == "读卡区");
    glass.pass(400ms);
    CHECK(glass.seen == Seen{"请把身份证平放在", "读卡区", "-"});
    CHECK_FALSE(glass.loop.nextDeadline()); // a silent screen wakes nobody
}

TEST_CASE("A39 one sentence follows the other without a gap, and silence ends both at once") {
    Glass glass;
    glass.speaker.say({{"请放上身份证", "zh-CN"}, {"请稍候", "zh-CN"}, {"请取走", "zh-CN"}});
    glass.pass(2300ms);
    CHECK(glass.seen == Seen{"请放上身份证", "请稍候"});
    glass.speaker.interrupt();
    CHECK(glass.now() == "-");
    CHECK_FALSE(glass.loop.nextDeadline());
}

TEST_CASE("A32 A39 what only a headset hears is not written, what the loudspeaker says is") {
    Glass glass;
    const Sentence name{"张三", "zh-CN", true};
    const Sentence digit{"7", "zh-CN", true, "一位数字"};
    glass.speaker.setManner({.headset = true});
    glass.speaker.say({name});
    CHECK(glass.now() == "个人信息只在耳机"); // its first line
    glass.speaker.say({digit});
    CHECK(glass.now() == "一位数字");
    glass.speaker.setManner({.privateAloud = true});
    glass.speaker.say({name});
    CHECK(glass.now() == "张三");
    glass.speaker.setManner({});
    CHECK(glass.now() == "-"); // no longer heard, no longer seen
}

TEST_CASE("A39 D5 the tones that call somebody back are seen by a sign of their own") {
    Glass glass;
    glass.captions.rang({"zh-CN"});
    REQUIRE(glass.captions.now());
    CHECK(glass.captions.now()->sign == Sign::tone);
    CHECK(glass.now() == "提示音：有东西忘");
    glass.pass(3s);
    glass.speaker.say({{"请稍候", "zh-CN"}}); // what is said comes first
    CHECK(glass.now() == "请稍候");
    glass.captions.rang({"zh-CN"});
    CHECK(glass.captions.now()->sign == Sign::voice);
    glass.pass(10s);
    glass.captions.rang({"zh-CN"});
    glass.pass(7s);
    CHECK(glass.now() == "-");
    CHECK_FALSE(glass.loop.nextDeadline());
}

TEST_CASE("A39 A74 lines end where their language lets them, and isolates are never left open") {
    const auto within = [](std::size_t most) {
        return [most](std::string_view line) { return codePoints(line).size() <= most; };
    };
    CHECK(kit::linesOf("Lay the card flat", "en", within(9)) == Seen{"Lay the", "card flat"});
    CHECK(kit::linesOf("到期，请换。", "zh-CN", within(3)) == Seen{"到期，", "请换。"});
    CHECK(kit::linesOf("to \u20662027-05-31 today\u2069 now", "en", within(16)) ==
          Seen{"to \u20662027-05-31 \u2069", "\u2066today\u2069 now"});
    CHECK(kit::linesOf("abcdefgh", "en", within(3)) == Seen{"abc", "def", "gh"});
    CHECK(kit::linesOf("", "en", within(3)).empty());
    CHECK(kit::linesOf("wide", "en", within(0)) == Seen{"w", "i", "d", "e"}); // ends all the same
}

} // namespace kiosk::speech
