// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <catch2/catch.hpp>

#include "firmware/app/technician/service_socket.h"
#include "firmware/base/files.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::app {

namespace {

struct Door {
    tests::TemporaryFolder folder;
    std::filesystem::path path = folder.path() / kServiceSocketName;

    Result<std::unique_ptr<ServiceSocket>> open() const {
        return ServiceSocket::open(
            path, [](std::string_view question) { return "heard " + std::string(question); });
    }
    Result<std::string> ask(std::string_view question) const {
        return askKiosk(folder.path(), question);
    }
};

} // namespace

TEST_CASE("D3 a technician's program asks the running kiosk, one question after the other") {
    const Door door;
    const auto socket = door.open();
    REQUIRE(socket);
    CHECK(door.ask("one") == "heard one");
    CHECK(door.ask("two") == "heard two");
}

TEST_CASE("D3 the socket is its owner's alone, and gone with the kiosk") {
    const Door door;
    {
        const auto socket = door.open();
        REQUIRE(socket);
        using std::filesystem::perms;
        CHECK(std::filesystem::status(door.path).permissions() ==
              (perms::owner_read | perms::owner_write));
    }
    CHECK_FALSE(std::filesystem::exists(door.path));
    CHECK(door.ask("anybody").error().code() == "service.no-kiosk");
}

TEST_CASE("D3 what a killed kiosk left behind does not keep the next one from answering") {
    const Door door;
    REQUIRE(writeFile(door.path, bytesOf("left")));
    CHECK(door.ask("anybody").error().code() == "service.no-kiosk");
    const auto socket = door.open();
    REQUIRE(socket);
    CHECK(door.ask("one") == "heard one");
}

TEST_CASE("D3 a question without an end is hung up on, and the next one is answered") {
    const Door door;
    const auto socket = door.open();
    REQUIRE(socket);
    CHECK(door.ask(std::string(1U << 20, 'x')).error().code() == "service.silent");
    CHECK(door.ask("one") == "heard one");
}

TEST_CASE("D3 a folder that cannot hold a socket is told, and no reason to crash") {
    const Door door;
    const auto answer = [](std::string_view) { return std::string(); };
    CHECK(ServiceSocket::open(door.folder.path() / "none" / "service", answer).error().code() ==
          "service.no-socket");
    CHECK(ServiceSocket::open(door.folder.path() / std::string(200, 'x'), answer).error().code() ==
          "service.no-socket");
    CHECK(askKiosk(std::string(200, 'x'), "one").error().code() == "service.no-socket");
}

} // namespace kiosk::app
