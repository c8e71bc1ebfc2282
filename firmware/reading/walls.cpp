// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/walls.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <span>

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "firmware/base/sanitized.h"
#include "firmware/reading/readable_paths.h"

namespace kiosk::reading::walls {

namespace {

std::unexpected<Error> noWalls(std::string_view what, int number) {
    return fail(ErrorKind::configuration, "document.no-walls", Remedy::technician,
                std::string(what) + ": " + std::strerror(number));
}

Result<> limit(__rlimit_resource resource, rlim_t most) {
    // The hard limit of processor time kills without a word; the soft one says why.
    const rlimit limits{most, resource == RLIMIT_CPU ? most + 1 : most};
    if (::setrlimit(resource, &limits) != 0)
        return noWalls("resource limit", errno);
    return {};
}

Result<> limitResources(const Limits& limits) {
    TRY(limit(RLIMIT_CORE, 0)); // a core would hold the document
    TRY(limit(RLIMIT_FSIZE, 0));
    TRY(limit(RLIMIT_CPU, static_cast<rlim_t>(limits.processorTime.count())));
    if (!kSanitized)
        TRY(limit(RLIMIT_DATA, limits.memory));
    if (::prctl(PR_SET_DUMPABLE, 0) != 0 || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return noWalls("process control", errno);
    return {};
}

/// Computing, memory, and what is open already. Here and below, 64-bit ARM has no poll(), unlink()
/// and the like: the C library calls their younger kin, and the filter has nothing of what is not
/// there.
constexpr std::array kAlwaysAllowed{
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(lseek),
    SCMP_SYS(dup),
    SCMP_SYS(pread64),
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(writev),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getrandom),
    SCMP_SYS(getrusage),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(fadvise64),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
};

/// Libraries look around for files that may help them; they are told that they may not.
constexpr std::array kDenied{
    SCMP_SYS(open),       SCMP_SYS(openat),     SCMP_SYS(access),      SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2), SCMP_SYS(stat),       SCMP_SYS(lstat),       SCMP_SYS(statx),
    SCMP_SYS(readlink),   SCMP_SYS(readlinkat), SCMP_SYS(getpeername), SCMP_SYS(getcwd),
    SCMP_SYS(statfs),     SCMP_SYS(tgkill),     SCMP_SYS(ioctl),
};

/// What a dynamic program needs to come to life, and to read what Landlock lets it see.
constexpr std::array kProgramAllowed{
    SCMP_SYS(execve),     SCMP_SYS(arch_prctl), SCMP_SYS(set_tid_address),
    SCMP_SYS(access),     SCMP_SYS(faccessat),  SCMP_SYS(faccessat2),
    SCMP_SYS(stat),       SCMP_SYS(lstat),      SCMP_SYS(newfstatat),
    SCMP_SYS(statx),      SCMP_SYS(readlink),   SCMP_SYS(readlinkat),
    SCMP_SYS(getcwd),     SCMP_SYS(statfs),     SCMP_SYS(fstatfs),
    SCMP_SYS(getdents64), SCMP_SYS(mmap),       SCMP_SYS(mprotect),
    SCMP_SYS(prlimit64),  SCMP_SYS(getuid),     SCMP_SYS(geteuid),
    SCMP_SYS(getgid),     SCMP_SYS(getegid),
};
constexpr std::array kProgramDenied{
    SCMP_SYS(ioctl), SCMP_SYS(tgkill),   SCMP_SYS(unlink),  SCMP_SYS(mkdir),
    SCMP_SYS(chmod), SCMP_SYS(unlinkat), SCMP_SYS(mkdirat), SCMP_SYS(fchmodat),
};

/// A voice's libraries prepare to play what it says, which they need not: they find no sound
/// service.
constexpr std::array kVoiceAllowed{SCMP_SYS(pipe2), SCMP_SYS(umask)};
constexpr std::array kVoiceDenied{
    SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(setsockopt), SCMP_SYS(memfd_create),
    SCMP_SYS(kill),   SCMP_SYS(rename),  SCMP_SYS(renameat),   SCMP_SYS(ftruncate),
};

struct ReleaseFilter {
    void operator()(void* filter) const { seccomp_release(filter); }
};

/// A filter under construction; the first failure is kept.
class Filter {
public:
    Filter() : filter_(seccomp_init(SCMP_ACT_KILL_PROCESS)) {
        note(filter_ ? 0 : -ENOMEM);
        note(seccomp_attr_set(filter_.get(), SCMP_FLTATR_CTL_TSYNC, 1));
    }

    void allow(std::span<const int> calls) { add(SCMP_ACT_ALLOW, calls); }
    void deny(std::span<const int> calls) { add(SCMP_ACT_ERRNO(EACCES), calls); }
    /// Only where the argument of that number is just this.
    void allowOnly(int call, unsigned argument, std::uint64_t value) {
        note(seccomp_rule_add(filter_.get(), SCMP_ACT_ALLOW, call, 1,
                              SCMP_CMP(argument, SCMP_CMP_EQ, value)));
    }
    /// Only where all of `bits` are set in the argument of that number.
    void allowWith(int call, unsigned argument, std::uint64_t bits) {
        note(seccomp_rule_add(filter_.get(), SCMP_ACT_ALLOW, call, 1,
                              SCMP_CMP(argument, SCMP_CMP_MASKED_EQ, bits, bits)));
    }
    void answer(int call, int number) {
        note(seccomp_rule_add(filter_.get(), SCMP_ACT_ERRNO(static_cast<unsigned>(number)), call,
                              0));
    }
    void denyUnless(int call, unsigned argument, std::uint64_t value) {
        note(seccomp_rule_add(filter_.get(), SCMP_ACT_ERRNO(EACCES), call, 1,
                              SCMP_CMP(argument, SCMP_CMP_NE, value)));
    }
    /// Only where none of `bits` is set in the argument of that number.
    void allowWithout(int call, unsigned argument, std::uint64_t bits) {
        note(seccomp_rule_add(filter_.get(), SCMP_ACT_ALLOW, call, 1,
                              SCMP_CMP(argument, SCMP_CMP_MASKED_EQ, bits, 0)));
    }
    void denyWith(int call, unsigned argument, std::uint64_t bit) {
        note(seccomp_rule_add(filter_.get(), SCMP_ACT_ERRNO(EACCES), call, 1,
                              SCMP_CMP(argument, SCMP_CMP_MASKED_EQ, bit, bit)));
    }
    Result<> load() {
        note(seccomp_load(filter_.get()));
        if (failure_ != 0)
            return noWalls("system call filter", -failure_);
        return {};
    }

private:
    void add(std::uint32_t action, std::span<const int> calls) {
        for (const int call : calls)
            note(seccomp_rule_add(filter_.get(), action, call, 0));
    }
    void note(int result) {
        if (failure_ == 0)
            failure_ = result;
    }

    std::unique_ptr<void, ReleaseFilter> filter_;
    int failure_ = 0;
};

/// Not F_SETOWN or F_SETSIG: with them a descriptor sends signals to other processes.
void allowDescriptorFlags(Filter& filter) {
    for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_GET_SEALS})
        filter.allowOnly(SCMP_SYS(fcntl), 1, static_cast<std::uint64_t>(command));
}

/// Pango matches fonts on a thread. The flags of clone3() lie in memory, where no filter sees them;
/// told that it does not exist, the C library takes clone().
void allowThreads(Filter& filter) {
    filter.answer(SCMP_SYS(clone3), ENOSYS);
    filter.allowWith(SCMP_SYS(clone), 0, CLONE_THREAD);
    filter.allowOnly(SCMP_SYS(prctl), 0, PR_SET_NAME);
}

} // namespace

Result<> raiseAroundReader(const Limits& limits) {
    constexpr unsigned kProtection = 2;
    constexpr unsigned kStatFlags = 3;
    TRY(limitResources(limits));
    Filter filter;
    filter.allow(kAlwaysAllowed);
    filter.deny(kDenied);
    allowDescriptorFlags(filter);
    allowThreads(filter);
    filter.allowWithout(SCMP_SYS(mmap), kProtection, PROT_EXEC);
    filter.allowWithout(SCMP_SYS(mprotect), kProtection, PROT_EXEC);
    // The C library's fstat(). The flag leaves a look at a file's size to whoever names its path.
    filter.allowOnly(SCMP_SYS(newfstatat), kStatFlags, AT_EMPTY_PATH);
    filter.denyUnless(SCMP_SYS(newfstatat), kStatFlags, AT_EMPTY_PATH);
    return filter.load();
}

namespace {

/// What both kinds of program need; the last word is the caller's.
void fillForProgram(Filter& filter) {
    constexpr unsigned kOpenFlags = 2;
    filter.allow(kAlwaysAllowed);
    filter.allow(kProgramAllowed);
    filter.deny(kProgramDenied);
    allowDescriptorFlags(filter);
    allowThreads(filter);
    filter.allowWithout(SCMP_SYS(openat), kOpenFlags, O_ACCMODE | O_CREAT | O_TRUNC);
    filter.denyWith(SCMP_SYS(openat), kOpenFlags, O_CREAT);
}

} // namespace

Result<> raiseAroundProgram(const Limits& limits) {
    TRY(limitResources(limits));
    TRY(onlyReadable());
    Filter filter;
    fillForProgram(filter);
    return filter.load();
}

Result<> raiseAroundVoice(const Limits& limits) {
    TRY(limitResources(limits));
    TRY(onlyReadable());
    Filter filter;
    fillForProgram(filter);
    filter.allow(kVoiceAllowed);
    filter.deny(kVoiceDenied);
    filter.allowOnly(SCMP_SYS(fcntl), 1, F_SETFL);
    filter.denyUnless(SCMP_SYS(prctl), 0, PR_SET_NAME);
    filter.denyWith(SCMP_SYS(openat), 2, O_WRONLY);
    filter.denyWith(SCMP_SYS(openat), 2, O_RDWR);
    return filter.load();
}

} // namespace kiosk::reading::walls
