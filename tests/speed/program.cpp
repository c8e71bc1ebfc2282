// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/program.h"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <spawn.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "firmware/base/text.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::speed {

namespace {

double ms(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

/// The program's process, or nothing when it cannot be started.
std::optional<pid_t> start(const Words& command) {
    std::vector<char*> words;
    for (const std::string& word : command)
        words.push_back(const_cast<char*>(word.c_str())); // NOLINT: posix_spawnp changes nothing
    words.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    pid_t process = 0;
    const int error = posix_spawnp(&process, words.front(), &files, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    return error == 0 ? std::optional(process) : std::nullopt;
}

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

/// Most memory a living process had resident at once (proc(5), VmHWM). What wait4 tells would also
/// count what we ourselves had when we started it.
std::optional<double> peakOf(pid_t process) {
    constexpr std::string_view kPeak = "VmHWM:";
    constexpr double kKilobytesPerMegabyte = 1024;
    std::ifstream lines("/proc/" + std::to_string(process) + "/status");
    for (std::string word; lines >> word;) {
        double kilobytes = 0;
        if (word == kPeak && lines >> kilobytes)
            return kilobytes / kKilobytesPerMegabyte;
    }
    return std::nullopt;
}

struct Ended {
    int status = 0;
    rusage used{};
    std::optional<double> peakMb;
};

/// Waits for the end, stopping the process once on its last step, while its memory is still there.
Ended waitFor(pid_t process) {
    constexpr int kExitStop = SIGTRAP | PTRACE_EVENT_EXIT << 8;
    Ended ended;
    // Where tracing is not allowed, the peak stays unknown.
    ptrace(PTRACE_SEIZE, process, nullptr, long{PTRACE_O_TRACEEXIT});
    while (wait4(process, &ended.status, 0, &ended.used) == process && WIFSTOPPED(ended.status)) {
        const bool exiting = ended.status >> 8 == kExitStop;
        if (exiting)
            ended.peakMb = peakOf(process);
        const long signal = exiting ? 0 : WSTOPSIG(ended.status);
        ptrace(PTRACE_CONT, process, nullptr, signal);
    }
    return ended;
}

} // namespace

std::optional<ProcessCost> runProgram(const Words& command) {
    const auto begin = std::chrono::steady_clock::now();
    const auto process = start(command);
    if (!process)
        return std::nullopt;
    const Ended ended = waitFor(*process);
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - begin;
    if (!WIFEXITED(ended.status) || WEXITSTATUS(ended.status) != 0)
        return std::nullopt;
    return ProcessCost{ms(ended.used.ru_utime) + ms(ended.used.ru_stime), wall.count(),
                       ended.peakMb};
}

std::optional<std::uint64_t> countInstructions(const Words& command) {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "callgrind";
    Words counted{"valgrind", "--tool=callgrind", "--callgrind-out-file=" + file.string()};
    counted.insert(counted.end(), command.begin(), command.end());
    return runProgram(counted) ? totalsIn(file) : std::nullopt;
}

} // namespace kiosk::speed
