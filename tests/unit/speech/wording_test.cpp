// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "screens/speech/words/wording.h"

namespace kiosk::speech {
namespace {

struct Row {
    std::string_view text;
    std::string_view spoken;
};

void checkAll(std::string_view language, std::initializer_list<Row> table) {
    for (const Row& row : table) {
        CAPTURE(row.text);
        CHECK(worded(row.text, language) == row.spoken);
    }
}

} // namespace

TEST_CASE("A75 in Chinese, codes are spoken digit by digit, dates as dates, counts as numbers") {
    checkAll("zh-CN", {{"2030-01-31", "二零三零年一月三十一日"},
                       {"⁦2026-11-23 10:32⁩", "二零二六年十一月二十三日 十点三十二分"},
                       {"10:05", "十点零五分"},
                       {"9:00", "九点整"},
                       {"2026年", "二零二六年"},
                       {"⁦4⁩ 份", "四 份"},
                       {"⁦2⁩ 份", "两 份"},
                       {"第 2 份", "第 二 份"},
                       {"12 秒", "十二 秒"},
                       {"1205", "一千二百零五"},
                       {"20", "二十"},
                       {"0", "零"},
                       {"3/6", "第三，共六"},
                       {"110101199003078811", "幺幺零幺零幺幺九九零零三零七八八幺幺"},
                       {"0571", "零五七幺"},
                       {"4071 8826 35", "四零七幺八八二六三五"},
                       {"9199****00X", "九幺九九，隐藏四位，零零 X "},
                       {"•••", "，隐藏三位，"},
                       {"A7K2-0000-1234", " A 七 K 二零零零零幺二三四"},
                       {"A4 纸", " A 四 纸"},
                       {"1号机", "一号机"}});
}

TEST_CASE("A75 in English, codes are spelled and dates told with their month") {
    checkAll("en", {{"until 2030-01-31.", "until 31 January 20 30."},
                    {"1990-05-06", "6 May 19 90"},
                    {"2005-12-01", "1 December 2005"},
                    {"as of 2026-11-23 10:05", "as of 23 November 20 26 10 oh 5"},
                    {"3 of 12 pages", "3 of 12 pages"},
                    {"3/6", "3 of 6"},
                    {"No. 9199****00X", "No. 9 1 9 9 , 4 hidden, 0 0 X"},
                    {"110101199003078811", "1 1 0 1 0 1 1 9 9 0 0 3 0 7 8 8 1 1"},
                    {"Re-issue the copy.", "Re-issue the copy."}});
}

TEST_CASE("A75 in Uyghur, codes are spelled and dates told in their order") {
    checkAll(
        "ug",
        {{"2030-01-31", "2030-يىلى 1-ئاينىڭ 31-كۈنى"}, {"330100", "3 3 0 1 0 0 "}, {"12", "12"}});
}

TEST_CASE("A75 a hidden character of a name is 某, wherever the name stands") {
    checkAll("zh-CN", {{"⁨单**⁩，为您找到 ⁦4⁩ 份", "单某某，为您找到 四 份"},
                       {"单*", "单某"}});
    checkAll("en", {{"⁨单*⁩: ⁦4⁩ found", "单某: 4 found"}});
}

TEST_CASE("A74 a value bounded by isolates joins nothing that stands beside it") {
    checkAll("zh-CN", {{"⁦4071⁩⁦8826⁩", "四千零七十一八千八百二十六"},
                       {"⁦3⁩ ⁦12⁩", "三 十二"}});
}

TEST_CASE("What looks like a date and is none is spoken without fail") {
    for (const auto* text :
         {"2030-13-40", "9999-99-99", "2030-00-00", "99:99", "0/0", "----", "1-2-3"})
        for (const auto* language : {"zh-CN", "en", "ug"})
            CHECK_FALSE(worded(text, language).empty());
}

} // namespace kiosk::speech
