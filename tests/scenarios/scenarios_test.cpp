// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>

#include "firmware/base/text.h"
#include "tests/sandbox/seed/seed.h"
#include "tests/scenarios/virtual_play.h"

namespace kiosk::bench {

namespace {

const std::filesystem::path kRoot = KIOSK_SOURCE_DIR;

std::vector<std::filesystem::path> scenarioFiles() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(kRoot / "tests" / "scenarios"))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

Result<Report> playOn(VirtualStage& stage, const std::string& name) {
    const auto scenario = loadScenario(kRoot / "tests" / "scenarios" / (name + ".json"));
    if (!scenario)
        FAIL(scenario.error().line());
    return Player(stage).play(*scenario);
}

/// Does any file below the folder hold these bytes?
bool anyFileHolds(const std::filesystem::path& folder, const std::string& text) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string content((std::istreambuf_iterator<char>(file)), {});
        if (content.find(text) != std::string::npos)
            return true;
    }
    return false;
}

} // namespace

TEST_CASE("D13 every scenario file holds in one process on a manual clock") {
    for (const auto& file : scenarioFiles())
        DYNAMIC_SECTION(file.stem().string()) {
            const auto stage = openStage();
            const auto report = playOn(*stage, file.stem().string());
            INFO((report ? std::string() : report.error().line()));
            CHECK(report);
        }
}

TEST_CASE("D13 the same seed replays the same visit") {
    const auto first = playOn(*openStage(), "first_visit");
    const auto second = playOn(*openStage(), "first_visit");
    REQUIRE(first);
    REQUIRE(second);
    // All but the signature: its nonce is the platform's own.
    const auto code = [](const auto& played) {
        return parseCopyCode(played->sheets.at(0).codeText).value().copyNumber;
    };
    CHECK(code(first) == code(second));
}

TEST_CASE("Q5 a kept request leaves no name or number on the disk") {
    const auto stage = openStage();
    REQUIRE(stage->happen(Happening::networkCut));
    REQUIRE(holds(*stage, {play::Touch{"begin"}, play::LayCard{"林云舒"},
                           play::See{.screen = "offer-to-keep"}, play::Touch{"keep"},
                           play::See{.screen = "kept"}}));
    REQUIRE(std::filesystem::exists(stage->folder() / "state" / "outbox.db"));
    CHECK_FALSE(anyFileHolds(stage->folder() / "state", "林云舒"));
    CHECK_FALSE(anyFileHolds(stage->folder() / "state", "99010119900307112"));
}

TEST_CASE("U8 every invented person is found and each of their licences is looked at") {
    const auto stage = openStage();
    for (const Holder& person : sandbox::people()) {
        INFO(person.name);
        REQUIRE(holds(*stage, {play::Touch{"begin"}, play::LayCard{person.name},
                               play::See{.screen = "choose"}}));
        if (stage->look().find("offer-elder") != nullptr) // from sixty on
            REQUIRE(holds(*stage, {play::Touch{"close"}, play::See{.screen = "choose"}}));
        CHECK(std::ranges::all_of(stage->look().nodes, [](const SeenNode& node) {
            return isValidUtf8(node.name) && isValidUtf8(node.value);
        }));
        for (int i = 0; stage->look().find("licence." + std::to_string(i)) != nullptr; ++i)
            CHECK(holds(*stage,
                        {play::Touch{"licence." + std::to_string(i)}, play::See{.screen = "look"},
                         play::Touch{"back"}, play::See{.screen = "choose"}}));
        REQUIRE(holds(*stage, {play::Happen{Happening::cardLifted}, play::Touch{"start-over"},
                               play::See{.screen = "start"}}));
    }
}

TEST_CASE("S6 a licence file that is no package is a clear trouble, and the kiosk goes on") {
    const auto stage = openStage();
    stage->setDocuments(VirtualStage::Documents::notAPackage);
    REQUIRE(holds(*stage, {play::Touch{"begin"}, play::LayCard{"林云舒"}, play::Touch{"licence.0"},
                           play::See{.screen = "trouble", .text = {"document.not-a-package"}}}));
    stage->setDocuments(VirtualStage::Documents::sealed);
    CHECK(holds(*stage,
                {play::Happen{Happening::cardLifted}, play::Touch{"finish"},
                 play::See{.screen = "start"}, play::Touch{"begin"}, play::LayCard{"林云舒"},
                 play::Touch{"licence.0"}, play::See{.screen = "look", .nodes = {"to-purpose"}}}));
}

TEST_CASE("V1 a licence changed after sealing is shown as not genuine and cannot be printed") {
    const auto stage = openStage();
    stage->setDocuments(VirtualStage::Documents::contentChanged);
    REQUIRE(holds(*stage, {play::Touch{"begin"}, play::LayCard{"林云舒"}, play::Touch{"licence.0"},
                           play::See{.screen = "look", .text = {"电子印章核对未通过"}}}));
    CHECK_FALSE(stage->touch("to-purpose"));
}

TEST_CASE("R7 a code that does not hold, or says something else, never gets on paper") {
    const auto stage = openStage();
    const auto tryToPrint = [&](const play::See& then) {
        return holds(*stage,
                     {play::Touch{"begin"}, play::LayCard{"林云舒"}, play::Touch{"licence.0"},
                      play::Touch{"to-purpose"}, play::Touch{"purpose.bank"}, play::Touch{"print"},
                      then, play::Happen{Happening::cardLifted}, play::Touch{"finish"},
                      play::See{.screen = "start"}});
    };
    const play::See refused{.screen = "trouble", .text = {"copy.code-refused"}};
    for (const auto codes :
         {VirtualStage::Codes::changedAfterSigning, VirtualStage::Codes::forAnotherPurpose}) {
        stage->setCodes(codes);
        CHECK(tryToPrint(refused));
    }
    CHECK(stage->sheets()->empty());
    stage->setCodes(VirtualStage::Codes::signedAsAsked);
    CHECK(tryToPrint({.screen = "take", .withinSeconds = 60}));
    CHECK(stage->sheets()->size() == 1);
}

TEST_CASE("U5 a person who walks away is asked, then everything is wiped") {
    using namespace std::chrono_literals;
    const auto stage = openStage();
    REQUIRE(holds(*stage,
                  {play::Touch{"begin"}, play::LayCard{"林云舒"}, play::See{.screen = "choose"}}));
    for (int second = 0; second < 121; ++second)
        REQUIRE(stage->pass(1s));
    CHECK(stage->look().find("still-here") != nullptr);
    for (int second = 0; second < 45; ++second)
        REQUIRE(stage->pass(1s));
    CHECK(stage->look().screen == "start");
    CHECK_FALSE(stage->look().shows("林"));
}

} // namespace kiosk::bench
