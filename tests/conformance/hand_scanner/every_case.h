// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <catch2/catch.hpp>

#include "tests/conformance/hand_scanner/scanner_rig.h"
#include "tests/conformance/kit/run.h"

namespace kiosk::tests {

/// Runs all cases, each on a rig of its own.
inline void passesEveryCase(const std::function<std::unique_ptr<ScannerRig>()>& makeRig) {
    const auto rig = [&makeRig]() -> Result<std::unique_ptr<ScannerRig>> { return makeRig(); };
    for (const ReadyCase& one : readyCases<ScannerRig>(scannerCases(), rig)) {
        DYNAMIC_SECTION(one.what) {
            const CaseReport report = runHere(one);
            INFO(report.id << ": " << report.why);
            CHECK(report.outcome == Outcome::ok);
        }
    }
}

} // namespace kiosk::tests
