// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/staff/test_book.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::staff {

TEST_CASE("G2 a guided test's result is kept with date and role, the newest of each") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / kTestsFileName;
    CHECK(testResults(file).value() == TestResults{});
    const TestResult failed{false, "2026-11-23 18:00", "technician"};
    const TestResult passed{true, "2026-11-23 18:05", "supervisor"};
    REQUIRE(keepResult(file, GuidedTest::printer, failed));
    REQUIRE(keepResult(file, GuidedTest::camera, failed));
    REQUIRE(keepResult(file, GuidedTest::printer, passed));
    const TestResults results = testResults(file).value();
    CHECK(results[static_cast<std::size_t>(GuidedTest::printer)] == passed);
    CHECK(results[static_cast<std::size_t>(GuidedTest::camera)] == failed);
    CHECK_FALSE(results[static_cast<std::size_t>(GuidedTest::screen)]);
}

TEST_CASE("G2 spoilt results are told, and the next test begins them anew") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / kTestsFileName;
    for (const auto* spoilt : {"", "[]", R"({"printer":7})", R"({"printer":{"passed":true}})"}) {
        REQUIRE(writeFile(file, bytesOf(spoilt)));
        INFO(spoilt);
        CHECK(testResults(file).error().code() == "staff.tests");
    }
    REQUIRE(keepResult(file, GuidedTest::screen, {true, "2026-11-23 18:00", "technician"}));
    CHECK(testResults(file));
}

TEST_CASE("G2 a soak's result is kept beside the tests', and each leaves the other as it is") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / kTestsFileName;
    const TestResult passed{true, "2026-11-23 18:05", "technician"};
    const SoakResult soak{
        .told = {false, "2026-11-23 19:00", "technician"},
        .report = {
            .planned = std::chrono::minutes(60),
            .lasted = std::chrono::seconds(3600),
            .rounds = 3601,
            .failures = {{SoakPart::machine, {"soak.memory-grew", Remedy::supplier}, 1, 3602}},
            .memory = {.first = 100, .last = 130, .highest = 140},
            .files = {.first = 40, .last = 40},
            .end = SoakEnd::time}};
    CHECK_FALSE(soakResult(file).value());
    REQUIRE(keepSoak(file, soak));
    REQUIRE(keepResult(file, GuidedTest::printer, passed));
    CHECK(soakResult(file).value() == soak);
    REQUIRE(keepSoak(file, soak));
    CHECK(testResults(file).value()[static_cast<std::size_t>(GuidedTest::printer)] == passed);
}

TEST_CASE("G2 a soak's result that is spoilt is told, whatever is wrong with it") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / kTestsFileName;
    const std::string whole =
        R"({"soak":{"passed":true,"when":"2026-11-23 18:00","role":"technician","minutes":10,)"
        R"("seconds":600,"rounds":601,"end":"time","failures":[],)"
        R"("memoryBytes":{"first":1,"last":1,"highest":null},)"
        R"("openFiles":{"first":1,"last":1,"highest":1}}})";
    REQUIRE(writeFile(file, bytesOf(whole)));
    REQUIRE(soakResult(file).value());
    for (const auto* spoilt : {"601", "\"time\"", "[]", "null", "\"passed\":true,"}) {
        std::string text = whole;
        text.replace(text.find(spoilt), std::string_view(spoilt).size(),
                     spoilt[0] == '"' && spoilt[1] == 'p' ? "" : "\"odd\"");
        REQUIRE(writeFile(file, bytesOf(text)));
        INFO(text);
        CHECK(soakResult(file).error().code() == "staff.tests");
    }
}

} // namespace kiosk::staff
