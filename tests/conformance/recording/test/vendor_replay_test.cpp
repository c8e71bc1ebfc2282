// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/conformance/kit/rigs.h"

// Recordings of our driver, replayed to a supplier's driver for the same reader.

using namespace kiosk;
using namespace kiosk::tests;

namespace {

constexpr std::chrono::milliseconds kLimit = std::chrono::seconds(8);

CaseReport replayed(const std::string& module, const std::string& recording) {
    const std::string file =
        std::string(KIOSK_SOURCE_DIR) + "/tests/conformance/recordings/" + recording + ".txt";
    const std::string at = std::string(KIOSK_BINARY_DIR) + "/vendor/" + module + ".so";
    return runApart(replayCases({file}, vendorReaderOver(at)).front(), kLimit);
}

} // namespace

TEST_CASE("O1 a supplier's driver that lets its connection be replaced passes the recordings") {
    for (const char* recording : {"reader-split-visit", "reader-single-visit",
                                  "reader-single-timeout", "reader-single-unplug"}) {
        const CaseReport report = replayed("sam_in_c", recording);
        INFO(recording << ": " << report.why);
        CHECK(report.outcome == Outcome::ok);
    }
}

TEST_CASE("O1 a driver that sends what was not recorded is told the byte") {
    const CaseReport report = replayed("sam_otherwise", "reader-split-visit");
    CHECK(report.outcome == Outcome::failed);
    CHECK(report.why.find("the driver sent 200320, which was not sent then") != std::string::npos);
}

TEST_CASE("O1 a driver that gives up where the recorded one asks again is told so") {
    // A halted pipe: our driver reads once more, this one does not.
    const CaseReport report = replayed("sam_in_c", "reader-split-stall");
    CHECK(report.outcome == Outcome::failed);
    CHECK(report.why.find("the driver left out what comes next") != std::string::npos);
}

TEST_CASE("O1 a module that offers no connection is not judged by a recording") {
    const CaseReport report = replayed("acme", "reader-split-visit");
    CHECK(report.outcome == Outcome::notOffered);
    CHECK(report.why == "replace its USB connection");
}
