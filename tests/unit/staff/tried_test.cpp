// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/staff/tried.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::staff {

namespace {

using health::StaffRole;
using health::TrialEnd;
using health::Tried;
using namespace std::chrono_literals;

SoakResult soakThat(SoakEnd end, int rounds, std::vector<SoakFailure> failures = {}) {
    SoakReport report{
        .planned = 10min, .rounds = rounds, .failures = std::move(failures), .end = end};
    return {{isPassed(report), "2026-11-23 18:00", "supervisor"}, report};
}

const SoakFailure kReaderGone{SoakPart::cardReader, {"reader.gone", Remedy::technician}, 3, 7};

TrialEnd endOf(const SoakResult& soak) {
    return triedOf({}, soak).at(0).end;
}

} // namespace

TEST_CASE("G2 health names tests and roles as the staff's own book does") {
    for (std::size_t at = 0; at < kGuidedTests; ++at)
        CHECK(name(static_cast<GuidedTest>(at)) == name(static_cast<health::Trial>(at)));
    for (std::size_t at = 0; at < health::kStaffRoles; ++at)
        CHECK(name(static_cast<Role>(at)) == name(static_cast<StaffRole>(at)));
}

TEST_CASE(
    "G2 what the book keeps is told with its time and role, and nothing of what nobody tried") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / kTestsFileName;
    CHECK(triedIn(folder.path()) == std::vector<Tried>{});
    REQUIRE(keepResult(file, GuidedTest::camera, {false, "2026-11-23 18:05", "technician"}));
    const WallTime at = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + 10h + 5min;
    CHECK(triedIn(folder.path()) ==
          std::vector<Tried>{{health::Trial::camera, TrialEnd::failed, at, StaffRole::technician}});
    REQUIRE(keepResult(file, GuidedTest::camera, {true, "2026-11-23 18:09", "technician"}));
    CHECK(triedIn(folder.path())->at(0).end == TrialEnd::passed);
    REQUIRE(writeFile(file, bytesOf("[")));
    CHECK_FALSE(triedIn(folder.path()));
}

TEST_CASE("G7 a time or a role that somebody wrote into the book otherwise is not known") {
    for (const char* odd : {"", "2026-11-23", "2026-13-23 18:00", "2026-11-23 25:00", "zhang 18:00",
                            "2026-11-23 18:00 zhang"}) {
        CAPTURE(odd);
        TestResults tests;
        tests[0] = TestResult{true, odd, odd};
        const Tried tried = triedOf(tests, {}).at(0);
        CHECK_FALSE(tried.at);
        CHECK_FALSE(tried.role);
        CHECK(tried.end == TrialEnd::passed);
    }
}

TEST_CASE("G2 a soak has passed, failed, or was broken off and says nothing") {
    CHECK(endOf(soakThat(SoakEnd::time, 600)) == TrialEnd::passed);
    CHECK(endOf(soakThat(SoakEnd::time, 600, {kReaderGone})) == TrialEnd::failed);
    CHECK(endOf(soakThat(SoakEnd::stopped, 4, {kReaderGone})) == TrialEnd::failed);
    CHECK(endOf(soakThat(SoakEnd::time, 0)) == TrialEnd::failed);
    CHECK(endOf(soakThat(SoakEnd::stopped, 4)) == TrialEnd::brokenOff);
    CHECK(endOf(soakThat(SoakEnd::served, 4)) == TrialEnd::brokenOff);
}

TEST_CASE("G2 a soak that failed stays until one passed: breaking another off does not hide it") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / kTestsFileName;
    const auto keptEnd = [&](const SoakResult& soak) {
        REQUIRE(keepSoak(file, soak));
        return triedIn(folder.path()).value().at(0).end;
    };
    CHECK(keptEnd(soakThat(SoakEnd::stopped, 4)) == TrialEnd::brokenOff);
    CHECK(keptEnd(soakThat(SoakEnd::time, 600, {kReaderGone})) == TrialEnd::failed);
    CHECK(keptEnd(soakThat(SoakEnd::stopped, 4)) == TrialEnd::failed);
    CHECK(keptEnd(soakThat(SoakEnd::time, 600)) == TrialEnd::passed);
    CHECK(keptEnd(soakThat(SoakEnd::served, 4)) == TrialEnd::brokenOff);
}

} // namespace kiosk::staff
