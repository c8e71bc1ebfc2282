// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/reader_process.h"

#include <array>
#include <csignal>
#include <cstring>
#include <ctime>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "firmware/reading/served_reader.h"

namespace kiosk::reading {

namespace {

std::unexpected<Error> tooMuchWork(std::string_view what) {
    return fail(ErrorKind::limitExceeded, "document.too-much-work", Remedy::supplier, what);
}

Error died(std::string_view when) {
    return {ErrorKind::malformed, "document.reader-died", Remedy::supplier, when};
}

/// What the way a reader ended says of the file it read.
Error causeOfDeath(int status) {
    if (WIFEXITED(status) && WEXITSTATUS(status) == kExitOutOfMemory)
        return {ErrorKind::limitExceeded, "document.too-large", Remedy::supplier, "memory"};
    if (WIFEXITED(status) && WEXITSTATUS(status) == kExitNotConfined)
        return {ErrorKind::configuration, "document.no-reader", Remedy::technician,
                "the walls could not be raised"};
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS)
        return {ErrorKind::integrity, "document.hostile", Remedy::supplier};
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
        return {ErrorKind::limitExceeded, "document.too-much-work", Remedy::supplier};
    return died("while reading");
}

/// Only the socket crosses, as descriptor 3; words of libraries go nowhere: they may quote the
/// file.
struct Crossing {
    posix_spawn_file_actions_t actions{};

    explicit Crossing(int socket) {
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, socket, kReaderSocket);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
        posix_spawn_file_actions_addclosefrom_np(&actions, kReaderSocket + 1);
    }
    ~Crossing() { posix_spawn_file_actions_destroy(&actions); }
    Crossing(const Crossing&) = delete;
    Crossing& operator=(const Crossing&) = delete;
};

} // namespace

Result<ReaderProcess> ReaderProcess::start(const std::filesystem::path& program) {
    auto [ours, theirs] = TRY(Channel::pair());
    const Crossing crossing(theirs.descriptor());
    std::string path = program.string();
    std::array<char*, 2> words{path.data(), nullptr};
    std::string language = "LANG=C.UTF-8";
    std::string zone = "TZ=UTC0";
    std::array<char*, 3> environment{language.data(), zone.data(), nullptr};
    pid_t id = 0;
    const int failed = ::posix_spawn(&id, path.c_str(), &crossing.actions, nullptr, words.data(),
                                     environment.data());
    if (failed != 0)
        return fail(ErrorKind::configuration, "document.no-reader", Remedy::technician,
                    std::strerror(failed));
    return ReaderProcess(id, std::move(ours));
}

ReaderProcess::~ReaderProcess() {
    end();
}

ReaderProcess::ReaderProcess(ReaderProcess&& other) noexcept
    : id_(std::exchange(other.id_, 0)),
      channel_(std::move(other.channel_)),
      dead_(std::move(other.dead_)) {}

std::chrono::nanoseconds ReaderProcess::processorTime() const {
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(id_, &clock) != 0 || ::clock_gettime(clock, &time) != 0)
        return {};
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

Result<std::string> ReaderProcess::ask(std::string_view question, int memory,
                                       const Patience& patience) {
    if (dead_)
        return std::unexpected(*dead_);
    const auto deadline = std::chrono::steady_clock::now() + patience.wallTime;
    const auto spent = processorTime() + patience.processorTime;
    const auto waitOn = [&]() -> Result<> {
        if (processorTime() > spent)
            return tooMuchWork("processor time");
        if (std::chrono::steady_clock::now() > deadline)
            return tooMuchWork("no answer");
        return {};
    };
    if (const auto sent = channel_.send(question, memory); !sent)
        return std::unexpected(epitaph(sent.error()));
    auto answer = channel_.receive(waitOn);
    if (!answer)
        return std::unexpected(epitaph(answer.error()));
    return std::move(answer->text);
}

/// How it ended, where it did so by itself within a moment of closing its end of the channel.
std::optional<int> ReaderProcess::ownEnd() {
    constexpr int kMomentMs = 500;
    const Descriptor process(static_cast<int>(::syscall(SYS_pidfd_open, id_, 0)));
    pollfd ended{process.number(), POLLIN, 0};
    int status = 0;
    if (::poll(&ended, 1, kMomentMs) != 1 || ::waitpid(id_, &status, WNOHANG) != id_)
        return std::nullopt;
    id_ = 0;
    return status;
}

/// Buries the process; the way it ended tells more than a broken channel.
Error ReaderProcess::epitaph(Error error) {
    if (error.code() == kChannelBroken) {
        const auto status = ownEnd();
        error = status ? causeOfDeath(*status) : died("nonsense instead of an answer");
    }
    end();
    dead_ = error;
    return error;
}

void ReaderProcess::end() {
    if (id_ == 0)
        return;
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
    id_ = 0;
}

} // namespace kiosk::reading
