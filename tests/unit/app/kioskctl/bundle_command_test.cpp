// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <map>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zip.h>

#include "firmware/app/audit_record.h"
#include "firmware/app/kioskctl/bundle.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/base/files.h"
#include "firmware/base/process/program.h"
#include "firmware/ending/history.h"
#include "firmware/outbox/outbox.h"
#include "firmware/seal/digest.h"
#include "firmware/staff/test_book.h"
#include "tests/support/caught_output.h"
#include "tests/support/fake_ipp_server.h"
#include "tests/unit/app/kioskctl/sample_config.h"
#include "tests/unit/app/kioskctl/sample_journal.h"
#include "tests/unit/health/schema_check.h"

namespace kiosk::app {

namespace {

using nlohmann::json;
using tests::FakeIppReply;

/// An invented person, in the forms in which one comes along.
const std::vector<std::string> kPerson{"张晓样",     "ZHANGXIAOYANG",      "zhang xiaoyang",
                                       "card.zhang", "990101199001010017", "13900000000"};

std::string everyForm() {
    std::string text;
    for (const std::string& form : kPerson)
        text += form + " ";
    return text;
}

/// A printer that calls itself by a person's name.
FakeIppReply named(const std::string& request) {
    FakeIppReply reply(request, 0);
    reply.group(FakeIppReply::Tag::printerGroup)
        .number(FakeIppReply::Tag::enumeration, "printer-state", 5)
        .text(FakeIppReply::Tag::keyword, "printer-make-and-model", kPerson[1])
        .text(FakeIppReply::Tag::keyword, "printer-state-message", everyForm())
        .text(FakeIppReply::Tag::keyword, "printer-state-reasons", "media-empty-error");
    return reply;
}

struct Kiosk {
    tests::TemporaryFolder folder;
    tests::FakeIppServer printer{[](const std::string& request) { return named(request).http(); }};
    std::string file = folder.path() / "kiosk.json";
    std::string journal = folder.path() / "journal";
    std::string target = folder.path() / "kiosk.zip";
    json config = sampleConfig();

    Kiosk() {
        std::filesystem::create_directories(state());
        config["printer"] = {{"module", "ipp"}, {"at", printer.uri()}};
        REQUIRE(writeFile(file, bytesOf(config.dump())));
    }
    std::filesystem::path state() const { return folder.path() / "state"; }
    void put(const std::string& name, const std::string& content) const {
        REQUIRE(writeFile(state() / name, bytesOf(content)));
    }
    tests::CaughtOutput bundle(const std::string& where) const {
        const std::vector<std::string_view> words{"--config", file, "--journal", journal, where};
        return tests::catchOutput([&] { return bundleCommands().front().run(words); });
    }
};

/// What the archive holds, by name; read by libzip, as any program does.
std::map<std::string, std::string> unpacked(const std::string& archive) {
    std::map<std::string, std::string> files;
    zip_t* zip = zip_open(archive.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    REQUIRE(zip != nullptr);
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
        zip_stat_t facts;
        REQUIRE(zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &facts) == 0);
        std::string content(facts.size, '\0');
        zip_file_t* file = zip_fopen_index(zip, static_cast<zip_uint64_t>(i), 0);
        REQUIRE(file != nullptr);
        CHECK(zip_fread(file, content.data(), content.size()) ==
              static_cast<zip_int64_t>(content.size()));
        zip_fclose(file);
        files[facts.name] = content;
    }
    zip_discard(zip);
    return files;
}

int personsIn(const std::string& text) {
    int found = 0;
    for (const std::string& form : kPerson)
        found += text.find(form) != std::string::npos ? 1 : 0;
    return found;
}

/// Wherever the state folder and the log can hold a person.
bool plantPersons(Kiosk& kiosk) {
    kiosk.config["place"] = everyForm();
    kiosk.config["regions"][0]["name"] = kPerson[0];
    REQUIRE(writeFile(kiosk.file, bytesOf(kiosk.config.dump())));
    for (const char* name : {"parts.json", "staff.json", "staff_locks.json", "run", "notes.txt"})
        kiosk.put(name, everyForm());
    kiosk.put(kPerson[1] + ".txt", everyForm());
    kiosk.put("staff_tests.json",
              json{{"printer", {{"passed", true}, {"when", kPerson[3]}, {"role", kPerson[0]}}},
                   {kPerson[1], everyForm()}}
                  .dump());
    kiosk.put("endings.json", json{{"form", 1},
                                   {"endings",
                                    {{{"how", "crashed"},
                                      {"at", "2026-11-26T10:00:00Z"},
                                      {"version", kPerson[3]},
                                      {"place", kPerson[0]},
                                      {"frames", {{{"module", kPerson[1]}}}},
                                      {"events", {{{"code", kPerson[1]}, {"word", kPerson[0]}}}}}}}}
                                  .dump());
    {
        auto outbox = outbox::Outbox::open(kiosk.state() / outbox::kFileName).value();
        const authority::SealedRequest request{.key = kPerson[1], .envelope = toBytes(everyForm())};
        REQUIRE(outbox.accept("990000", request, SystemClock().wall()));
    }
    std::vector<tests::SampleLine> lines;
    for (const std::string& form : kPerson) {
        lines.push_back({"error card: read of " + form + " code=" + form});
        lines.push_back({"error event=printer.strange-pages code=" + form + " pages=" + form});
        lines.push_back({"error " + form + ": " + form + " code=" + form});
        lines.push_back({"info card: " + form});
    }
    return tests::writeJournal(kiosk.journal, lines);
}

/// A disk of two pages, for this process alone; false where the machine lends none.
bool ownDisk(const std::filesystem::path& folder) {
    const std::string user = "0 " + std::to_string(::getuid()) + " 1";
    const std::string group = "0 " + std::to_string(::getgid()) + " 1";
    const auto say = [](const char* file, const std::string& text) { std::ofstream(file) << text; };
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return false;
    say("/proc/self/setgroups", "deny");
    say("/proc/self/uid_map", user);
    say("/proc/self/gid_map", group);
    return ::mount("none", folder.c_str(), "tmpfs", 0, "size=8k") == 0;
}

} // namespace

TEST_CASE("G7 a person planted in state folder, log and device is in no bundle") {
    Kiosk kiosk;
    const bool hasJournal = plantPersons(kiosk);
    const auto output = kiosk.bundle(kiosk.target);
    REQUIRE(output.exitCode == kExitDone);
    CHECK(personsIn(output.out + output.err) == 0);
    CHECK(personsIn(toText(readFile(kiosk.target).value())) == 0);
    for (const auto& [name, content] : unpacked(kiosk.target)) {
        CAPTURE(name);
        CHECK(personsIn(name + content) == 0);
    }
    // And it is not for want of looking.
    CHECK(personsIn(toText(readFile(kiosk.file).value())) == 6);
    if (!hasJournal)
        WARN("this machine has no program that writes journals");
    else {
        const json errors = json::parse(unpacked(kiosk.target)["errors.json"])["errors"];
        REQUIRE(errors.size() == 2);
        CHECK(errors[0]["count"] == 12);
        CHECK(errors[0]["event"].is_null());
        CHECK(errors[1]["count"] == 6);
        CHECK(errors[1]["code"] == "fault.unnamed");
    }
}

TEST_CASE("S2 a bundle holds the record as the kiosk signed it, and whether it is whole") {
    const Kiosk kiosk;
    const audit::Record record = openRecord(kiosk.state(), std::make_shared<KeyNote>()).value();
    for (int pages = 1; pages <= 4; ++pages)
        REQUIRE(record.append(audit::entry<"copy.printed">("990000", pages), SystemClock().wall()));
    REQUIRE(kiosk.bundle(kiosk.target).exitCode == kExitDone);
    auto files = unpacked(kiosk.target);
    const json told = json::parse(files["audit.json"]);
    CHECK(told["whole"] == true);
    CHECK(told["last"] == 4);
    const auto point =
        handout::DeviceKey::open(kiosk.state() / handout::kKeyFileName)->publicPoint();
    CHECK(audit::judge(audit::readCopy(files["audit.jsonl"]), knownOf(point)).isWhole());
    const json facts = json::parse(files["health.json"])["facts"]["record"];
    CHECK(facts["whole"] == true);
    CHECK(facts["last"] == 4);
    CHECK(told["digest"].get<std::string>().starts_with(facts["mark"].get<std::string>()));
    // Somebody writes a person's name into the kiosk's last record.
    const auto lines = kiosk.state() / audit::kFolderName / "0000000001.jsonl";
    std::string text = toText(readFile(lines).value());
    text.insert(text.rfind("990000"), kPerson[1]);
    REQUIRE(writeFile(lines, bytesOf(text)));
    REQUIRE(kiosk.bundle(kiosk.target).exitCode == kExitDone);
    files = unpacked(kiosk.target);
    CHECK(json::parse(files["audit.json"])["code"] == "audit.altered");
    CHECK(json::parse(files["audit.json"])["from"] == 4);
    CHECK(audit::readCopy(files["audit.jsonl"]).lines.size() == 3);
    CHECK(personsIn(files["audit.jsonl"] + files["audit.json"]) == 0);
    CHECK(files["doctor.txt"].find("audit.altered (technician: ") != std::string::npos);
}

TEST_CASE("G5 a bundle tells health, software, errors and tests, each as it is known") {
    const Kiosk kiosk;
    REQUIRE(staff::keepResult(kiosk.state() / staff::kTestsFileName, staff::GuidedTest::printer,
                              {.passed = false, .when = "2026-11-26 18:00", .role = "technician"}));
    using namespace std::chrono_literals;
    REQUIRE(ending::keepEnding(kiosk.state(), {.how = ending::How::frozen,
                                               .run = 4,
                                               .at = SystemClock().wall() - 24h,
                                               .fault = ending::Fault::abrt,
                                               .place = Place::loop,
                                               .frames = {{"libcairo.so.2", 7, 42}},
                                               .events = {{"visit.step", "choose", 1500ms}}}));
    const bool hasJournal = tests::writeJournal(
        kiosk.journal, {{"error cabinet: the auxiliaries do not answer event=cabinet.silent "
                         "code=auxiliaries.silent job=7",
                         0},
                        {"error printer: it counted pages that this kiosk did not print "
                         "event=printer.strange-pages code=ledger.strange-pages pages=2",
                         0},
                        {"error printer: it counted pages that this kiosk did not print "
                         "event=printer.strange-pages code=ledger.strange-pages pages=3 who=me",
                         1},
                        {"error kiosk: none of the list code=printer.gone", 1},
                        {"info speech: ready event=speech.ready", 1}});
    REQUIRE(kiosk.bundle(kiosk.target).exitCode == kExitDone);
    auto files = unpacked(kiosk.target);
    REQUIRE(files.size() == 8);
    CHECK(json::parse(files["audit.json"])["error"]["code"] == "audit.none");
    const json endings = json::parse(files["endings.json"])["endings"];
    REQUIRE(endings.size() == 1);
    CHECK(endings[0]["how"] == "frozen");
    CHECK(endings[0]["frames"][0] == json{{"module", "libcairo.so.2"},
                                          {"build", "0000000000000007"},
                                          {"offset", "000000000000002a"}});
    CHECK(endings[0]["events"][0] ==
          json{{"code", "visit.step"}, {"word", "choose"}, {"msBefore", 1500}});
    CHECK(files["doctor.txt"].find("ending.frozen (supplier: ") != std::string::npos);
    const json schema = json::parse(
        toText(readFile(KIOSK_SOURCE_DIR "/assets/schemas/health.schema.json").value()));
    CHECK(tests::schemaFinding(schema, json::parse(files["health.json"])) == "");
    CHECK(files["doctor.txt"].find("printer.paper-out (attendant: ") != std::string::npos);
    const json tested = json::parse(files["tests.json"]);
    CHECK(tested["printer"] ==
          json{{"passed", false}, {"when", "2026-11-26 18:00"}, {"role", "technician"}});
    CHECK(tested["camera"].is_null());
    const auto digestOf = [](ByteView bytes) {
        return toHex(seal::digest(seal::DigestAlgorithm::sha256, bytes));
    };
    const json software = json::parse(files["software.json"]);
    if (const auto kioskctl = readFile(ownProgram("kioskctl"), std::size_t{1} << 30))
        CHECK(software["sha256"]["kioskctl"] == digestOf(*kioskctl));
    const json manifest = json::parse(files["manifest.json"]);
    for (const auto& [name, content] : files)
        if (name != "manifest.json")
            CHECK(manifest["sha256"][name] == digestOf(bytesOf(content)));
    const json errors = json::parse(files["errors.json"]);
    if (!hasJournal) {
        WARN("this machine has no program that writes journals");
        CHECK(errors["error"]["code"] == "logs.no-journal");
        return;
    }
    REQUIRE(errors["errors"].size() == 3);
    CHECK(errors["errors"][0]["event"].is_null());
    CHECK(errors["errors"][0]["code"].is_null());
    CHECK(errors["errors"][1]["event"] == "cabinet.silent");
    CHECK(errors["errors"][1]["code"] == "auxiliaries.silent");
    CHECK(errors["errors"][2] == json{{"event", "printer.strange-pages"},
                                      {"code", "ledger.strange-pages"},
                                      {"fields", {{"pages", "3"}}},
                                      {"count", 2},
                                      {"first", "2026-11-01T00:00:01Z"},
                                      {"last", "2026-11-01T00:00:02Z"}});
}

TEST_CASE("a bundle of a kiosk that keeps no journal and a spoilt book says so by code") {
    const Kiosk kiosk;
    kiosk.put("staff_tests.json", everyForm());
    REQUIRE(kiosk.bundle(kiosk.target).exitCode == kExitDone);
    auto files = unpacked(kiosk.target);
    CHECK(json::parse(files["errors.json"])["error"]["code"] == "logs.no-journal");
    CHECK(json::parse(files["tests.json"])["error"] ==
          json{{"code", "staff.tests"}, {"remedy", "technician"}});
}

TEST_CASE("the same files give the same archive") {
    const std::vector<BundleFile> files{{"a.json", "{}"}, {"b.txt", std::string(5000, 'b')}};
    const WallTime at = std::chrono::sys_days(std::chrono::year(2026) / 11 / 1);
    const Bytes one = packed(files, at).value();
    CHECK(one == packed(files, at).value());
    CHECK(one.size() < 1000);
}

TEST_CASE("a bundle on a full disk is a clear error; what was there stays, and nothing beside it") {
    const Kiosk kiosk;
    const std::filesystem::path disk = kiosk.folder.path() / "disk";
    std::filesystem::create_directories(disk);
    const pid_t child = ::fork();
    if (child == 0) {
        if (!ownDisk(disk))
            ::_exit(77);
        // One page holds the bundle of yesterday, the other something else.
        const bool laid = writeFile(disk / "kiosk.zip", bytesOf("yesterday")) &&
                          writeFile(disk / "else", Bytes(4096));
        const auto output = kiosk.bundle(disk / "kiosk.zip");
        const bool isClear = output.exitCode == kExitCannot && output.out.empty() &&
                             output.err.starts_with("kioskctl: file.write: kiosk.zip: No space");
        const bool stays = toText(readFile(disk / "kiosk.zip").value_or(Bytes())) == "yesterday";
        const auto count = std::distance(std::filesystem::directory_iterator(disk), {});
        ::_exit((laid ? 0 : 1) | (isClear ? 0 : 2) | (stays ? 0 : 4) | (count == 2 ? 0 : 8));
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    if (WEXITSTATUS(status) == 77)
        WARN("this machine lends no disk of one's own");
    else
        CHECK(WEXITSTATUS(status) == 0);
}

} // namespace kiosk::app
