// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <cstdio>

#include <catch2/catch.hpp>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "firmware/document/raster.h"
#include "firmware/verify/verifier.h"
#include "tests/hostile/hostile_files.h"

namespace kiosk::tests {

namespace {

constexpr document::Dpi kDensity{200};
#ifdef __SANITIZE_ADDRESS__ // slower by as much
constexpr rlim_t kMostSeconds = 20;
#else
constexpr rlim_t kMostSeconds = 5;
#endif
constexpr rlim_t kMostBytes = 256U << 20;

/// The whole path of a received file. The code of what stopped it, or "drawn".
std::string ending(ByteView file, const std::vector<document::Stamp>& stamps) {
    const auto checked = verify::Verifier(verify::TrustList{}).check(file, WallTime{});
    if (!checked)
        return checked.error().code();
    if (checked->verdict.judgement == verify::Judgement::valid)
        return "judged valid";
    for (std::size_t page = 0; page < checked->document.pageCount(); ++page) {
        const auto drawn = document::drawToPicture(checked->document, page, kDensity, stamps);
        if (!drawn)
            return drawn.error().code();
    }
    return "drawn";
}

void limitThisProcess() {
    const auto set = [](__rlimit_resource what, rlim_t most) {
        const rlimit limit{most, most};
        ::setrlimit(what, &limit);
    };
    set(RLIMIT_CPU, kMostSeconds);
    set(RLIMIT_CORE, 0);
#ifndef __SANITIZE_ADDRESS__ // whose shadow memory alone is larger
    set(RLIMIT_DATA, kMostBytes);
#endif
}

/// What a child process of its own says of the file under the limits, or which signal ended it.
std::string endingInChild(const Bytes& file, const std::vector<document::Stamp>& stamps) {
    int ends[2] = {-1, -1};
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL); // not the test framework's affair
        limitThisProcess();
        const std::string text = ending(file, stamps);
        ::_exit(::write(ends[1], text.data(), text.size()) < 0 ? 1 : 0);
    }
    ::close(ends[1]);
    std::string text(256, '\0');
    const ssize_t count = ::read(ends[0], text.data(), text.size());
    ::close(ends[0]);
    text.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status))
        return "signal " + std::to_string(WTERMSIG(status));
    return WEXITSTATUS(status) == 0 ? text : "exit " + std::to_string(WEXITSTATUS(status));
}

void check(const std::vector<HostileFile>& files) {
    for (const HostileFile& file : files) {
        INFO(file.name);
        std::vector<document::Stamp> stamps;
        if (file.sealPicture)
            stamps.push_back({.pageId = "1",
                              .boundary = {0, 0, 50, 50},
                              .format = "ofd",
                              .picture = file.sealPicture()});
        const std::string ending = endingInChild(file.make(), stamps);
        CHECK((ending == file.ending || ending == file.otherEnding));
    }
}

} // namespace

TEST_CASE("S6 hostile archives end in a reason, within 5 s and 256 MiB") {
    check(hostileArchives());
}

TEST_CASE("S6 hostile structures end in a reason, within 5 s and 256 MiB") {
    check(hostileStructures());
}

TEST_CASE("S6 hostile drawings end in a reason, within 5 s and 256 MiB") {
    check(hostileDrawings());
}

TEST_CASE("S6 hostile fonts and pictures end in a reason, within 5 s and 256 MiB") {
    check(hostileFontsAndPictures());
}

} // namespace kiosk::tests
