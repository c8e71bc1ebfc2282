// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/command.h"
#include "firmware/app/recording.h"
#include "firmware/counters/counter_book.h"
#include "tests/support/caught_output.h"
#include "tests/support/pty_board.h"
#include "tests/support/pty_device.h"
#include "tests/support/receipt_printer_model.h"
#include "tests/unit/app/kioskctl/sample_config.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

/// What `kioskctl status` says of one part of a kiosk whose other parts are all missing. `section`
/// of the configuration chooses it.
json statusOf(const std::string& partName, const std::string& section, const json& choice) {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "kiosk.json";
    json config = sampleConfig();
    config[section] = choice;
    REQUIRE(writeFile(file, bytesOf(config.dump())));
    const std::string path = file.string();
    const std::vector<std::string_view> words{"--config", path, "--json"};
    const auto output = tests::catchOutput([&] { return statusCommands().front().run(words); });
    CHECK(output.exitCode == kExitCannot); // of the other parts
    const json told = json::parse(output.out);
    for (const json& part : told["parts"])
        if (part["part"] == partName)
            return part;
    return {};
}

json statusOfCabinet(const tests::PtyBoard& board) {
    return statusOf("auxiliaries", "auxiliaries",
                    {{"module", "serial-board"}, {"at", board.path()}});
}

/// A receipt printer at a serial line.
struct RollAtLine {
    tests::ReceiptPrinterModel model;
    tests::PtyDevice line{[this](ByteView came) {
        model.receive(came);
        return tests::LineReply{model.send(4096)};
    }};

    json status() const {
        return statusOf("receiptPrinter", "receiptPrinter",
                        {{"module", "escpos-serial"}, {"at", line.path().string()}});
    }
};

} // namespace

TEST_CASE("G7 kioskctl status tells of a recorder, and of none where the build has none") {
    const tests::PtyBoard board;
    const json recorder =
        statusOf("recorder", "auxiliaries", {{"module", "serial-board"}, {"at", board.path()}});
    REQUIRE(recorder.is_null() != hasRecorder());
    if (hasRecorder())
        CHECK(recorder["detail"] == "a development build, not for service; recording: no");
}

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

TEST_CASE("D7 kioskctl status tells what the receipt printer lacks, and who must act") {
    using Fault = tests::ReceiptPrinterModel::Fault;
    RollAtLine roll;
    CHECK(roll.status()["works"] == true);
    roll.model.begin(Fault::paperLow);
    CHECK(roll.status()["detail"].get<std::string>().ends_with("paper low"));
    roll.model.begin(Fault::paperOut);
    json told = roll.status();
    CHECK(told["works"] == false);
    CHECK(told["code"] == "printer.cannot-print");
    CHECK(told["remedy"] == "attendant");
    CHECK(told["detail"] == "paper out");
    roll.model.end(Fault::paperOut);
    roll.model.begin(Fault::coverOpen);
    CHECK(roll.status()["detail"] == "paper low, cover open");
    roll.model.begin(Fault::mute);
    CHECK(roll.status()["code"] == "printer.silent");
}

TEST_CASE("G3 kioskctl status tells the counters of a kiosk that does not run") {
    const tests::TemporaryFolder folder;
    const auto file = (folder.path() / "kiosk.json").string();
    REQUIRE(writeFile(file, bytesOf(sampleConfig().dump())));
    const auto status = [&file](std::vector<std::string_view> words) {
        words.insert(words.begin(), {"--config", file});
        return tests::catchOutput([&] { return statusCommands().front().run(words); }).out;
    };
    std::filesystem::create_directories(folder.path() / "state");
    CHECK(json::parse(status({"--json"}))["counted"]["uses"]["codeScanner"].is_null());
    CHECK(status({}).find("since") == std::string::npos); // nobody has counted
    {
        const auto book =
            counters::CounterBook::open({.file = folder.path() / "state" / counters::kFileName,
                                         .today = [] { return std::chrono::year(2026) / 11 / 2; },
                                         .stirred = [] {}});
        const auto tally = book->tallyOf("codeScanner");
        tally->opened({.module = "hand-scanner"});
        tally->count(drivers::Count::uses, 41);
        REQUIRE(book->keep());
    }
    const json counted = json::parse(status({"--json"}))["counted"];
    CHECK(counted["uses"]["codeScanner"] == 41);
    CHECK(counted["uses"]["camera"].is_null()); // not known, which is not 0
    CHECK(counted["counted_since"]["codeScanner"] == "2026-11-02");
    CHECK(status({}).find("codeScanner      since 2026-11-02, 1 openings, 41 uses, 0 failures\n") !=
          std::string::npos);
}

} // namespace kiosk::app
