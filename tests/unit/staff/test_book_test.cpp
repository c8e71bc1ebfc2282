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

} // namespace kiosk::staff
