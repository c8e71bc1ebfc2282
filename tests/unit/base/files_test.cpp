// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "tests/support/temporary_folder.h"

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

} // namespace kiosk
