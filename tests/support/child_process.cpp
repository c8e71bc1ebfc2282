// SPDX-License-Identifier: Apache-2.0
#include "tests/support/child_process.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kiosk::tests {

namespace {

constexpr std::chrono::milliseconds kPatience{2000};
constexpr std::chrono::milliseconds kBetweenLooks{10};

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<std::string> environmentWith(const std::map<std::string, std::string>& added) {
    std::vector<std::string> all;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry;
        if (!added.contains(text.substr(0, text.find('='))))
            all.push_back(text);
    }
    for (const auto& [name, value] : added)
        all.push_back(name + "=" + value);
    return all;
}

/// In the child: nothing that could take a lock happens between fork and exec.
[[noreturn]] void becomeProgram(char* const* command, char* const* environment, const char* log,
                                pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent)
        ::_exit(1);
    const int output = ::open(log, O_WRONLY | O_CREAT | O_APPEND, S_IRUSR | S_IWUSR);
    const int input = ::open("/dev/null", O_RDONLY);
    ::dup2(input, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    ::execvpe(command[0], command, environment);
    ::_exit(127);
}

} // namespace

Result<ChildProcess> ChildProcess::start(const Options& options) {
    std::vector<std::string> words = options.command;
    std::vector<std::string> variables = environmentWith(options.environment);
    const std::vector<char*> command = pointersTo(words);
    const std::vector<char*> environment = pointersTo(variables);
    const std::string log = options.log.empty() ? "/dev/null" : options.log.string();
    const pid_t parent = ::getpid();
    const pid_t id = ::fork();
    if (id < 0)
        return fail(ErrorKind::internal, "process.start", Remedy::technician,
                    options.command.front() + ": " + std::strerror(errno));
    if (id == 0)
        becomeProgram(command.data(), environment.data(), log.c_str(), parent);
    return ChildProcess(id);
}

bool ChildProcess::running() {
    if (id_ == 0)
        return false;
    if (::waitpid(id_, nullptr, WNOHANG) == 0)
        return true;
    id_ = 0;
    return false;
}

void ChildProcess::wait() {
    if (id_ == 0)
        return;
    while (::waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
    }
    id_ = 0;
}

void ChildProcess::end() {
    if (id_ == 0)
        return;
    ::kill(id_, SIGTERM);
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (running() && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(kBetweenLooks);
    kill();
}

void ChildProcess::kill() {
    if (!running())
        return;
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
    id_ = 0;
}

} // namespace kiosk::tests
