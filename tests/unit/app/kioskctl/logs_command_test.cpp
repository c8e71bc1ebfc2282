// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/command.h"
#include "firmware/app/kioskctl/journal.h"
#include "firmware/base/events_text.h"
#include "firmware/base/iso_time.h"
#include "tests/support/caught_output.h"
#include "tests/unit/app/kioskctl/sample_journal.h"

namespace kiosk::app {

namespace {

tests::CaughtOutput logs(const std::vector<std::string>& words) {
    const std::vector<std::string_view> views(words.begin(), words.end());
    return tests::catchOutput([&] { return logsCommands().front().run(views); });
}

} // namespace

TEST_CASE("G5 kioskctl logs reads this boot and earlier ones, and errors alone where asked") {
    const tests::TemporaryFolder folder;
    const std::string journal = folder.path() / "journal";
    if (!tests::writeJournal(journal, {{"info kiosk: started", 0},
                                       {"error printer: stuck code=printer.gone", 0},
                                       {"kiosk.service: Main process exited, code=dumped", 0, 3},
                                       {"info kiosk: ready event=kiosk.ready", 1},
                                       {"error reader: silent \x1b[2J", 1},
                                       {"error nginx: not ours", 1, 3, "nginx.service"}})) {
        WARN("this machine has no program that writes journals");
        return;
    }
    const auto now = logs({"--journal", journal});
    CHECK(now.exitCode == kExitDone);
    CHECK(now.out == "-- boot bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb --\n"
                     "2026-11-01T00:00:03Z  info kiosk: ready event=kiosk.ready\n"
                     "2026-11-01T00:00:04Z  error reader: silent ?[2J\n");
    const auto before = logs({"--journal", journal, "--boot", "-1", "--errors"});
    CHECK(before.out == "-- boot aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa --\n"
                        "2026-11-01T00:00:01Z  error printer: stuck code=printer.gone\n"
                        "2026-11-01T00:00:02Z  kiosk.service: Main process exited, code=dumped\n");
    const auto since =
        logs({"--journal", journal, "--boot=all", "--since", "2026-11-01T00:00:02Z", "--json"});
    const auto lines = nlohmann::json::parse(since.out)["lines"];
    REQUIRE(lines.size() == 3);
    CHECK(lines[0]["error"] == true);
    CHECK(lines[0]["event"].is_null()); // systemd's
    CHECK(lines[1]["message"] == "info kiosk: ready event=kiosk.ready");
    CHECK(lines[1]["event"] == "kiosk.ready");
    const auto none = logs({"--journal", journal, "--boot", "-7"});
    CHECK(none.exitCode == kExitCannot);
    CHECK(none.err.starts_with("kioskctl: logs.unreadable: boot -7"));
}

TEST_CASE("G3 kioskctl events writes the list of all that is logged") {
    const auto output = tests::catchOutput([] { return logsCommands().back().run({}); });
    CHECK(output.exitCode == kExitDone);
    CHECK(output.out == events::eventsText());
    CHECK(output.out.find("| `kiosk.ready` | info | done | ready |  |") != std::string::npos);
}

TEST_CASE("G5 where there is no journal kioskctl logs says so, and who can help") {
    const tests::TemporaryFolder folder;
    const auto output = logs({"--journal", folder.path()});
    CHECK(output.exitCode == kExitCannot);
    CHECK(output.out.empty());
    CHECK(output.err.starts_with("kioskctl: logs.no-journal: "));
    CHECK(output.err.find("(technician: ") != std::string::npos);
}

TEST_CASE("kioskctl logs wants a boot and a time that are ones") {
    for (const std::string boot : {"1", "last", "", "--since"})
        CHECK(logs({"--boot", boot}).err.starts_with("kioskctl: usage.boot"));
    CHECK(logs({"--since", "yesterday"}).err.starts_with("kioskctl: usage.not-a-time"));
}

TEST_CASE("what journalctl says is read as far as it is in its form") {
    const auto lines =
        journalLinesIn("{\"__REALTIME_TIMESTAMP\":\"1793491200000000\","
                       "\"MESSAGE\":[101,114,114,111,114,32,255],\"PRIORITY\":\"6\"}\n"
                       "not json\n[]\n{\"MESSAGE\":\"no time\"}\n{\"__REALT");
    REQUIRE(lines.size() == 1);
    CHECK(isoTime(lines[0].at) == "2026-11-01T00:00:00Z");
    CHECK(lines[0].message == "error \xFF");
    CHECK(lines[0].isError);
}

} // namespace kiosk::app
