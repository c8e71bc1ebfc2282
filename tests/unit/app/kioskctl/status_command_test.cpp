// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/command.h"
#include "tests/support/caught_output.h"
#include "tests/support/pty_board.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

/// What `kioskctl status` says of the cabinet of a kiosk whose other parts are all missing.
json statusOfCabinet(const tests::PtyBoard& board) {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "kiosk.json";
    const json config{{"place", "here"},
                      {"assets", KIOSK_SOURCE_DIR "/assets"},
                      {"state", "state"},
                      {"trust", "trust"},
                      {"board", {{"widthPx", 1080}, {"heightPx", 1920}, {"pixelsPerMm", 4.0}}},
                      {"cardReader", {{"module", "none"}}},
                      {"printer", {{"module", "none"}}},
                      {"camera", {{"module", "none"}}},
                      {"auxiliaries", {{"module", "serial-board"}, {"at", board.path()}}},
                      {"regions", json::array({{{"code", "990000"},
                                                {"name", "云州市"},
                                                {"url", "https://localhost:1"},
                                                {"caFile", "ca.pem"},
                                                {"certFile", "kiosk.pem"},
                                                {"keyFile", "kiosk.key"},
                                                {"envelopeKeyFile", "envelope.pem"}}})}};
    REQUIRE(writeFile(file, bytesOf(config.dump())));
    const std::string path = file.string();
    const std::vector<std::string_view> words{"--config", path, "--json"};
    const auto output = tests::catchOutput([&] { return statusCommands().front().run(words); });
    CHECK(output.exitCode == kExitCannot); // of the other parts
    const json told = json::parse(output.out);
    for (const json& part : told["parts"])
        if (part["part"] == "auxiliaries")
            return part;
    return {};
}

} // namespace

TEST_CASE("D11 kioskctl status tells how the cabinet stands, and who must act") {
    tests::PtyBoard board;
    json cabinet = statusOfCabinet(board);
    CHECK(cabinet["works"] == true);
    CHECK(cabinet["detail"].get<std::string>().ends_with("door closed, tamper off, power mains"));

    board.become({.door = drivers::CabinetDoor::open});
    cabinet = statusOfCabinet(board);
    CHECK(cabinet["works"] == false);
    CHECK(cabinet["code"] == "cabinet.opened");
    CHECK(cabinet["remedy"] == "technician");
    CHECK(cabinet["detail"] == "door open, tamper off, power mains");
}

TEST_CASE("D11 kioskctl status tells a cabinet that does not answer") {
    tests::PtyBoard board;
    board.setFaults({.mute = true});
    const json cabinet = statusOfCabinet(board);
    CHECK(cabinet["works"] == false);
    CHECK(cabinet["code"] == "auxiliaries.silent");
}

} // namespace kiosk::app
