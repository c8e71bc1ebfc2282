// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "screens/kit/texts.h"
#include "screens/speech/words/pinyin.h"
#include "screens/speech/words/runs.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::speech {
namespace {

const Pinyin& pinyin() {
    static const Pinyin loaded = [] {
        auto pinyin = Pinyin::load(KIOSK_SOURCE_DIR "/assets/speech");
        REQUIRE(pinyin);
        return std::move(*pinyin);
    }();
    return loaded;
}

std::string read(std::string_view chinese) {
    return pinyin().read(chinese).pinyin;
}

struct Read {
    std::string_view text;
    std::string_view pinyin;
};

void checkAll(std::initializer_list<Read> table) {
    for (const Read& row : table) {
        CAPTURE(row.text);
        CHECK(read(row.text) == row.pinyin);
    }
}

} // namespace

TEST_CASE("A73 words of several readings are read as a person checked them") {
    checkAll({{"重新开始", "chong2 xin1 kai1 shi3"},
              {"银行开户", "yin2 hang2 kai1 hu4"},
              {"长辈版", "zhang3 bei4 ban3"},
              {"重庆", "chong2 qing4"},
              {"长期", "chang2 qi1"},
              {"行驶证", "xing2 shi3 zheng4"},
              {"背面", "bei4 mian4"},
              {"签发地区", "qian1 fa1 di4 qu1"},
              {"不会重复打印", "bu2 hui4 chong2 fu4 da3 yin4"},
              {"用不了", "yong4 bu4 liao3"},
              {"工作人员处理", "gong1 zuo4 ren2 yuan2 chu3 li3"},
              {"营业执照", "ying2 ye4 zhi2 zhao4"}});
}

TEST_CASE("A73 a name is read by its surname") {
    checkAll({{"单𠮷䶮", "shan4 ji2 yan3"},
              {"区小明", "ou1 xiao3 ming2"},
              {"仇英", "qiu2 ying1"},
              {"任远", "ren2 yuan3"},
              {"曾巩", "zeng1 gong3"},
              {"解珍", "xie4 zhen1"},
              {"尉迟恭", "yu4 chi2 gong1"},
              {"欧阳修", "ou1 yang2 xiu1"},
              {"万俟卨", "mo4 qi2 xie4"},
              {"单某某", "shan4 mou3 mou3"}});
}

TEST_CASE("A73 what begins like a surname and is a word is read as the word") {
    checkAll({{"单位", "dan1 wei4"},
              {"区域", "qu1 yu4"},
              {"任何证件", "ren4 he2 zheng4 jian4"},
              {"查询", "cha2 xun2"},
              {"重要事项", "zhong4 yao4 shi4 xiang4"},
              {"华侨证明", "hua2 qiao2 zheng4 ming2"}});
}

TEST_CASE("A73 a character nobody can read is told by its code point and reported") {
    const Reading reading = pinyin().read("王\U00031350");
    CHECK(reading.pinyin == "wang2 sheng1 pi4 zi4 you1 san1 yao1 san1 wu3 ling2");
    CHECK(reading.unread == std::vector<char32_t>{0x31350});
}

TEST_CASE("一 and 不 change their tone where they are spoken so, and not in numbers") {
    checkAll({{"一个", "yi2 ge4"},
              {"一张", "yi4 zhang1"},
              {"第一步", "di4 yi1 bu4"},
              {"不是", "bu2 shi4"},
              {"不能", "bu4 neng2"},
              {"二零一一年", "er4 ling2 yi1 yi1 nian2"}});
}

TEST_CASE("A30 every Chinese text of the catalogue is read, character by character") {
    const auto catalogue = kit::Catalogue::load(KIOSK_SOURCE_DIR "/assets/texts");
    REQUIRE(catalogue);
    const kit::Texts& texts = catalogue->of({"zh-CN"});
    for (const std::string& key : texts.keys()) {
        const SpokenForm form = spokenForm(texts.say(key), "zh-CN", pinyin());
        CAPTURE(key, joined(form.runs));
        CHECK(form.unread.empty());
        CHECK_FALSE(form.runs.empty());
        for (const Run& run : form.runs)
            if (run.voice == Voice::mandarin)
                for (const std::string_view syllable : split(run.words, ' '))
                    CHECK(syllable.find_first_of("12345") != std::string_view::npos);
    }
}

TEST_CASE("A word list with a syllable too few names its line") {
    const tests::TemporaryFolder folder;
    for (const auto* bad : {"# words\n\n重新 chong2\n", "\n\n重新 chong2 xin\n"}) {
        REQUIRE(writeFile(folder.path() / "words.txt", toBytes(bad)));
        REQUIRE(writeFile(folder.path() / "surnames.txt", toBytes("欧阳 ou1 yang2\n")));
        const auto loaded = Pinyin::load(folder.path());
        REQUIRE_FALSE(loaded);
        CHECK(loaded.error().code() == "speech.words");
        CHECK(loaded.error().detail() == "words.txt, line 3");
    }
}

} // namespace kiosk::speech
