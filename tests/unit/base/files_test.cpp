// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "firmware/base/files.h"
#include "tests/support/temporary_folder.h"

namespace {

/// What was synced in this test: 'f' a file, 'd' a folder.
std::string synced;

} // namespace

/// The C library's, and written down.
extern "C" int fsync(int descriptor) {
    struct stat of{};
    ::fstat(descriptor, &of);
    synced += S_ISDIR(of.st_mode) ? 'd' : 'f';
    return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

namespace kiosk {

TEST_CASE("a file is replaced whole and read back within its limit") {
    const tests::TemporaryFolder folder;
    const auto path = folder.path() / "state";
    REQUIRE(writeFile(path, bytesOf("first")));
    REQUIRE(writeFile(path, bytesOf("second")));
    CHECK(toText(*readFile(path)) == "second");
    CHECK(readFile(path, 5).error().code() == "file.too-large");
    CHECK(readFile(folder.path() / "none").error().kind() == ErrorKind::notFound);
}

TEST_CASE("D9 what was written is there when power goes right after: the file, then its name") {
    const tests::TemporaryFolder folder;
    synced.clear();
    REQUIRE(writeFile(folder.path() / "state", bytesOf("first")));
    CHECK(synced == "fd");
    synced.clear();
    REQUIRE(overwriteFile(folder.path() / "state", bytesOf("F")));
    CHECK(synced == "f");
}

} // namespace kiosk
