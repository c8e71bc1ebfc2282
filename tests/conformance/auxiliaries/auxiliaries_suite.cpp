// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/conformance/auxiliaries/auxiliaries_rig.h"
#include "tests/conformance/kit/run.h"

using namespace kiosk;
using namespace kiosk::tests;

TEST_CASE("D1 auxiliaries pass every case of the conformance kit") {
    const auto rig = []() -> Result<std::unique_ptr<AuxiliariesRig>> {
        return makeAuxiliariesRig();
    };
    for (const ReadyCase& one : readyCases<AuxiliariesRig>(auxiliariesCases(), rig)) {
        DYNAMIC_SECTION(one.what) {
            const CaseReport report = runHere(one);
            INFO(report.id << ": " << report.why);
            CHECK(report.outcome == Outcome::ok);
        }
    }
}
