// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/app/matters.h"
#include "firmware/app/purposes.h"
#include "firmware/base/files.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::app {

namespace {

const std::string kGood = R"([{"key": "school-entry", "text": "入学报名", "purpose": "school",
  "for": "person", "needs": [
    {"name": "居住证", "types": ["11990000MB0000001M011", "11980000MB0000001M011"]},
    {"name": "结婚证", "types": ["11990000MB0000001M021"], "optional": true}]}])";

Result<std::vector<Matter>> load(const std::string& text) {
    const tests::TemporaryFolder folder;
    REQUIRE(writeFile(folder.path() / "matters.json", bytesOf(text)));
    return loadMatters(folder.path() / "matters.json", {{"school", "子女入学"}});
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    return text.replace(text.find(what), what.size(), with);
}

} // namespace

TEST_CASE("O4 what people come for, and the licences it takes, are data") {
    const auto matters = load(kGood);
    REQUIRE(matters);
    REQUIRE(matters->size() == 1);
    const Matter& matter = matters->front();
    CHECK(matter.key == "school-entry");
    CHECK(matter.purposeKey == "school");
    CHECK(matter.holder == Holder::Kind::person);
    REQUIRE(matter.needs.size() == 2);
    CHECK(meets(matter.needs[0], "11980000MB0000001M011"));
    CHECK_FALSE(meets(matter.needs[0], "11990000MB0000001M021"));
    CHECK_FALSE(matter.needs[0].optional);
    CHECK(matter.needs[1].optional);
    CHECK(load("[]").value().empty());
}

TEST_CASE("O4 the matters the kiosk is shipped with can be read") {
    const std::filesystem::path assets = KIOSK_SOURCE_DIR "/assets";
    const auto matters = loadMatters(assets / "matters.json", loadPurposes(assets).value());
    REQUIRE(matters);
    CHECK(matters->size() == 7);
}

TEST_CASE("O3 what is wrong with a matter is told with the matter and the reason") {
    struct Case {
        std::string_view what;
        std::string_view with;
        std::string_view told;
    };
    const std::vector<Case> cases{
        {R"("school-entry")", R"("School")", "a key has 1 to 16"},
        {R"("key")", R"("name")", "entry 1"},
        {R"("text")", R"("words")", "\"school-entry\": it lacks its text"},
        {R"("purpose": "school")", R"("purpose": "tax")", "\"tax\" is not in purposes.json"},
        {R"("for": "person")", R"("for": "dog")", "person or enterprise"},
        {R"("needs": [)", R"("needs": [], "more": [)", "needs: a list of at least one"},
        {R"("name": "居住证")", R"("nam": "居住证")", "a need lacks its name"},
        {R"("types": ["11990000MB0000001M021"])", R"("types": [])", "结婚证: types: a list"},
        {"11990000MB0000001M021", "021", "\"021\" has not 21 characters"},
        {R"("optional": true)", R"("optional": 1)", "结婚证: optional: true or false"}};
    for (const Case& each : cases) {
        CAPTURE(each.with);
        const auto wrong = load(replaced(kGood, each.what, each.with));
        REQUIRE_FALSE(wrong);
        CHECK(wrong.error().code() == "config.wrong");
        CHECK(wrong.error().remedy() == Remedy::configuration);
        CHECK(wrong.error().detail().find(each.told) != std::string::npos);
    }
    const std::string twice = kGood.substr(0, kGood.size() - 1) + "," + kGood.substr(1);
    CHECK(load(twice).error().detail() == "matters.json: \"school-entry\": named twice");
    CHECK(load("{}").error().code() == "config.wrong");
}

TEST_CASE("O3 a slip of the pen in the matters is told by its line") {
    const auto broken = load("[\n{\"key\" \"school\"}]");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code() == "config.syntax");
    CHECK(broken.error().detail().find("line 2") != std::string::npos);
}

} // namespace kiosk::app
