// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/app/audit_record.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/app/technician/service_socket.h"
#include "firmware/base/files.h"
#include "tests/support/caught_output.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

const WallTime kNoon = WallTime(std::chrono::seconds(1'795'780'800));

/// A kiosk's state folder with seven records.
struct Site {
    tests::TemporaryFolder folder;
    std::filesystem::path state = folder.path();
    std::filesystem::path lines = state / "audit" / "0000000001.jsonl";
    std::string copy = folder.path() / "copy.jsonl";

    Site() {
        const audit::Record record = openRecord(state, std::make_shared<KeyNote>()).value();
        for (int pages = 1; pages <= 7; ++pages)
            REQUIRE(record.append(audit::entry<"copy.printed">("990000", pages), kNoon));
    }
    std::string key() const {
        return handout::DeviceKey::open(state / handout::kKeyFileName).value().fingerprint();
    }
    std::string text() const { return toText(readFile(lines).value()); }
    void put(const std::string& text) const { REQUIRE(writeFile(lines, bytesOf(text))); }
    /// Without the record of so many pages.
    void deleteRecord(int pages) const {
        std::string all = text();
        const auto at = all.find("\"pages\":" + std::to_string(pages));
        const auto begin = all.rfind('\n', at) + 1;
        put(all.erase(begin, all.find('\n', at) + 1 - begin));
    }
    std::string ofState() const { return "--state=" + state.string(); }
};

tests::CaughtOutput run(std::string_view words, std::vector<std::string> more) {
    const auto commands = words.starts_with("key") ? keyCommands() : auditCommands();
    const auto command = std::ranges::find(commands, words, &Command::words);
    REQUIRE(command != commands.end());
    const std::vector<std::string_view> given(more.begin(), more.end());
    return tests::catchOutput([&] { return command->run(given); });
}

bool says(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

} // namespace

TEST_CASE("S2 audit verify says that a record is whole, how much there is and where it ends") {
    const Site site;
    const auto told = run("audit verify", {site.ofState()});
    CHECK(told.exitCode == kExitDone);
    CHECK(says(told.out, "whole       every record"));
    CHECK(says(told.out, "records     7\n"));
    CHECK(says(told.out, "first       1  2026-11-27T12:00:00Z"));
    CHECK(says(told.out, "last        7  2026-11-27T12:00:00Z"));
    CHECK(says(told.out, site.key()));
    const json is = json::parse(run("audit verify", {site.ofState(), "--json"}).out);
    CHECK(is["whole"] == true);
    CHECK(is["code"].is_null());
    CHECK(is["count"] == 7);
    CHECK(is["unfinished"] == false);
    CHECK(says(told.out, "7:" + is["digest"].get<std::string>()));
}

TEST_CASE("S2 over key new a record is whole by the old key's name and the new one's") {
    const Site site;
    const std::string old = site.key();
    const auto told = run("key new", {site.ofState()});
    CHECK(told.exitCode == kExitDone);
    CHECK(says(told.out, "old key     " + old));
    CHECK(says(told.out, "new key     " + site.key()));
    CHECK(says(told.out, "Give the new key's name to whoever supervises"));
    CHECK(site.key() != old);
    REQUIRE(run("audit copy", {site.ofState(), site.copy}).exitCode == kExitDone);
    for (const std::string& key : {old, site.key()}) {
        const auto judged = run("audit verify", {"--key", key, site.copy});
        CAPTURE(key, judged.out);
        CHECK(judged.exitCode == kExitDone);
        CHECK(says(judged.out, "records     9\n"));
        CHECK(says(judged.out, "key now") == (key == old));
    }
    const json is = json::parse(run("audit verify", {"--key", old, site.copy, "--json"}).out);
    CHECK(is["key"] == old);
    CHECK(is["keyNow"] == site.key());
    const json change = json::parse(run("key new", {site.ofState(), "--json"}).out);
    CHECK(change["before"] == is["keyNow"]);
    CHECK(change["place"] == "file");
    CHECK(change["onRecord"] == true);
}

TEST_CASE("S2 a kiosk that runs keeps its key: it would go on with it") {
    const Site site;
    const std::string old = site.key();
    const auto kiosk = ServiceSocket::open(site.state / kServiceSocketName, [](std::string_view) {
        return std::string(R"({"serving": false})");
    });
    REQUIRE(kiosk);
    const auto told = run("key new", {site.ofState()});
    CHECK(told.exitCode == kExitCannot);
    CHECK(says(told.err, "service.kiosk-runs"));
    CHECK(site.key() == old);
}

TEST_CASE("S2 audit verify names the first gap, its code and who must act") {
    const Site site;
    site.deleteRecord(5);
    const auto told = run("audit verify", {site.ofState()});
    CHECK(told.exitCode == kExitNotValid);
    CHECK(says(told.out, "not whole   audit.deleted"));
    CHECK(says(told.out, "record 5: not there"));
    CHECK(says(told.out, "who acts    technician"));
    const json is = json::parse(run("audit verify", {site.ofState(), "--json"}).out);
    CHECK(is["whole"] == false);
    CHECK(is["code"] == "audit.deleted");
    CHECK(is["from"] == 5);
    CHECK(is["through"] == 5);
}

TEST_CASE("S2 a copy is judged elsewhere with the kiosk's key alone") {
    const Site site;
    REQUIRE(run("audit copy", {site.ofState(), site.copy}).exitCode == kExitDone);
    CHECK(run("audit verify", {"--key", site.key(), site.copy}).exitCode == kExitDone);
    const auto other = run("audit verify", {"--key", "0BAD-0BAD-0BAD-0BAD-0BAD", site.copy});
    CHECK(other.exitCode == kExitNotValid);
    CHECK(says(other.out, "audit.other-key"));
    // Somebody writes it anew under a key of their own.
    const Site stranger;
    REQUIRE(run("audit copy", {stranger.ofState(), stranger.copy}).exitCode == kExitDone);
    const auto forged = run("audit verify", {"--key", site.key(), stranger.copy});
    CHECK(forged.exitCode == kExitNotValid);
    CHECK(says(forged.out, "audit.other-key"));
    // One digit.
    std::string copy = toText(readFile(site.copy).value());
    copy[copy.find("\"pages\":3") + 8] = '8';
    REQUIRE(writeFile(site.copy, bytesOf(copy)));
    const auto altered = run("audit verify", {"--key", site.key(), site.copy});
    CHECK(altered.exitCode == kExitNotValid);
    CHECK(says(altered.out, "audit.altered"));
    CHECK(says(altered.out, "record 3"));
}

TEST_CASE("S2 a record that was put back is found by where it was known to end") {
    const Site site;
    const json before = json::parse(run("audit verify", {site.ofState(), "--json"}).out);
    const std::string head = "7:" + before["digest"].get<std::string>();
    CHECK(run("audit verify", {site.ofState(), "--head", head}).exitCode == kExitDone);
    const std::string wrong = "7:" + std::string(64, 'a');
    const auto replaced = run("audit verify", {site.ofState(), "--head", wrong});
    CHECK(replaced.exitCode == kExitNotValid);
    CHECK(says(replaced.out, "audit.replaced"));
    const std::string later = "9:" + std::string(64, 'a');
    CHECK(says(run("audit verify", {site.ofState(), "--head", later}).out, "audit.cut-off"));
}

TEST_CASE("S2 audit show lists what the kiosk signed, and nothing else") {
    const Site site;
    const auto all = run("audit show", {site.ofState()});
    CHECK(all.exitCode == kExitDone);
    CHECK(std::ranges::count(all.out, '\n') == 7);
    CHECK(says(all.out,
               "       3  2026-11-27T12:00:00Z  kiosk     copy.printed  pages=3  region=990000"));
    CHECK(std::ranges::count(run("audit show", {site.ofState(), "--last", "2"}).out, '\n') == 2);
    site.put(site.text() + "{\"number\":8,\"event\":\"\033[2Jsomebody's word\"}\n");
    const auto spoilt = run("audit show", {site.ofState()});
    CHECK(spoilt.exitCode == kExitNotValid);
    CHECK(std::ranges::count(spoilt.out, '\n') == 7);
    CHECK_FALSE(says(spoilt.out, "somebody"));
    CHECK(says(spoilt.err, "audit.altered"));
    const json told = json::parse(run("audit show", {site.ofState(), "--json"}).out);
    CHECK(told["records"].size() == 7);
    CHECK(told["judgement"]["code"] == "audit.altered");
}

TEST_CASE("S2 audit commands say what they lack") {
    const Site site;
    CHECK(says(run("audit verify", {}).err, "usage.audit-what"));
    CHECK(says(run("audit verify", {site.ofState(), "copy"}).err, "usage.audit-what"));
    CHECK(says(run("audit verify", {site.lines.string()}).err, "--key"));
    CHECK(says(run("audit verify", {site.ofState(), "--head", "7"}).err, "usage.audit-head"));
    CHECK(says(run("audit show", {site.ofState(), "--last", "no"}).err, "usage.not-a-number"));
    const auto none = run("audit verify", {"--state", (site.state / "audit").string()});
    CHECK(none.exitCode == kExitCannot);
    CHECK(says(none.err, "audit.none"));
}

TEST_CASE("S2 kioskctl adds to the kiosk's record, where there is one") {
    const Site site;
    recordFromCommand(site.state, audit::entry<"update.installed">(std::string("0.2.0"), true));
    const json told =
        json::parse(run("audit show", {site.ofState(), "--last", "1", "--json"}).out)["records"][0];
    CHECK(told["by"] == "kioskctl");
    CHECK(told["event"] == "update.installed");
    CHECK(told["is"] == json{{"version", "0.2.0"}, {"older", true}});
    CHECK(run("audit verify", {site.ofState()}).exitCode == kExitDone);
    const tests::TemporaryFolder empty;
    recordFromCommand(empty.path(), audit::entry<"stick.exported">());
    CHECK(std::filesystem::is_empty(empty.path()));
}

} // namespace kiosk::app
