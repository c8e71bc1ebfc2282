// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/program.h"

#include <chrono>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

namespace kiosk::speed {

namespace {

double ms(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

/// The program's process, or nothing when it cannot be started.
std::optional<pid_t> start(const std::vector<std::string>& command) {
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

} // namespace

std::optional<Sample> runProgram(const std::vector<std::string>& command) {
    const auto begin = std::chrono::steady_clock::now();
    const auto process = start(command);
    if (!process)
        return std::nullopt;
    int status = 0;
    rusage used{};
    wait4(*process, &status, 0, &used);
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - begin;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return std::nullopt;
    return Sample{ms(used.ru_utime) + ms(used.ru_stime), wall.count()};
}

} // namespace kiosk::speed
