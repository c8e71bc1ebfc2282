// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include "firmware/base/late_library.h"
#include "tests/support/caught_output.h"

namespace kiosk {

namespace {

constexpr LateLibrary kZlib{"libz.so.1"}; // this program is not linked with it
// NOLINTBEGIN(readability-identifier-naming): the library's own names
KIOSK_LATE(kZlib, crc32);
// NOLINTEND(readability-identifier-naming)

/// What a process that calls `function` of `library` ends by, 0 for a return, and what it says.
tests::CaughtOutput called(const LateLibrary& library, const char* function) {
    return tests::catchOutput([&] {
        const pid_t child = ::fork();
        if (child == 0) {
            library.find(function);
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    });
}

} // namespace

TEST_CASE("a function of a library opened late does what its header says") {
    const unsigned char digits[] = "123456789";
    CHECK(crc32(0, digits, 9) == 0xCBF43926); // the check value every description of CRC-32 gives
    CHECK(crc32(0, digits, 0) == 0);
}

TEST_CASE("a library that is missing ends the program, named") {
    const auto missing = called(LateLibrary{"libkiosk-nowhere.so.1"}, "crc32");
    CHECK(missing.exitCode == SIGABRT);
    CHECK_THAT(missing.err, Catch::Contains("libkiosk-nowhere.so.1"));
}

TEST_CASE("a function its library does not have ends the program, named") {
    CHECK(called(kZlib, "crc32").exitCode == 0);
    const auto missing = called(kZlib, "crc33");
    CHECK(missing.exitCode == SIGABRT);
    CHECK_THAT(missing.err, Catch::Contains("crc33"));
}

} // namespace kiosk
