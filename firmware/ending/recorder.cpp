// SPDX-License-Identifier: Apache-2.0
#include "firmware/ending/recorder.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <ctime>
#include <exception>
#include <new>
#include <typeinfo>

#include <cxxabi.h>
#include <execinfo.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

#include "firmware/base/files.h"
#include "firmware/base/process/descriptor.h"
#include "firmware/ending/modules.h"
#include "firmware/ending/run_file.h"

namespace kiosk::ending {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;
constexpr std::int64_t kNanosecondsPerMillisecond = 1'000'000;

/// What a signal handler works with: set before the first handler is, never taken away.
struct Recording {
    int file = -1;
    pid_t process = 0; ///< not a child of it that has not become its program yet
    std::uint64_t run = 0;
    std::atomic<pid_t> writer{0}; ///< the thread that tells of a crash
    std::atomic<Fault> thrown{Fault::none};
    std::atomic<std::int64_t> busySince{0}; ///< steady nanoseconds; 0: asleep
    std::atomic<std::int64_t> provedAt{0};
    std::atomic<std::int64_t> proofMs{0}; ///< 0: nobody waits for one
    EndPart end{};
};
Recording recording;
static_assert(std::atomic<pid_t>::is_always_lock_free && std::atomic<Fault>::is_always_lock_free);

std::int64_t nanosecondsOf(clockid_t clock) {
    timespec now{};
    ::clock_gettime(clock, &now);
    return now.tv_sec * kNanosecondsPerSecond + now.tv_nsec;
}

void writeEnd() {
    close(recording.end);
    // Where this fails nobody is left to be told.
    if (::pwrite(recording.file, &recording.end, sizeof(recording.end), kEndOffset) > 0)
        ::fdatasync(recording.file);
}

Fault faultOf(int signal) {
    switch (signal) {
    case SIGSEGV:
        return Fault::segv;
    case SIGBUS:
        return Fault::bus;
    case SIGFPE:
        return Fault::fpe;
    case SIGILL:
        return Fault::ill;
    default:
        break;
    }
    const Fault thrown = recording.thrown.load();
    return thrown == Fault::none ? Fault::abrt : thrown;
}

/// Somebody else aborts it, and the loop has not proved for long that it turns: who waits for the
/// proof is told of one in less than half of the time.
bool isFrozen(int signal, const siginfo_t& info) {
    const std::int64_t allowed = recording.proofMs.load();
    const bool isFromOutside = info.si_code == SI_USER && info.si_pid != ::getpid();
    const std::int64_t since =
        (nanosecondsOf(CLOCK_MONOTONIC) - recording.provedAt.load()) / kNanosecondsPerMillisecond;
    return signal == SIGABRT && isFromOutside && allowed > 0 && since * 2 >= allowed;
}

bool isMainThread() {
    return ::gettid() == ::getpid();
}

Place placeOfThread() {
    const Place place = At::here();
    return place == Place::worker && isMainThread() ? Place::loop : place;
}

std::uint32_t loopBusyMs() {
    const std::int64_t since = recording.busySince.load();
    if (since == 0)
        return 0;
    const auto busy = (nanosecondsOf(CLOCK_MONOTONIC) - since) / kNanosecondsPerMillisecond;
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(busy, 0, UINT32_MAX));
}

void putFrames() {
    static std::array<void*, kMostFrames + 1> addresses;
    const int found = ::backtrace(addresses.data(), static_cast<int>(addresses.size()));
    constexpr int kOurs = 1; // this function
    for (int i = kOurs; i < found; ++i)
        recording.end.frames[static_cast<std::size_t>(i - kOurs)] =
            frameAt(addresses[static_cast<std::size_t>(i)]);
    recording.end.frameCount = static_cast<std::uint32_t>(std::max(found - kOurs, 0));
}

void endAsBefore(int signal) {
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

/// Told without the frames first: to look for them on a stack that is broken may fail anew. What
/// froze is the loop, also where another thread hears of it, whose frames would mislead.
void tellCrash(int signal, const siginfo_t& info) {
    EndPart& end = recording.end;
    const bool frozen = isFrozen(signal, info);
    end.run = recording.run;
    end.at = nanosecondsOf(CLOCK_REALTIME) / kNanosecondsPerSecond;
    end.how = static_cast<std::uint32_t>(frozen ? How::frozen : How::crashed);
    end.fault = static_cast<std::uint32_t>(faultOf(signal));
    end.place = static_cast<std::uint32_t>(frozen ? Place::loop : placeOfThread());
    end.loopBusyMs = loopBusyMs();
    end.eventCount = static_cast<std::uint32_t>(events::recall(end.events));
    end.frameCount = 0;
    writeEnd();
    if (frozen && !isMainThread())
        return;
    putFrames();
    writeEnd();
}

void crashed(int signal, siginfo_t* info, void* /*context*/) {
    if (::getpid() != recording.process)
        return endAsBefore(signal);
    pid_t nobody = 0;
    const pid_t self = ::gettid();
    if (recording.writer.compare_exchange_strong(nobody, self))
        tellCrash(signal, *info);
    else if (nobody != self)
        while (true) // another thread tells, and ends all
            ::pause();
    endAsBefore(signal);
}

void askedToStop(int signal) {
    if (::getpid() == recording.process)
        noteStop();
    endAsBefore(signal);
}

[[noreturn]] void nobodyCaught() {
    const std::type_info* thrown = abi::__cxa_current_exception_type();
    if (thrown != nullptr)
        recording.thrown =
            *thrown == typeid(std::bad_alloc) ? Fault::outOfMemory : Fault::exception;
    std::abort();
}

void listenFor(std::initializer_list<int> signals, const struct sigaction& action) {
    for (const int signal : signals)
        ::sigaction(signal, &action, nullptr);
}

void installHandlers() {
    std::array<void*, 1> first{};
    ::backtrace(first.data(), 1); // loads what it needs, which a handler must not
    struct sigaction fatal{};
    fatal.sa_sigaction = crashed;
    fatal.sa_flags = SA_SIGINFO | SA_ONSTACK;
    listenFor({SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}, fatal);
    struct sigaction stop{};
    stop.sa_handler = askedToStop;
    stop.sa_flags = SA_RESTART;
    listenFor({SIGTERM, SIGINT, SIGHUP}, stop);
    std::set_terminate(nobodyCaught);
}

void dumpNoCore() {
    constexpr rlimit kNone{0, 0};
    ::setrlimit(RLIMIT_CORE, &kNone);
}

template <std::size_t N>
std::array<char, N> fieldOf(std::string_view text) {
    std::array<char, N> field{};
    std::ranges::copy(text.substr(0, N - 1), field.begin());
    return field;
}

Result<> writeBegin(const Run& run, WallTime now) {
    const fs::path path = run.state / kRunFileName;
    RunPart part{.run = recording.run,
                 .startedAt = std::chrono::system_clock::to_time_t(now),
                 .build = ownBuild(),
                 .boot = fieldOf<sizeof(RunPart::boot)>(bootName()),
                 .version = fieldOf<sizeof(RunPart::version)>(run.version)};
    close(part);
    TRY(writeFile(path, fileOf(part)));
    recording.file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (recording.file < 0 || ::flock(recording.file, LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorKind::storage, "ending.not-open", Remedy::technician);
    return {};
}

/// Held by a kiosk that runs.
Result<> refuseSecond(const fs::path& file) {
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (opened && ::flock(opened.number(), LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorKind::configuration, "ending.in-use", Remedy::configuration);
    return {};
}

} // namespace

Result<History> begin(const Run& run, WallTime now) {
    TRY(refuseSecond(run.state / kRunFileName));
    History history = endingsIn(run.state, now);
    if (!history.empty())
        TRY(keepEnding(run.state, history.front()));
    recording.run = history.empty() ? 1 : history.front().run + 1;
    recording.process = ::getpid();
    lookAtModules();
    TRY(writeBegin(run, now));
    dumpNoCore();
    installHandlers();
    return history;
}

void provideSignalStack() {
    constexpr std::size_t kSize = std::size_t{64} << 10;
    alignas(16) static std::array<std::byte, kSize> memory;
    const stack_t stack{.ss_sp = memory.data(), .ss_flags = 0, .ss_size = memory.size()};
    ::sigaltstack(&stack, nullptr);
}

void noteStop() {
    pid_t nobody = 0;
    if (recording.file < 0 || !recording.writer.compare_exchange_strong(nobody, ::gettid()))
        return;
    recording.end.run = recording.run;
    recording.end.at = nanosecondsOf(CLOCK_REALTIME) / kNanosecondsPerSecond;
    recording.end.how = static_cast<std::uint32_t>(How::stopped);
    writeEnd();
    recording.writer = 0; // should it crash after all
}

void noteLoopBusy() {
    recording.busySince = nanosecondsOf(CLOCK_MONOTONIC);
}

void noteLoopIdle() {
    recording.busySince = 0;
}

void noteProof(std::chrono::milliseconds waitedForAtMost) {
    recording.provedAt = nanosecondsOf(CLOCK_MONOTONIC);
    recording.proofMs = waitedForAtMost.count();
    lookAtModules();
}

} // namespace kiosk::ending
