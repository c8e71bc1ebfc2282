// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/tpm/place.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::tpm {

namespace {

/// A board whose firmware may tell of a TPM, and whose driver may be there.
struct Board {
    tests::TemporaryFolder folder;
    Place place{.node = folder.path() / "tpmrm0", .told = folder.path() / "MSFT0101:00"};

    void tell(std::string_view status) const {
        std::filesystem::create_directories(place.told);
        put(place.told / "status", status);
    }
    void loadDriver() const { put(place.node, ""); }
    static void put(const std::filesystem::path& file, std::string_view text) {
        REQUIRE(writeFile(file, bytesOf(text)));
    }
};

} // namespace

TEST_CASE("S3 a TPM is there once its driver is, and before that where the firmware tells of one") {
    const Board board;
    CHECK_FALSE(isThere(board.place));
    board.tell("15\n");
    CHECK(isThere(board.place));
    board.tell("0\n"); // switched off in the firmware's menu
    CHECK_FALSE(isThere(board.place));
    board.loadDriver();
    CHECK(isThere(board.place));
}

TEST_CASE("S3 a driver that comes later is waited for, and none that never will") {
    const Board board;
    int asked = 0;
    const auto never = [&asked] { return ++asked > 3; };
    CHECK_FALSE(awaitDriver(board.place, never)); // no TPM: nobody waits
    CHECK(asked == 0);
    board.tell("15\n");
    CHECK(awaitDriver(board.place, [&] {
        if (++asked == 3)
            board.loadDriver();
        return true;
    }));
    CHECK(asked == 3);
    std::filesystem::remove(board.place.node);
    CHECK_FALSE(awaitDriver(board.place, [&] { return ++asked < 10; }));
    CHECK(asked == 10);
}

TEST_CASE("S3 a TPM is the kiosk's where its unit says so") {
    ::unsetenv("KIOSK_TPM");
    CHECK_FALSE(Place::ofThisMachine().isOurs);
    CHECK(Place::ofThisMachine().node == "/dev/tpmrm0");
    ::setenv("KIOSK_TPM", "/dev/tpmrm1", 1);
    CHECK(Place::ofThisMachine().isOurs);
    CHECK(Place::ofThisMachine().transport.at == "/dev/tpmrm1");
    ::unsetenv("KIOSK_TPM");
}

} // namespace kiosk::tpm
