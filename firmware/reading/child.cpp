// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/child.h"

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

#include "firmware/reading/descriptor.h"

namespace kiosk::reading {

namespace {

/// Which descriptors cross into the new process.
struct Crossing {
    posix_spawn_file_actions_t actions{};

    explicit Crossing(const std::map<int, int>& descriptors) {
        posix_spawn_file_actions_init(&actions);
        for (const auto& [number, ours] : descriptors)
            posix_spawn_file_actions_adddup2(&actions, ours, number);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            if (!descriptors.contains(stream))
                posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
        const int last = std::max(STDERR_FILENO, descriptors.rbegin()->first);
        posix_spawn_file_actions_addclosefrom_np(&actions, last + 1);
    }
    ~Crossing() { posix_spawn_file_actions_destroy(&actions); }
    Crossing(const Crossing&) = delete;
    Crossing& operator=(const Crossing&) = delete;
};

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> all;
    for (std::string& word : words)
        all.push_back(word.data());
    all.push_back(nullptr);
    return all;
}

} // namespace

Result<Child> Child::start(std::vector<std::string> command,
                           const std::map<int, int>& descriptors) {
    const Crossing crossing(descriptors);
    std::vector<std::string> environment{"LANG=C.UTF-8", "TZ=UTC0"};
    pid_t id = 0;
    const int failed = ::posix_spawn(&id, command.front().c_str(), &crossing.actions, nullptr,
                                     pointers(command).data(), pointers(environment).data());
    if (failed != 0)
        return fail(ErrorKind::configuration, "document.no-reader", Remedy::technician,
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

} // namespace kiosk::reading
