// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/command.h"
#include "firmware/app/technician/running_software.h"
#include "firmware/app/technician/service_desk.h"
#include "firmware/app/technician/service_socket.h"
#include "firmware/base/files.h"
#include "firmware/seal/digest.h"
#include "tests/support/caught_output.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/app/kioskctl/sample_config.h"

namespace kiosk::app {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

const std::string kChallenge = "5f0e8a52-77c1-4b0e-9a55-1d2c3b4a5968";

std::string sha256(std::string_view text) {
    return toHex(seal::digest(seal::DigestAlgorithm::sha256, bytesOf(text)));
}

/// A kiosk that runs, with programs that are files of ours.
struct Site {
    tests::TemporaryFolder folder;
    tests::ManualClock clock;
    std::string config = path("kiosk.json");
    SoftwarePlaces places{
        .programs = {{"kiosk", path("kiosk")}, {"kiosk-reader", path("kiosk-reader")}},
        .commandLine = {path("none"), path("cmdline")}};
    LoadedSettings loaded{.configuration = "c0", .regions = "", .trustList = "3F7A-09C2"};
    std::shared_ptr<ServiceDesk> desk = std::make_shared<ServiceDesk>(
        std::vector<DevicePlace>{}, StrangePages{[] { return 0; }, [] {}}, nullptr, clock);
    std::unique_ptr<ServiceSocket> socket =
        ServiceSocket::open(folder.path() / kServiceSocketName, [desk = desk](std::string_view q) {
            return desk->answer(q);
        }).value();

    Site() {
        json content = sampleConfig();
        content["state"] = ".";
        put("kiosk.json", content.dump());
        put("kiosk", "a program");
        put("kiosk-reader", "another");
        put("cmdline", "quiet kiosk.slot=b kiosk.roothash=" + std::string(64, 'c') + "\n");
        clock.setWall(SystemClock().wall());
        desk->provesBy([this](const handout::Challenge& challenge) -> Result<std::string> {
            const auto key = TRY(handout::DeviceKey::openOrMake(keyFile()));
            return handout::prove(runningSoftware(places, "1.2.3", loaded), challenge, clock.wall(),
                                  key);
        });
    }
    std::string path(const char* name) const { return (folder.path() / name).string(); }
    std::filesystem::path keyFile() const { return folder.path() / handout::kKeyFileName; }
    void put(const char* name, std::string_view content) const {
        REQUIRE(writeFile(path(name), bytesOf(content)));
    }
    std::string fingerprint() const {
        return handout::DeviceKey::openOrMake(keyFile())->fingerprint();
    }
    tests::CaughtOutput prove(std::vector<std::string> more) const {
        more.insert(more.begin(), {"--config", config});
        return run("prove", more);
    }
    tests::CaughtOutput check(std::string_view answer, const std::string& key,
                              const std::string& challenge,
                              std::vector<std::string> more = {}) const {
        put("answer.json", answer);
        more.insert(more.end(), {"--key", key, "--challenge", challenge, path("answer.json")});
        return run("prove check", more);
    }
    static tests::CaughtOutput run(std::string_view command,
                                   const std::vector<std::string>& given) {
        const auto known = proveCommands();
        const auto named = std::ranges::find(known, command, &Command::words);
        REQUIRE(named != known.end());
        const std::vector<std::string_view> words(given.begin(), given.end());
        return tests::catchOutput([&] { return named->run(words); });
    }
};

std::filesystem::path folderFile(const Site& site, std::size_t number) {
    return std::filesystem::path(site.path("codes")) /
           ("proof-code-" + std::to_string(number) + ".png");
}

} // namespace

TEST_CASE("S3 the running kiosk answers a challenge, and kioskctl proves the answer") {
    const Site site;
    const auto told = site.prove({"--challenge", kChallenge, "--json"});
    REQUIRE(told.exitCode == kExitDone);
    const json proof = json::parse(told.out)["proof"];
    CHECK(proof["programs"] ==
          json{{"kiosk", sha256("a program")}, {"kiosk-reader", sha256("another")}});
    CHECK(proof["system"] == json{{"slot", "b"}, {"rootHash", std::string(64, 'c')}});
    const auto good = site.check(told.out, site.fingerprint(), kChallenge);
    CHECK(good.exitCode == kExitDone);
    CHECK(good.out.starts_with("proven: "));
    CHECK_THAT(good.out, Catch::Contains("kiosk           " + sha256("a program")));
    site.put("key.txt", "key " + site.fingerprint() + "\n"); // as kioskctl readiness ends
    CHECK(site.check(told.out, site.path("key.txt"), kChallenge).exitCode == kExitDone);
    CHECK(json::parse(site.check(told.out, site.fingerprint(), kChallenge, {"--json"}).out) ==
          json{{"verdict", "proven"}, {"key", site.fingerprint()}, {"proof", proof}});
}

TEST_CASE("S3 kioskctl prove check names what is wrong with an answer, each by its own word") {
    Site site;
    const auto wrong = [&site](std::string_view answer, const std::string& key,
                               const std::string& challenge) {
        const auto told = site.check(answer, key, challenge);
        CHECK(told.exitCode == kExitNotValid);
        return told.out.substr(0, told.out.find(':'));
    };
    const std::string answer = site.prove({"--challenge", kChallenge, "--json"}).out;
    CHECK(wrong(answer, site.fingerprint(), std::string(20, 'x')) == "other-challenge");
    CHECK(wrong(answer, "0000-0000-0000-0000-0000", kChallenge) == "other-key");
    json changed = json::parse(answer);
    changed["proof"]["version"] = "9.9.9";
    CHECK(wrong(changed.dump(), site.fingerprint(), kChallenge) == "altered");
    CHECK(wrong("no answer", site.fingerprint(), kChallenge) == "unreadable");
    site.clock.advance(-11min);
    const std::string old = site.prove({"--challenge", kChallenge, "--json"}).out;
    CHECK(wrong(old, site.fingerprint(), kChallenge) == "too-old");
    CHECK(site.check(old, site.fingerprint(), kChallenge, {"--within", "12"}).exitCode ==
          kExitDone);
    site.clock.advance(22min);
    const std::string early = site.prove({"--challenge", kChallenge, "--json"}).out;
    CHECK(wrong(early, site.fingerprint(), kChallenge) == "ahead");
}

TEST_CASE("S3 the digests are those of the files as they are when the kiosk is asked") {
    const Site site;
    const auto programs = [&site] {
        return json::parse(
            site.prove({"--challenge", kChallenge, "--json"}).out)["proof"]["programs"];
    };
    REQUIRE(programs()["kiosk"] == sha256("a program"));
    site.put("kiosk", "a program that somebody exchanged");
    CHECK(programs()["kiosk"] == sha256("a program that somebody exchanged"));
    site.put("kiosk", std::string(200'000, 'x')); // more than is read at once
    CHECK(programs()["kiosk"] == sha256(std::string(200'000, 'x')));
    std::filesystem::remove(site.path("kiosk"));
    CHECK(programs()["kiosk"].is_null());
}

TEST_CASE("S3 a process tells its own file, whatever lies under its name by now") {
    const auto running = runningSoftware(SoftwarePlaces::ofThisProcess(), "1.2.3", {});
    const auto own = readFile("/proc/self/exe", std::size_t{1} << 30);
    REQUIRE(own);
    CHECK(running.programs.at("kiosk") == sha256(toText(*own)));
    CHECK(running.programs.contains("kiosk-reader"));
}

TEST_CASE("S3 what the kernel's command line does not name is not known") {
    Site site;
    for (const std::string_view line :
         {"", "quiet", "kiosk.roothash=short", "xkiosk.roothash=0 kiosk.slot=c"}) {
        site.put("cmdline", line);
        const auto software = runningSoftware(site.places, "1.2.3", site.loaded);
        CHECK(software.rootHash.empty());
        CHECK(software.slot.empty());
    }
    site.put("none", "kiosk.slot=a"); // the first that can be read
    CHECK(runningSoftware(site.places, "1.2.3", site.loaded).slot == "a");
}

TEST_CASE("S3 settings are told as they were taken in, and lists by what they hold") {
    UsableConfig usable;
    usable.texts.config.text = "{}\n";
    verify::TrustList list;
    list.roots = {toBytes("one"), toBytes("two")};
    const LoadedSettings loaded = loadedSettings(usable, list);
    CHECK(loaded.configuration == sha256("{}\n"));
    CHECK(loaded.regions.empty());
    CHECK_FALSE(loaded.isLastGood);
    CHECK(loaded.trustList == list.name());
    std::swap(list.roots[0], list.roots[1]);
    CHECK(trustListDigest(list) == loaded.trustListDigest);
    list.copySigners.push_back({.regionCode = "990000", .certificate = toBytes("three")});
    const std::string more = trustListDigest(list);
    CHECK(more != loaded.trustListDigest);
    list.copySigners.front().regionCode = "980000";
    CHECK(trustListDigest(list) != more);
    usable.texts.regions = JsonText{.name = "", .folder = {}, .text = "[]"};
    usable.wrong = Error(ErrorKind::configuration, "config.syntax", Remedy::configuration);
    CHECK(loadedSettings(usable, list).regions == sha256("[]"));
    CHECK(loadedSettings(usable, list).isLastGood);
}

TEST_CASE("S3 the answer's codes are written as pictures") {
    const Site site;
    const auto told = site.prove({"--challenge", kChallenge, "--json", "--qr", site.path("codes")});
    REQUIRE(told.exitCode == kExitDone);
    const std::size_t codes = json::parse(told.out)["codes"].size();
    for (std::size_t number = 1; number <= codes; ++number)
        CHECK(toText(readFile(folderFile(site, number)).value()).starts_with("\x89PNG"));
    CHECK_FALSE(std::filesystem::exists(folderFile(site, codes + 1)));
}

TEST_CASE("S3 a bad challenge, no key and no kiosk are errors, and no verdict") {
    Site site;
    auto told = site.prove({"--challenge", "short"});
    CHECK(told.exitCode == kExitCannot);
    CHECK_THAT(told.err, Catch::Contains("service.challenge"));
    CHECK(site.check("{}", site.fingerprint(), "short").exitCode == kExitCannot);
    CHECK(site.check("{}", "3F7A", kChallenge).exitCode == kExitCannot);
    site.put("two.txt", "0000-0000-0000-0000-0000 1111-0000-0000-0000-0000");
    told = site.check("{}", site.path("two.txt"), kChallenge);
    CHECK(told.exitCode == kExitCannot);
    CHECK_THAT(told.err, Catch::Contains("usage.no-fingerprint"));
    CHECK(site.check("{}", site.fingerprint(), kChallenge, {"--within", "0"}).exitCode ==
          kExitCannot);
    site.desk->provesBy({}); // a kiosk that cannot say
    CHECK_THAT(site.prove({"--challenge", kChallenge}).err, Catch::Contains("service.question"));
    site.socket.reset();
    CHECK_THAT(site.prove({"--challenge", kChallenge}).err, Catch::Contains("service.no-kiosk"));
}

} // namespace kiosk::app
