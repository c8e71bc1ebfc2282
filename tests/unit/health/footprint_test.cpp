// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <unistd.h>

#include "firmware/base/files.h"
#include "firmware/health/footprint.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::health {

TEST_CASE("G2 what the process holds is read from the kernel's own files") {
    const tests::TemporaryFolder root;
    std::filesystem::create_directories(root.path() / "proc/self/fd");
    REQUIRE(writeFile(root.path() / "proc/self/statm", bytesOf("9000 250 100 10 0 500 0\n")));
    for (const auto* file : {"0", "1", "7"})
        REQUIRE(writeFile(root.path() / "proc/self/fd" / file, {}));
    const Footprint held = footprintOf(root.path());
    CHECK(held.memory == 250 * ::sysconf(_SC_PAGESIZE));
    CHECK(held.files == 3);
}

TEST_CASE("G2 what cannot be read of the process is not known, and no zero") {
    const tests::TemporaryFolder root;
    CHECK_FALSE(footprintOf(root.path()).memory);
    CHECK_FALSE(footprintOf(root.path()).files);
    std::filesystem::create_directories(root.path() / "proc/self");
    REQUIRE(writeFile(root.path() / "proc/self/statm", bytesOf("none")));
    CHECK_FALSE(footprintOf(root.path()).memory);
}

TEST_CASE("G2 a file that this process opens is one more") {
    const auto before = footprintOf("/");
    REQUIRE(before.files);
    CHECK(*before.memory > 0);
    const int file = ::dup(STDERR_FILENO);
    CHECK(footprintOf("/").files == *before.files + 1);
    ::close(file);
}

} // namespace kiosk::health
