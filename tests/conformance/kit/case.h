// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "firmware/base/result.h"

namespace kiosk::tests {

/// One thing every device of a class must do, as data: run by the test programs and by `kioskctl
/// conformance` alike. `what` begins with the row of tests/features.md it shows.
template <typename Rig>
struct Case {
    std::string_view id;       ///< "reader.found-once": stable
    std::string_view what;     ///< "D4 a card once read is not found again until it was lifted"
    Result<> (*run)(Rig& rig); ///< error "kit.not-met" with what was seen instead
};

/// Thrown by a rig that has no hand for what a case asks of it.
struct NotOffered {
    std::string what; ///< "pull the plug"
};

/// "kit.not-met" (supplier) with `otherwise`, unless the condition holds.
Result<> met(bool condition, std::string_view otherwise);

/// What a call gave, in words.
template <typename T>
std::string inWords(const Result<T>& answer) {
    if (!answer)
        return answer.error().line();
    if constexpr (std::is_same_v<T, bool>)
        return *answer ? "yes" : "no";
    else if constexpr (std::is_same_v<T, int>)
        return std::to_string(*answer);
    else
        return "success";
}

/// The call succeeded.
template <typename T>
Result<> succeeds(std::string_view call, const Result<T>& answer) {
    return met(answer.has_value(), std::string(call) + " gave " + inWords(answer));
}

/// The call said yes, or no.
Result<> says(std::string_view call, const Result<bool>& answer, bool expected);

/// The call failed with this code and this remedy.
template <typename T>
Result<> failsWith(std::string_view call, const Result<T>& answer, std::string_view code,
                   Remedy remedy) {
    return met(!answer && answer.error().code() == code && answer.error().remedy() == remedy,
               std::string(call) + " gave " + inWords(answer) + " instead of " + std::string(code) +
                   " (" + std::string(name(remedy)) + ")");
}

/// The call failed because it was asked to stop.
template <typename T>
Result<> isCancelled(std::string_view call, const Result<T>& answer) {
    return met(!answer && answer.error().kind() == ErrorKind::cancelled,
               std::string(call) + ", asked to stop, gave " + inWords(answer));
}

/// The call came back within its limit.
template <typename Call>
Result<> inTime(std::string_view call, std::chrono::milliseconds limit, Call make) {
    const auto begun = std::chrono::steady_clock::now();
    static_cast<void>(make());
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - begun);
    return met(took <= limit, std::string(call) + " took " + std::to_string(took.count()) +
                                  " ms of " + std::to_string(limit.count()));
}

/// Open descriptors and memory in use of this process.
struct Footprint {
    int descriptors = 0;
    std::size_t memory = 0; ///< bytes

    static Footprint now();
    /// After `times` openings nothing of this footprint grew with each.
    Result<> heldSince(const Footprint& before, int times) const;
};

/// Using a device over and over leaves no descriptor and no memory behind. What libraries set up
/// once is let by.
Result<> leavesNothing(const std::function<Result<>()>& use);

} // namespace kiosk::tests
