// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/document/paint/substitution.h"

using kiosk::document::paint::SubstitutionTable;

namespace {

std::string firstFor(std::string_view name) {
    const auto families = SubstitutionTable::builtIn().substituteFor(name).families;
    return families.empty() ? "" : families.front();
}

} // namespace

TEST_CASE("a line matches a part of the name, blanks, case and subset prefixes aside") {
    const auto table = SubstitutionTable::parse("# remark\nsim sun | A, B | H\nhei | C\n");
    CHECK(table.substituteFor("SimSun").families == std::vector<std::string>{"A", "B"});
    CHECK(table.substituteFor("ABCDEF+NSim-Sun_18030").families ==
          std::vector<std::string>{"A", "B"});
    CHECK(table.substituteFor("SimSun").ascii == "H");
    CHECK(table.substituteFor("SimHei").ascii.empty());
    CHECK(table.substituteFor("Kai").families.empty());
}

TEST_CASE("the fonts licences name most are in the built-in table") {
    for (const char* name :
         {"宋体", "SimSun", "FZXBSJW--GB1-0", "FangSong_GB2312", "仿宋_GB2312"}) {
        CAPTURE(name);
        CHECK(firstFor(name) == "Noto Serif CJK SC");
    }
    for (const char* name : {"SimHei", "黑体", "微软雅黑", "PingFang SC"}) {
        CAPTURE(name);
        CHECK(firstFor(name) == "Noto Sans CJK SC");
    }
    CHECK_FALSE(firstFor("KaiTi").empty());
    CHECK_FALSE(firstFor("Times New Roman").empty());
}

TEST_CASE("rare characters have a last resort") {
    const auto& families = SubstitutionTable::builtIn().lastResort();
    CHECK(std::ranges::find(families, "HanaMinB") != families.end());
}
