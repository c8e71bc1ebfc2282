// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/licence/check_characters.h"
#include "firmware/visit/paper.h"
#include "tests/support/sample_copy_code.h"

namespace kiosk::visit::tests {

namespace {

/// Names the key instead of giving its words: "zh:paper.purpose", "en:paper.page(1,2)".
std::string keyed(const Language& language, std::string_view key,
                  std::initializer_list<std::string_view> values) {
    std::string text = (language == Language{} ? "zh:" : "en:") + std::string(key);
    for (const std::string_view value : values)
        text += "|" + std::string(value);
    return text;
}

CopyFacts facts() {
    const CopyCode code = kiosk::tests::sampleCopyCode();
    return {.purpose = {"school", "子女入学"},
            .code = code,
            .checkedAt = code.reservedAt,
            .trustList = "3F7A-09C2",
            .printedAt = code.reservedAt + std::chrono::minutes(2),
            .place = "云州市政务服务中心"};
}

} // namespace

TEST_CASE("V11 the strip says what was checked, when and with which list") {
    const auto marks = sheetMarks({keyed, Language{}}, facts());
    REQUIRE(marks.facts.size() == 4);
    CHECK(marks.facts[0].value == "zh:paper.status.valid|2026-11-23 18:00");
    CHECK(marks.facts[1].value == "zh:paper.checked.seal|2026-11-23 18:00|3F7A-09C2");
    CHECK(marks.facts[2].value == "2026-11-23 18:02");
    CHECK(marks.code == toText(facts().code));
}

TEST_CASE("R7 paper is Chinese first, and has the citizen's own language behind it") {
    const auto chinese = sheetMarks({keyed, Language{}}, facts());
    CHECK(chinese.purpose.label == "zh:paper.purpose");
    CHECK(chinese.purpose.value == "子女入学");
    CHECK(chinese.pageLine(1, 2) == "zh:paper.page|1|2");
    const auto both = sheetMarks({keyed, Language{"en"}}, facts());
    CHECK(both.purpose.label == "zh:paper.purpose \u2068en:paper.purpose\u2069");
    CHECK(both.purpose.value == "子女入学 \u2068en:purpose.school\u2069");
    CHECK(both.reducedLine(80) == "zh:paper.reduced|80 \u2068en:paper.reduced|80\u2069");
}

TEST_CASE("R4 a copy by a grant says who acts, for how much and until when, without the name") {
    CopyFacts copy = facts();
    copy.grant = Grant{.role = Grant::Role::agent,
                       .bearer = {Holder::Kind::person, "林云舒", "990101199003071123"},
                       .until = std::chrono::year(2027) / 5 / 31};
    const auto all = sheetMarks({keyed, Language{}}, copy).facts;
    REQUIRE(all.size() == 5);
    CHECK(all[4].label == "zh:grant.role.agent");
    CHECK(all[4].value == "zh:paper.grant.all|" + maskedName("林云舒") + "|2027-05-31");
    copy.grant->purposeKeys = {"bank", "school"};
    copy.grant->role = Grant::Role::manager;
    const auto some = sheetMarks({keyed, Language{"en"}}, copy).facts[4];
    CHECK(some.label == "zh:grant.role.manager \u2068en:grant.role.manager\u2069");
    CHECK(some.value.starts_with("zh:paper.grant.some|" + maskedName("林云舒") + "|2027-05-31|2 "));
    for (const auto& fact : all) {
        CHECK(fact.value.find("林云舒") == std::string::npos);
        CHECK(fact.value.find("9901") == std::string::npos);
    }
}

TEST_CASE("Q4 the slip says in each language that nothing was sent yet") {
    const auto slip = keptSlip({keyed, Language{"en"}}, "0123456789", "云州市", {});
    CHECK(slip.heading == std::vector<std::string>{"zh:paper.slip.title", "en:paper.slip.title"});
    CHECK(slip.number == "0123 4567 89"); // as it is written down
    CHECK(slip.numberLabel == "zh:kept.number \u2068en:kept.number\u2069");
    CHECK(slip.lines.size() == 4);
    CHECK(keptSlip({keyed, Language{}}, "0123456789", "云州市", {}).heading.size() == 1);
}

TEST_CASE("a purpose another language has no name for is printed as it is") {
    const auto silent = [](const Language& language, std::string_view key,
                           std::initializer_list<std::string_view>) {
        return language == Language{} ? std::string(key) : std::string();
    };
    CHECK(sheetMarks({silent, Language{"en"}}, facts()).purpose.value == "子女入学");
}

} // namespace kiosk::visit::tests
