// SPDX-License-Identifier: Apache-2.0
#include "firmware/stick/walled_tool.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "firmware/base/process/shared_memory.h"
#include "firmware/base/process/visible_paths.h"

namespace kiosk::stick {

namespace {

constexpr int kPatienceMs = 60'000;
constexpr int kNoWalls = 126; ///< exit code: mtools' own are 0 and 1

/// mtools' settings and clock, its libraries with those that change code pages, the stick.
std::vector<VisiblePath> visibleTo(const std::filesystem::path& node, Touches touches) {
    using Access = VisiblePath::Access;
    std::vector<VisiblePath> paths;
    for (const char* place : {"/usr/bin", "/usr/lib", "/bin", "/lib", "/lib64", "/etc/ld.so.cache",
                              "/etc/localtime", "/usr/share/zoneinfo"})
        paths.push_back({place, Access::read});
    paths.push_back({"/dev/null", Access::write});
    paths.push_back({node.string(), touches == Touches::writes ? Access::write : Access::read});
    return paths;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> all;
    for (std::string& word : words)
        all.push_back(word.data());
    all.push_back(nullptr);
    return all;
}

struct Streams {
    int input = -1;
    int output = -1;
    int nothing = -1;
};

/// In the new process: never returns.
[[noreturn]] void become(char* const* words, char* const* environment, const Streams& streams,
                         const std::vector<VisiblePath>& visible) {
    ::dup2(streams.input, STDIN_FILENO);
    ::dup2(streams.output, STDOUT_FILENO);
    ::dup2(streams.nothing, STDERR_FILENO);
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    ::signal(SIGPIPE, SIG_DFL);
    if (!seeOnly(visible))
        ::_exit(kNoWalls);
    ::execve(words[0], words, environment);
    ::_exit(kNoWalls);
}

/// Killed with this object, and waited for.
class Tool {
public:
    explicit Tool(pid_t id) : id_(id) {}
    ~Tool() {
        if (id_ > 0) {
            ::kill(id_, SIGKILL);
            ::waitpid(id_, nullptr, 0);
        }
    }
    Tool(const Tool&) = delete;
    Tool& operator=(const Tool&) = delete;

    /// After its output has ended: waits.
    int end() {
        int status = 0;
        while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
        }
        id_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t id_;
};

Result<> pump(int output, const Sink& sink) {
    std::array<std::byte, 256U << 10> piece{};
    while (true) {
        pollfd waiting{output, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, kPatienceMs);
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return fail(ErrorKind::timedOut, "stick.silent", Remedy::technician,
                        "nothing came from it for a minute");
        const ssize_t count = ::read(output, piece.data(), piece.size());
        if (count <= 0)
            return {};
        TRY(sink(ByteView(piece).first(static_cast<std::size_t>(count))));
    }
}

std::unexpected<Error> notStarted() {
    return fail(ErrorKind::configuration, "process.not-started", Remedy::technician,
                std::strerror(errno));
}

} // namespace

Result<bool> runWalled(std::vector<std::string> command, const std::filesystem::path& node,
                       Touches touches, ByteView input, const Sink& sink) {
    const Descriptor nothing(::open("/dev/null", O_RDWR | O_CLOEXEC));
    const SharedMemory given = TRY(SharedMemory::holding(input));
    std::array<int, 2> ends{};
    if (!nothing || ::pipe2(ends.data(), O_CLOEXEC) != 0)
        return notStarted();
    const Descriptor ours(ends[0]);
    Descriptor theirs(ends[1]);
    // Everything that takes memory is done before: another thread may hold its lock meanwhile.
    const auto visible = visibleTo(node, touches);
    std::vector<std::string> environment{"LANG=C.UTF-8", "TZ=UTC0", "MTOOLS_SKIP_CHECK=1",
                                         "MTOOLSRC=/dev/null"};
    const auto words = pointers(command);
    const auto variables = pointers(environment);
    const Streams streams{input.empty() ? nothing.number() : given.descriptor(), theirs.number(),
                          nothing.number()};
    const pid_t id = ::fork();
    if (id < 0)
        return notStarted();
    if (id == 0)
        become(words.data(), variables.data(), streams, visible);
    Tool tool(id);
    theirs = Descriptor();
    TRY(pump(ours.number(), sink));
    const int exit = tool.end();
    if (exit == kNoWalls)
        return fail(ErrorKind::configuration, "process.no-walls", Remedy::technician,
                    "mtools was not started behind its walls");
    return exit == 0;
}

} // namespace kiosk::stick
