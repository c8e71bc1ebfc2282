// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/instructions.h"

#include <filesystem>

#include "tests/speed/program.h"

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else // nothing can count, and nothing asks to
#define CALLGRIND_START_INSTRUMENTATION
#define CALLGRIND_STOP_INSTRUMENTATION
#endif

namespace kiosk::speed {

std::optional<std::uint64_t> countInstructions(const Span& span) {
    return countInstructions({"--instr-atstart=no", // of callgrind
                              std::filesystem::read_symlink("/proc/self/exe").string(), "--counted",
                              span.name});
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
