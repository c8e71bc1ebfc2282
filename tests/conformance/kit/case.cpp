// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/kit/case.h"

#include <filesystem>

#include <malloc.h>

namespace kiosk::tests {

namespace {

/// Libraries keep some memory for good; a device kept at each opening is larger.
constexpr std::size_t kMemoryPerOpening = 16U << 10;

} // namespace

Result<> met(bool condition, std::string_view otherwise) {
    if (condition)
        return {};
    return fail(ErrorKind::integrity, "kit.not-met", Remedy::supplier, otherwise);
}

Result<> says(std::string_view call, const Result<bool>& answer, bool expected) {
    return met(answer.has_value() && *answer == expected, std::string(call) + " gave " +
                                                              inWords(answer) + " instead of " +
                                                              (expected ? "yes" : "no"));
}

Footprint Footprint::now() {
    int descriptors = 0;
    std::error_code ignored;
    for ([[maybe_unused]] const auto& entry :
         std::filesystem::directory_iterator("/proc/self/fd", ignored))
        ++descriptors;
    return {descriptors, ::mallinfo2().uordblks};
}

Result<> Footprint::heldSince(const Footprint& before, int times) const {
    TRY(met(descriptors - before.descriptors < times,
            std::to_string(descriptors - before.descriptors) + " descriptors stayed open after " +
                std::to_string(times) + " openings"));
    const std::size_t kept = memory > before.memory ? memory - before.memory : 0;
    return met(kept < kMemoryPerOpening * static_cast<std::size_t>(times),
               std::to_string(kept) + " bytes stayed in use after " + std::to_string(times) +
                   " openings");
}

Result<> leavesNothing(const std::function<Result<>()>& use) {
    constexpr int kUses = 8;
    TRY(use());
    TRY(use());
    const Footprint before = Footprint::now();
    for (int times = 0; times < kUses; ++times)
        TRY(use());
    return Footprint::now().heldSince(before, kUses);
}

} // namespace kiosk::tests
