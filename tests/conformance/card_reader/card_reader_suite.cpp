// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/conformance/card_reader/reader_rig.h"
#include "tests/conformance/kit/run.h"

using namespace kiosk;
using namespace kiosk::tests;

TEST_CASE("D1 a reader passes every case of the conformance kit") {
    const auto rig = []() -> Result<std::unique_ptr<ReaderRig>> { return makeReaderRig(); };
    for (const ReadyCase& one : readyCases<ReaderRig>(cardReaderCases(), rig)) {
        DYNAMIC_SECTION(one.what) {
            const CaseReport report = runHere(one);
            INFO(report.id << ": " << report.why);
            CHECK(report.outcome == Outcome::ok);
        }
    }
}
