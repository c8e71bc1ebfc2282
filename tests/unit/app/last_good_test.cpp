// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "firmware/app/last_good.h"
#include "firmware/base/files.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/app/kioskctl/sample_config.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

/// The folder of a kiosk whose configuration somebody edits.
struct Folder {
    tests::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "kiosk.json";
    std::filesystem::path state = folder.path() / "state";

    Folder() {
        std::filesystem::create_directories(state);
        put(sampleConfig().dump(2));
    }
    void put(std::string_view text) const { REQUIRE(writeFile(file, bytesOf(text))); }
    /// As a kiosk that has come up.
    void start() const {
        const auto usable = loadUsableConfig(file);
        REQUIRE(usable);
        REQUIRE_FALSE(usable->wrong);
        REQUIRE(keepAsLastGood(usable->texts, usable->config.state));
    }
    std::string wrongNow() const {
        const auto usable = loadUsableConfig(file);
        if (!usable)
            return "closed: " + usable.error().line();
        return usable->wrong ? usable->config.place + ": " + usable->wrong->line() : "good";
    }
};

std::string with(const std::string& place) {
    json config = sampleConfig();
    config["place"] = place;
    return config.dump(2);
}

} // namespace

TEST_CASE("O3 a typo in a kiosk that was good: the last good configuration serves") {
    const Folder at;
    at.start();
    for (const auto& [text, code] : std::map<std::string, std::string>{
             {"{\n \"state\": \"state\"\n \"place\": 1}", "config.syntax"},
             {"{\"state\": \"state\"}", "config.missing"},
             {R"({"state": "state", "place": "p", "assets": 7})", "config.wrong"}}) {
        at.put(text);
        CAPTURE(text);
        CHECK(at.wrongNow().starts_with("here: "));
        CHECK(at.wrongNow().find(code) != std::string::npos);
        CHECK(at.wrongNow().find("configuration: ") != std::string::npos);
    }
    at.put(with("mended"));
    CHECK(at.wrongNow() == "good");
    CHECK(loadUsableConfig(at.file)->config.place == "mended");
}

TEST_CASE("O3 a list of regions with a typo: the last good one serves with its regions") {
    const Folder at;
    json config = sampleConfig();
    REQUIRE(writeFile(at.folder.path() / "regions.json", bytesOf(config["regions"].dump())));
    config["regions"] = "regions.json";
    at.put(config.dump());
    at.start();
    REQUIRE(writeFile(at.folder.path() / "regions.json", bytesOf("[{]")));
    CHECK(at.wrongNow().find("config.syntax: regions.json") != std::string::npos);
    const auto usable = loadUsableConfig(at.file);
    REQUIRE(usable);
    CHECK(usable->config.regions.front().caFile == at.folder.path() / "ca.pem");
}

TEST_CASE("O3 a kiosk that never was good, or whose record is damaged, says what is wrong") {
    const Folder at;
    const std::string broken = R"({"state": "state",, })";
    at.put(broken);
    CHECK(at.wrongNow().starts_with("closed: config.syntax"));
    at.put(sampleConfig().dump());
    at.start();
    REQUIRE(writeFile(at.state / kLastGoodName, bytesOf("{\"form\": 1")));
    at.put(broken);
    CHECK(at.wrongNow().starts_with("closed: config.syntax"));
    REQUIRE(writeFile(at.state / kLastGoodName, bytesOf("{\"form\": 2}")));
    CHECK(at.wrongNow().starts_with("closed: config.syntax"));
}

TEST_CASE("O3 another file's last good configuration is not this kiosk's") {
    const Folder at;
    at.start();
    const Folder other;
    std::filesystem::copy(at.state / kLastGoodName, other.state / kLastGoodName);
    other.put(R"({"state": "state",, })");
    CHECK(other.wrongNow().starts_with("closed: config.syntax"));
}

TEST_CASE("O3 the last good configuration is its owner's alone, and written when it changes") {
    const Folder at;
    at.start();
    struct stat before{};
    REQUIRE(::stat((at.state / kLastGoodName).c_str(), &before) == 0);
    CHECK((before.st_mode & 0777) == 0600);
    at.start();
    struct stat after{};
    REQUIRE(::stat((at.state / kLastGoodName).c_str(), &after) == 0);
    CHECK(before.st_ino == after.st_ino);
}

TEST_CASE(
    "O3 a power cut while it is kept leaves the one before whole, at whatever byte it comes") {
    const Folder at;
    at.start();
    for (rlim_t bytes = 0; bytes < 600; bytes += 20) {
        const pid_t child = ::fork();
        if (child == 0) { // is killed with the byte after so many
            const rlimit none{0, 0};
            const rlimit most{bytes, bytes};
            ::setrlimit(RLIMIT_CORE, &none);
            ::setrlimit(RLIMIT_FSIZE, &most);
            std::signal(SIGXFSZ, SIG_DFL);
            static_cast<void>(keepAsLastGood(
                {.config = {"kiosk.json", at.folder.path(), with("new")}, .regions = std::nullopt},
                at.state));
            ::_exit(0);
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CAPTURE(bytes);
        REQUIRE(WIFSIGNALED(status));
        at.put(R"({"state": "state",, })");
        CHECK(at.wrongNow().starts_with("here: "));
    }
}

TEST_CASE("O3 a wrong configuration names the line, in either file") {
    const Folder at;
    json config = sampleConfig();
    at.put("{\n // a comment\n \"place\": \"here\",\n \"assets\": \"a\", \"state\": \"s\",\n"
           " \"trust\": \"t\",\n \"board\": {\n  \"widthPx\": \"wide\"}}");
    CHECK(at.wrongNow().find("kiosk.json, line 7") != std::string::npos);
    config["auxilaries"] = {{"module", "gpio"}};
    at.put(config.dump(2));
    CHECK(at.wrongNow().find("config.unknown-key: auxilaries: is auxiliaries meant? "
                             "(kiosk.json, line 3)") != std::string::npos);
    config.erase("auxilaries");
    config["printer"]["att"] = "ipp://x";
    at.put(config.dump(2));
    CHECK(at.wrongNow().find("config.unknown-key: att: is at meant?") != std::string::npos);
    config = sampleConfig();
    config["camera"]["at"] = 5;
    at.put(config.dump(2));
    CHECK(at.wrongNow().find("config.wrong: at: a text is expected") != std::string::npos);
    config = sampleConfig();
    config["regions"] = "regions.json";
    at.put(config.dump(2));
    REQUIRE(writeFile(at.folder.path() / "regions.json",
                      bytesOf("[\n {\"code\": \"990000\",\n  \"name\": 5}]")));
    CHECK(at.wrongNow().find("name: a text is expected (regions.json, line 3)") !=
          std::string::npos);
}

} // namespace kiosk::app
