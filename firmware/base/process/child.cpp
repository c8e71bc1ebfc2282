// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/process/child.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <ctime>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "firmware/base/process/descriptor.h"

namespace kiosk {

namespace {

/// Which descriptors cross into the new process.
class Crossing {
public:
    explicit Crossing(const std::map<int, int>& descriptors) {
        posix_spawn_file_actions_init(&actions_);
        const int last = std::max(STDERR_FILENO, descriptors.rbegin()->first);
        for (const auto& [number, ours] : descriptors) {
            // Out of the way of the numbers: one of ours may already have another's.
            lifted_.emplace_back(::fcntl(ours, F_DUPFD_CLOEXEC, last + 1));
            posix_spawn_file_actions_adddup2(&actions_, lifted_.back().number(), number);
        }
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            if (!descriptors.contains(stream))
                posix_spawn_file_actions_addopen(&actions_, stream, "/dev/null", O_RDWR, 0);
        posix_spawn_file_actions_addclosefrom_np(&actions_, last + 1);
    }
    ~Crossing() { posix_spawn_file_actions_destroy(&actions_); }
    Crossing(const Crossing&) = delete;
    Crossing& operator=(const Crossing&) = delete;

    const posix_spawn_file_actions_t* actions() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
    std::vector<Descriptor> lifted_;
};

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> all;
    for (std::string& word : words)
        all.push_back(word.data());
    all.push_back(nullptr);
    return all;
}

} // namespace

Result<Child> Child::start(std::vector<std::string> command, const std::map<int, int>& descriptors,
                           const std::vector<std::string>& environment) {
    const Crossing crossing(descriptors);
    std::vector<std::string> variables{"LANG=C.UTF-8", "TZ=UTC0"};
    variables.insert(variables.end(), environment.begin(), environment.end());
    pid_t id = 0;
    const int failed = ::posix_spawn(&id, command.front().c_str(), crossing.actions(), nullptr,
                                     pointers(command).data(), pointers(variables).data());
    if (failed != 0)
        return fail(ErrorKind::configuration, "process.not-started", Remedy::technician,
                    std::strerror(failed));
    return Child(id);
}

Child::Child(Child&& other) noexcept : id_(std::exchange(other.id_, 0)) {}

std::chrono::nanoseconds Child::processorTime() const {
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(id_, &clock) != 0 || ::clock_gettime(clock, &time) != 0)
        return {};
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::optional<int> Child::ownEnd() {
    constexpr int kMomentMs = 500;
    const Descriptor process(static_cast<int>(::syscall(SYS_pidfd_open, id_, 0)));
    pollfd ended{process.number(), POLLIN, 0};
    int status = 0;
    if (::poll(&ended, 1, kMomentMs) != 1 || ::waitpid(id_, &status, WNOHANG) != id_)
        return std::nullopt;
    id_ = 0;
    return status;
}

void Child::end() {
    if (id_ == 0)
        return;
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
    id_ = 0;
}

} // namespace kiosk
