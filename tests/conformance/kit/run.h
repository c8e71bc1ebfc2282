// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "tests/conformance/kit/case.h"

namespace kiosk::tests {

enum class Outcome { ok, failed, notOffered };
std::string_view name(Outcome outcome); ///< "not offered"

/// What became of one case.
struct CaseReport {
    std::string id;
    std::string what;
    Outcome outcome = Outcome::failed;
    std::string why; ///< empty when it is ok
    std::chrono::milliseconds took{};
};

/// A case together with the device it is for.
struct ReadyCase {
    std::string_view id;
    std::string_view what;
    std::function<Result<>()> run;
};

/// Every case, each on a rig of its own, and before them "module.opens": a rig can be made.
template <typename Rig>
std::vector<ReadyCase> readyCases(std::span<const Case<Rig>> cases,
                                  std::function<Result<std::unique_ptr<Rig>>()> makeRig) {
    std::vector<ReadyCase> ready{
        {"module.opens", "D1 the driver opens its device", [makeRig]() -> Result<> {
             static_cast<void>(TRY(makeRig()));
             return {};
         }}};
    for (const Case<Rig>& one : cases)
        ready.push_back({one.id, one.what, [run = one.run, makeRig]() -> Result<> {
                             const auto rig = TRY(makeRig());
                             return run(*rig);
                         }});
    return ready;
}

/// Runs it here: what the test programs do.
CaseReport runHere(const ReadyCase& one);
/// Runs it in a process of its own, so that a driver that crashes, hangs or spoils memory costs its
/// case and no other. Hanging is: longer than `limit`.
CaseReport runApart(const ReadyCase& one, std::chrono::milliseconds limit);

/// Each of them apart; none but the first where the first fails.
std::vector<CaseReport> runAllApart(std::span<const ReadyCase> cases,
                                    std::chrono::milliseconds limit);

/// One line a case, and a sum.
std::string reportInWords(std::span<const CaseReport> reports);
std::string reportAsJson(std::string_view deviceClass, std::string_view module,
                         std::span<const CaseReport> reports);
/// Nothing failed and something was shown.
bool isPassed(std::span<const CaseReport> reports);

} // namespace kiosk::tests
