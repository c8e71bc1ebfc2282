// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/instructions.h"

#include <filesystem>
#include <fstream>

#include "firmware/base/text.h"
#include "tests/speed/program.h"
#include "tests/support/temporary_folder.h"

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else // nothing can count, and nothing asks to
#define CALLGRIND_START_INSTRUMENTATION
#define CALLGRIND_STOP_INSTRUMENTATION
#endif

namespace kiosk::speed {

namespace {

/// The line "totals: 12345" of callgrind's output file.
std::optional<std::uint64_t> totalsIn(const std::filesystem::path& file) {
    constexpr std::string_view kTotals = "totals: ";
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(kTotals))
            continue;
        const auto count = parseInteger(trimmed(line).substr(kTotals.size()));
        return count ? std::optional(static_cast<std::uint64_t>(*count)) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::uint64_t> countInstructions(const Span& span) {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "callgrind";
    const auto run = runProgram({"valgrind", "--tool=callgrind", "--instr-atstart=no",
                                 "--callgrind-out-file=" + file.string(),
                                 std::filesystem::read_symlink("/proc/self/exe").string(),
                                 "--counted", span.name});
    return run ? totalsIn(file) : std::nullopt;
}

Result<> runCounted(const Span& span) {
    const Action action = TRY(span.prepare());
    TRY(action());
    CALLGRIND_START_INSTRUMENTATION;
    const auto done = action();
    CALLGRIND_STOP_INSTRUMENTATION;
    return done;
}

} // namespace kiosk::speed
