// SPDX-License-Identifier: Apache-2.0
#include "drivers/vendor/hosted/host.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>

namespace kiosk::drivers::vendor::hosted {

namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

/// A call without a time of its own answers at once.
constexpr std::chrono::milliseconds kAtOnce = 2s;
/// What a busy machine may add to a call's time, and to the 200 ms it has once asked to stop.
constexpr std::chrono::milliseconds kGrace = 500ms;
constexpr std::chrono::milliseconds kBetweenLooks = 20ms; ///< at whether to stop

/// Memory is filled when it is freed, whoever allocated it: no card stays in what a module gave
/// back. Small blocks kept aside for the next allocation would not be: none are.
constexpr std::string_view kWipingHeap =
    "GLIBC_TUNABLES=glibc.malloc.perturb=90:glibc.malloc.tcache_count=0";

/// Who is dead cannot be asked to reset itself: it counts as no answer, and is opened anew.
Error died(std::string_view how) {
    return {ErrorKind::timedOut, "device.died", Remedy::technician, how};
}

Error causeOfDeath(int status) {
    if (WIFSIGNALED(status))
        return died(std::string("signal ") + ::sigabbrev_np(WTERMSIG(status)));
    if (WEXITSTATUS(status) == kExitNotConfined)
        return {ErrorKind::configuration, "process.no-walls", Remedy::technician};
    return died("it ended by itself with " + std::to_string(WEXITSTATUS(status)));
}

} // namespace

Result<std::unique_ptr<Host>> Host::start(const std::filesystem::path& program,
                                          const std::string& module) {
    Room room = TRY(Room::create());
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail(ErrorKind::configuration, "process.not-started", Remedy::technician,
                    std::strerror(errno));
    Descriptor ours(ends[0]);
    const Descriptor theirs(ends[1]);
    Child child = TRY(Child::start({program.string(), module},
                                   {{kSocket, theirs.number()}, {kRoom, room.descriptor()}},
                                   {std::string(kWipingHeap)}));
    return std::make_unique<Host>(std::move(ours), std::move(room), std::move(child));
}

Host::Host(Descriptor socket, Room room, std::optional<Child> child)
    : socket_(std::move(socket)), room_(std::move(room)), child_(std::move(child)) {}

Result<> Host::answerTo(const Packet& question, const kiosk_call* call, Packet& answer) {
    if (ended_)
        return std::unexpected(*ended_);
    if (!question.send(socket_.number()))
        return std::unexpected(end(died("it is gone")));
    const auto time = call != nullptr ? std::chrono::milliseconds(call->deadline_ms) : kAtOnce;
    auto patience = steady_clock::now() + time + kGrace;
    bool stopAsked = false;
    while (!isReadable(kBetweenLooks)) {
        if (!stopAsked && call != nullptr && call->stop_asked(call->context) != 0) {
            stopAsked = true;
            room_.askToStop(calls_);
            patience = std::min(patience, steady_clock::now() + kGrace);
        }
        if (steady_clock::now() > patience)
            return std::unexpected(
                end({ErrorKind::timedOut, "device.hung", Remedy::technician, "it was killed"}));
    }
    if (!answer.receive(socket_.number()))
        return std::unexpected(end(brokeForm()));
    return {};
}

bool Host::isReadable(std::chrono::milliseconds patience) const {
    pollfd waiting{socket_.number(), POLLIN, 0};
    return ::poll(&waiting, 1, static_cast<int>(patience.count())) > 0;
}

Error Host::brokeForm() {
    return died("what it says is no answer");
}

/// Buries the process; the way it ended by itself tells more than what its end did to the socket.
Error Host::end(Error error) {
    if (child_ && error.code() == "device.died")
        if (const auto status = child_->ownEnd())
            error = causeOfDeath(*status);
    child_.reset();
    socket_ = Descriptor();
    ended_ = error;
    return error;
}

} // namespace kiosk::drivers::vendor::hosted
