// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/kit/run.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kiosk::tests {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

milliseconds since(steady_clock::time_point begun) {
    return std::chrono::duration_cast<milliseconds>(steady_clock::now() - begun);
}

/// What a child says of its case: the outcome's number, then why.
std::string message(const CaseReport& report) {
    return static_cast<char>('0' + static_cast<int>(report.outcome)) + report.why;
}

[[noreturn]] void beChild(const ReadyCase& one, int out, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent)
        ::_exit(1);
    for (const int crash : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT})
        ::signal(crash, SIG_DFL);         // the report tells it, not a test framework
    ::dup2(STDERR_FILENO, STDOUT_FILENO); // what a driver prints is no part of the report
    const std::string said = message(runHere(one));
    const bool written = ::write(out, said.data(), said.size()) == std::ssize(said);
    ::_exit(written ? 0 : 1);
}

/// What the child wrote, until it ended or the time is up.
std::string listen(int in, steady_clock::time_point deadline) {
    std::string heard;
    std::array<char, 512> piece{};
    while (steady_clock::now() < deadline) {
        pollfd waiting{in, POLLIN, 0};
        const auto left = deadline - steady_clock::now();
        const auto patience = std::chrono::ceil<milliseconds>(left).count();
        if (::poll(&waiting, 1, static_cast<int>(patience)) <= 0)
            continue;
        const ssize_t count = ::read(in, piece.data(), piece.size());
        if (count == 0 || (count < 0 && errno != EINTR))
            break;
        heard.append(piece.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
    return heard;
}

std::string howItEnded(int status, bool hung) {
    if (hung)
        return "did not come to an end";
    if (WIFSIGNALED(status))
        return "the driver's process died of signal " + std::to_string(WTERMSIG(status)) + " (" +
               ::strsignal(WTERMSIG(status)) + ")";
    return "the driver ended its process";
}

} // namespace

std::string_view name(Outcome outcome) {
    switch (outcome) {
    case Outcome::ok:
        return "ok";
    case Outcome::failed:
        return "FAILED";
    case Outcome::notOffered:
        return "not offered";
    }
    return "FAILED";
}

CaseReport runHere(const ReadyCase& one) {
    CaseReport report{.id = std::string(one.id), .what = std::string(one.what)};
    const auto begun = steady_clock::now();
    try {
        const auto result = one.run();
        report.outcome = result ? Outcome::ok : Outcome::failed;
        if (!result)
            report.why = result.error().code() == "kit.not-met" ? result.error().detail()
                                                                : result.error().line();
    } catch (const NotOffered& missing) {
        report.outcome = Outcome::notOffered;
        report.why = missing.what;
    }
    report.took = since(begun);
    return report;
}

CaseReport runApart(const ReadyCase& one, milliseconds limit) {
    CaseReport report{.id = std::string(one.id), .what = std::string(one.what)};
    const auto begun = steady_clock::now();
    std::array<int, 2> pipe{};
    const pid_t parent = ::getpid();
    const pid_t child = ::pipe2(pipe.data(), O_CLOEXEC) == 0 ? ::fork() : -1;
    if (child < 0) {
        report.why = "no process could be started";
        return report;
    }
    if (child == 0)
        beChild(one, pipe[1], parent);
    ::close(pipe[1]);
    const std::string said = listen(pipe[0], begun + limit);
    ::close(pipe[0]);
    const bool hung = said.empty() && since(begun) >= limit;
    ::kill(child, SIGKILL); // it has said all, or never will
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    report.took = since(begun);
    report.outcome = said.empty() ? Outcome::failed : static_cast<Outcome>(said.front() - '0');
    report.why = said.empty() ? howItEnded(status, hung) : said.substr(1);
    return report;
}

std::vector<CaseReport> runAllApart(std::span<const ReadyCase> cases, milliseconds limit) {
    std::vector<CaseReport> reports;
    for (const ReadyCase& one : cases) {
        reports.push_back(runApart(one, limit));
        if (reports.front().outcome == Outcome::failed)
            break;
    }
    return reports;
}

bool isPassed(std::span<const CaseReport> reports) {
    const auto count = [&](Outcome outcome) {
        return std::ranges::count(reports, outcome, &CaseReport::outcome);
    };
    return count(Outcome::failed) == 0 && count(Outcome::ok) > 0;
}

} // namespace kiosk::tests
