// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "screens/speech/words/runs.h"

namespace kiosk::speech {
namespace {

std::vector<Run> runsOf(std::string_view text, std::string_view language) {
    static const auto pinyin = Pinyin::load(KIOSK_SOURCE_DIR "/assets/speech");
    REQUIRE(pinyin);
    return spokenForm(text, language, *pinyin).runs;
}

} // namespace

TEST_CASE("A38 each script is spoken by its own voice") {
    CHECK(runsOf("请按 OK 键", "zh-CN") == std::vector<Run>{{Voice::mandarin, "qing3 an4"},
                                                            {Voice::english, "OK "},
                                                            {Voice::mandarin, "jian4"}});
    CHECK(runsOf("⁨营业执照⁩ until ⁦2030-01-31⁩", "en") ==
          std::vector<Run>{{Voice::mandarin, "ying2 ye4 zhi2 zhao4"},
                           {Voice::english, "until 31 January 20 30"}});
    CHECK(runsOf("كىملىك", "ug") == std::vector<Run>{{Voice::uyghur, "كىملىك"}});
}

TEST_CASE("A75 a citizen number is spoken with yao1 for 1") {
    const auto runs = runsOf("公民身份号码 ⁦110101⁩", "zh-CN");
    CHECK(joined(runs) == "gong1 min2 shen1 fen4 hao4 ma3 yao1 yao1 ling2 yao1 ling2 yao1");
}

TEST_CASE("A38 there is no voice for Tibetan") {
    CHECK(isSpoken("zh-CN"));
    CHECK(isSpoken("ug"));
    CHECK_FALSE(isSpoken("bo"));
}

TEST_CASE("Punctuation alone is nothing to say") {
    CHECK(runsOf("…… ·", "zh-CN").empty());
}

} // namespace kiosk::speech
