// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/assist/assist_book.h"
#include "firmware/base/files.h"
#include "tests/sandbox/seed/seed.h"
#include "tests/scenarios/blank_reader.h"
#include "tests/scenarios/virtual_play.h"
#include "tests/support/log_lines.h"

// R5: one helps another; two cards, the holder's consent on record, a limit a day.

namespace kiosk::bench {

namespace {

using namespace std::chrono_literals;

const std::string kHolder = "林云舒";
const std::string kCompanion = "欧阳䴙䴘";

std::unique_ptr<VirtualStage> openBlank() {
    return openStage({.documents = [] { return blankReader(1); }});
}

std::string numberOf(const std::string& name) {
    const auto people = sandbox::people();
    return std::ranges::find(people, name, &Holder::name)->code;
}

assist::AssistBook bookOf(VirtualStage& stage, RandomSource& random) {
    return {stage.folder() / "state" / assist::kFileName, random};
}

std::size_t recordsOf(VirtualStage& stage) {
    SeededRandom random(1);
    return bookOf(stage, random).records().value().size();
}

/// The companion has laid their card, then the holder theirs.
std::vector<Play> bothCards(const std::string& holder) {
    return {play::See{.screen = "companion-card"}, play::Happen{Happening::cardLifted},
            play::LayCard{kCompanion},
            play::See{.screen = "holder-card", .text = {"欧**䴘"}, .absent = {"欧阳"}},
            play::LayCard{holder}};
}

bool cardsLead(VirtualStage& stage, const std::string& holder, const play::See& to) {
    std::vector<Play> plays{play::Touch{"begin"}, play::Touch{"help-somebody"}};
    std::ranges::copy(bothCards(holder), std::back_inserter(plays));
    plays.emplace_back(to);
    return holds(stage, std::move(plays));
}

play::See consent() {
    return {.screen = "consent", .text = {"欧**䴘"}, .absent = {"欧阳", "9901", "9801"}};
}

} // namespace

TEST_CASE(
    "R5 two cards and the holder's yes: their licences, their copy, the companion named masked") {
    const auto stage = openBlank();
    REQUIRE(cardsLead(*stage, kHolder, consent()));
    CHECK(holds(*stage,
                {play::Touch{"agree"},
                 play::See{.screen = "choose", .text = {"林*舒", "协助人", "欧**䴘"}},
                 play::Touch{"licence.0"}, play::See{.screen = "look", .text = {"欧**䴘"}},
                 play::Touch{"to-purpose"}, play::Touch{"purpose.school"}, play::Touch{"print"},
                 play::See{.screen = "take", .text = {"欧**䴘"}, .withinSeconds = 60}}));
    CHECK(stage->copies()->size() == 1);
    CHECK(holds(*stage,
                {play::Touch{"finish"}, play::See{.screen = "start", .absent = {"欧", "林"}}}));
}

TEST_CASE("R5 the consent is on record, and neither record nor log names anybody") {
    const tests::LogLines lines;
    const auto stage = openBlank();
    REQUIRE(cardsLead(*stage, kHolder, consent()));
    REQUIRE(holds(*stage, {play::Touch{"agree"}, play::See{.screen = "choose"}}));
    SeededRandom random(1);
    const auto records = bookOf(*stage, random).records();
    REQUIRE(records);
    REQUIRE(records->size() == 1);
    const assist::Pair pair{numberOf(kCompanion), numberOf(kHolder)};
    CHECK(records->front().mark == assist::markOf(pair, records->front().salt));
    CHECK(records->front().words == visit::kConsentWords);
    CHECK(records->front().language == "zh-CN");
    CHECK(lines.say("consent to being helped is on record"));
    for (const std::string& person : {kCompanion, kHolder}) {
        CHECK_FALSE(lines.say(person));
        CHECK_FALSE(lines.say(numberOf(person)));
    }
    CHECK_FALSE(lines.say("欧"));
}

TEST_CASE("R5 U7 two who belong together say so at the second card, and both lay theirs anew") {
    const auto stage = openBlank();
    REQUIRE(holds(*stage, {play::Touch{"begin"}, play::LayCard{kHolder},
                           play::See{.screen = "choose"}, play::LayCard{kCompanion},
                           play::See{.screen = "second-person", .withinSeconds = 3},
                           play::Touch{"together"}, play::See{.screen = "companion-card"}}));
    REQUIRE(stage->pass(3s));
    CHECK(stage->look().screen == "companion-card"); // it was read for a question, not for this
    std::vector<Play> plays = bothCards(kHolder);
    plays.emplace_back(consent());
    plays.emplace_back(play::Touch{"agree"});
    plays.emplace_back(play::See{.screen = "choose", .text = {"林*舒"}});
    CHECK(holds(*stage, std::move(plays)));
}

TEST_CASE("R5 the holder says no: nothing is looked for, nothing is on record, nobody is named") {
    const auto stage = openBlank();
    REQUIRE(cardsLead(*stage, kHolder, consent()));
    CHECK(holds(*stage,
                {play::Touch{"decline"},
                 play::See{.screen = "trouble", .text = {"没有同意"}, .absent = {"欧", "林"}}}));
    CHECK(recordsOf(*stage) == 0);
    CHECK(holds(*stage, {play::Touch{"retry"}, play::See{.screen = "identify"}}));
}

TEST_CASE(
    "R5 the fourth person on one day is refused in own words, and on the next day is helped") {
    const auto stage = openBlank();
    for (const std::string holder : {"林云舒", "单𠮷䶮", "李犇"}) {
        REQUIRE(cardsLead(*stage, holder, consent()));
        REQUIRE(holds(*stage, {play::Touch{"agree"}, play::See{.screen = "choose"},
                               play::Touch{"start-over"}}));
    }
    CHECK(cardsLead(
        *stage, "周𪚥",
        {.screen = "trouble", .text = {"今天不能再帮别人", "明天再来"}, .absent = {"周", "欧"}}));
    CHECK(recordsOf(*stage) == 3);
    REQUIRE(holds(*stage, {play::Touch{"finish"}}));
    stage->clock().setWall(stage->clock().wall() + 24h);
    CHECK(cardsLead(*stage, "周𪚥", consent()));
}

TEST_CASE("R5 the companions of a day are erased soon after midnight, though nobody comes") {
    const auto stage = openBlank();
    REQUIRE(cardsLead(*stage, kHolder, consent()));
    REQUIRE(holds(
        *stage, {play::Touch{"agree"}, play::See{.screen = "choose"}, play::Touch{"start-over"}}));
    const auto file = stage->folder() / "state" / assist::kFileName;
    const std::string before = toText(readFile(file).value());
    stage->clock().setWall(stage->clock().wall() + 24h);
    REQUIRE(stage->pass(61min));
    CHECK(toText(readFile(file).value()) != before);
    CHECK(recordsOf(*stage) == 1);
}

TEST_CASE(
    "R5 the companion's card laid twice, and a card that cannot be read, are asked for again") {
    const auto stage = openBlank();
    REQUIRE(cardsLead(*stage, kCompanion, {.screen = "holder-card", .text = {"协助人自己的卡"}}));
    REQUIRE(holds(*stage, {play::BreakRead{"record"}, play::LayCard{kHolder},
                           play::See{.screen = "holder-card", .absent = {"协助人自己的卡"}},
                           play::Wait{2}}));
    CHECK(stage->look().screen == "holder-card");
    CHECK(holds(*stage, {play::Happen{Happening::cardLifted}, play::Wait{1}, play::LayCard{kHolder},
                         consent()}));
}

TEST_CASE("R5 an expired card of either ends it for both, with a next step") {
    const auto stage = openBlank();
    REQUIRE(holds(*stage,
                  {play::Touch{"begin"}, play::Touch{"help-somebody"},
                   play::LayCard{kCompanion, Stage::Card::expired},
                   play::See{.screen = "trouble", .text = {"过期"}, .absent = {"欧"}},
                   play::Touch{"retry"}, play::Touch{"help-somebody"}, play::LayCard{kCompanion},
                   play::See{.screen = "holder-card"}, play::LayCard{kHolder, Stage::Card::expired},
                   play::See{.screen = "trouble", .absent = {"欧", "林"}}}));
    CHECK(recordsOf(*stage) == 0);
}

TEST_CASE("R5 U5 nobody answers the question: both are wiped, and nothing is on record") {
    const auto stage = openBlank();
    REQUIRE(cardsLead(*stage, kHolder, consent()));
    CHECK(holds(*stage, {play::Wait{122}, play::See{.nodes = {"still-here"}, .withinSeconds = 3},
                         play::Wait{46}, play::See{.screen = "start", .absent = {"欧", "林"}}}));
    CHECK(recordsOf(*stage) == 0);
}

TEST_CASE("R5 U11 where no consent can be kept nobody is helped, and everybody else is served") {
    const auto stage = openBlank();
    REQUIRE(writeFile(stage->folder() / "state" / assist::kFileName,
                      bytesOf("no book of this kind, and long enough to be looked at")));
    CHECK(cardsLead(*stage, kHolder,
                    {.screen = "trouble", .text = {"没有登记"}, .absent = {"欧", "林"}}));
    CHECK(holds(*stage,
                {play::Touch{"finish"}, play::Touch{"begin"}, play::Happen{Happening::cardLifted},
                 play::LayCard{kHolder}, play::See{.screen = "choose"}}));
}

} // namespace kiosk::bench
