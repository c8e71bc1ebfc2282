// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sched.h>
#include <sys/wait.h>

#include "firmware/app/kioskctl/command.h"
#include "firmware/app/kioskctl/net_check.h"
#include "firmware/base/iso_time.h"
#include "tests/sandbox/sandbox.h"
#include "tests/sandbox/seed/seed.h"
#include "tests/support/canned_platform.h"
#include "tests/support/caught_output.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/app/kioskctl/sample_config.h"

namespace kiosk::app {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using sandbox::PlatformFault;
using sandbox::TlsOffice;
using sandbox::TlsUse;
using tests::CannedPlatform;

/// The sandbox's first region, made once: making its keys takes longest.
struct Region {
    tests::TemporaryFolder folder;
    SystemClock clock;
    SeededRandom random{17};
    std::unique_ptr<sandbox::Sandbox> sandbox =
        sandbox::Sandbox::open({.state = folder.path()}, clock, random).value();
    sandbox::RegionServer& server = *sandbox->server(sandbox::kYunzhou);
};

Region& region() {
    static Region instance;
    return instance;
}

/// "Date: …", that many seconds from now.
std::string dated(std::chrono::seconds off) {
    const std::time_t at = std::time(nullptr) + off.count();
    std::tm parts{};
    std::array<char, 64> text{};
    std::strftime(text.data(), text.size(), "Date: %a, %d %b %Y %H:%M:%S GMT\r\n",
                  ::gmtime_r(&at, &parts));
    return text.data();
}

std::string answerOf(int status, const std::string& heads = dated(0s)) {
    return "HTTP/1.1 " + std::to_string(status) + " X\r\n" + heads +
           "Content-Length: 0\r\nConnection: close\r\n\r\n";
}

/// A kiosk of one region, as it is configured: with the sandbox's files, wherever its URL leads.
struct Kiosk {
    tests::TemporaryFolder folder;
    authority::JsonAuthorityOptions options = region().sandbox->clientOptions(region().server);
    json entry{{"code", "990000"},
               {"name", "云州市"},
               {"url", options.url},
               {"caFile", options.caFile.string()},
               {"certFile", options.certFile.string()},
               {"keyFile", options.keyFile.string()},
               {"envelopeKeyFile", options.envelopeKeyFile.string()}};

    ~Kiosk() { static_cast<void>(region().server.setFault(PlatformFault::none, {})); }

    std::string file() const {
        json config = sampleConfig();
        config["regions"] = json::array({entry});
        const std::string path = folder.path() / "kiosk.json";
        REQUIRE(writeFile(path, bytesOf(config.dump())));
        return path;
    }
    tests::CaughtOutput check(bool isJson) const {
        const std::string path = file();
        std::vector<std::string_view> words{"--config", path};
        if (isJson)
            words.emplace_back("--json");
        return tests::catchOutput([&] { return netCommands().front().run(words); });
    }
    /// "tls tls.expired supplier", by both outputs alike; "" where nothing is broken. All layers
    /// before hold, and none after but the time is claimed to.
    std::string broken() const {
        const auto caught = check(true);
        const json told = json::parse(caught.out);
        const json& broken = told["broken"];
        CHECK(caught.exitCode == (broken.is_null() ? kExitDone : kExitNotValid));
        if (broken.is_null())
            return "";
        const std::string layer = broken["layer"];
        const std::string code = broken["why"]["code"];
        CHECK(check(false).out.find("\nFirst broken: 990000 " + layer + ", " + code) !=
              std::string::npos);
        bool isBefore = true;
        for (const json& seen : told["layers"]) {
            CAPTURE(seen.dump());
            if (seen["layer"] == layer)
                isBefore = false;
            else if (isBefore && seen.contains("region"))
                CHECK(seen["holds"] == true);
            else if (!isBefore && seen["layer"] != "time")
                CHECK(seen["holds"].is_null());
        }
        return layer + " " + code + " " + broken["why"]["remedy"].get<std::string>();
    }
    std::string brokenAt(const std::string& url) {
        entry["url"] = url;
        return broken();
    }
};

/// Shows the certificate that this office made for "platform" at that time.
CannedPlatform platform(const std::filesystem::path& office, WallTime made, std::string answer) {
    const auto tls = TlsOffice::open(office, made).value();
    const auto own = tls.identity("made-" + isoTime(made), TlsUse::server).value();
    return CannedPlatform(
        {.certFile = own.certFile, .keyFile = own.keyFile, .answer = std::move(answer)});
}

/// The office whose certificates the kiosk believes.
std::filesystem::path trusted() {
    return region().sandbox->clientOptions(region().server).caFile.parent_path();
}

const WallTime kNow = SystemClock().wall();

} // namespace

TEST_CASE("G8 where every layer holds net check says so, and how far the clocks are apart") {
    const Kiosk kiosk;
    CHECK(kiosk.broken() == "");
    const json told = json::parse(kiosk.check(true).out);
    REQUIRE(told["layers"].size() == 8);
    for (const json& layer : told["layers"])
        CHECK(layer["holds"] == true);
    CHECK(told["layers"][7]["detail"].get<std::string>().find(" s ") != std::string::npos);
    const auto text = kiosk.check(false);
    CHECK(text.out.find("990000   service  holds") != std::string::npos);
    CHECK(text.out.find('\x1b') == std::string::npos); // no terminal, no colours
    CHECK(text.out.ends_with("\nNothing is broken.\n"));
}

TEST_CASE("G8 net check names a name that cannot be looked up") {
    Kiosk kiosk;
    CHECK(kiosk.brokenAt("https://platform.invalid:8443") == "name network.no-name configuration");
}

TEST_CASE("G8 net check names a port that refuses and one that speaks no TLS") {
    Kiosk kiosk;
    REQUIRE(region().server.setFault(PlatformFault::down, {}));
    CHECK(kiosk.broken() == "tcp network.port-refused supplier");
    REQUIRE(region().server.setFault(PlatformFault::none, {}));
    const CannedPlatform plain({.answer = answerOf(400), .manner = CannedPlatform::Manner::plain});
    CHECK(kiosk.brokenAt(plain.url()) == "tls tls.no-handshake supplier");
}

TEST_CASE("G8 net check names what is wrong with a platform's certificate") {
    Kiosk kiosk;
    REQUIRE(region().server.setFault(PlatformFault::wrongCertificate, {}));
    CHECK(kiosk.broken() == "tls tls.unknown-issuer configuration");
    REQUIRE(region().server.setFault(PlatformFault::none, {}));

    const auto expired = platform(trusted(), kNow - 24h * 4000, answerOf(200));
    CHECK(kiosk.brokenAt(expired.url()) == "tls tls.expired supplier");
    const auto early = platform(trusted(), kNow + 24h * 30, answerOf(200));
    CHECK(kiosk.brokenAt(early.url()) == "tls tls.not-yet-valid technician");
    const auto other = platform(trusted(), kNow, answerOf(200));
    CHECK(kiosk.brokenAt(other.url("127.0.0.2")) == "tls tls.other-name configuration");
}

TEST_CASE("G8 net check names this kiosk's own certificate, unreadable or not taken") {
    Kiosk kiosk;
    kiosk.entry["keyFile"] = "nowhere.key";
    CHECK(kiosk.broken() == "tls tls.own-files configuration");
    const auto stranger = TlsOffice::open(kiosk.folder.path() / "stranger", kNow).value();
    const auto own = stranger.identity("stranger", TlsUse::client).value();
    kiosk.entry["certFile"] = own.certFile.string();
    kiosk.entry["keyFile"] = own.keyFile.string();
    CHECK(kiosk.broken() == "tls tls.no-handshake supplier");
}

TEST_CASE("G8 net check names a service that is down, and tells its clock nevertheless") {
    Kiosk kiosk;
    REQUIRE(region().server.setFault(PlatformFault::outOfService, {}));
    CHECK(kiosk.broken() == "service authority.out-of-service wait");
    REQUIRE(region().server.setFault(PlatformFault::none, {}));
    const auto failing = platform(trusted(), kNow, answerOf(500));
    CHECK(kiosk.brokenAt(failing.url()) == "service authority.out-of-service wait");
    CHECK(json::parse(kiosk.check(true).out)["layers"][7]["holds"] == true);
    const auto silent = platform(trusted(), kNow, answerOf(500, ""));
    kiosk.entry["url"] = silent.url();
    CHECK(json::parse(kiosk.check(true).out)["layers"][7]["holds"].is_null());
}

TEST_CASE("G8 net check names a clock that is an hour off, either way") {
    Kiosk kiosk;
    for (const auto& [off, code] : std::map<std::chrono::seconds, std::string>{
             {-3600s, "clock.ahead"}, {3600s, "clock.behind"}, {-60s, ""}}) {
        const auto shifted = platform(trusted(), kNow, answerOf(500, dated(off)));
        kiosk.entry["url"] = shifted.url();
        const json told = json::parse(kiosk.check(true).out)["layers"][7];
        CAPTURE(told.dump());
        CHECK(told["holds"] == code.empty());
        if (!code.empty()) {
            CHECK(told["why"]["code"] == code);
            CHECK(told["why"]["remedy"] == "technician");
        }
    }
}

TEST_CASE("G8 net check names a platform that no way leads to") {
    // In a network of its own that has nothing but a loopback that is down.
    Kiosk kiosk;
    kiosk.entry["url"] = "https://192.0.2.1:8443";
    const std::string file = kiosk.file();
    const pid_t child = ::fork();
    if (child == 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
            ::_exit(77);
        const auto layers = checkNetwork(loadConfig(file).value(), "/", SystemClock());
        const auto code = [&layers](std::size_t at) {
            return layers[at].fault ? layers[at].fault->code() : "";
        };
        ::_exit(code(3) == "network.no-route" && !layers[4].holds ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    if (WEXITSTATUS(status) == 77)
        WARN("this machine lends no network of one's own");
    else
        CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("G8 net check names a missing link, then a missing address") {
    Kiosk kiosk;
    kiosk.entry["url"] = "https://platform.invalid:8443";
    const Config config = loadConfig(kiosk.file()).value();
    const std::filesystem::path root = kiosk.folder.path() / "root";
    const auto put = [&root](const std::string& file, const std::string& content) {
        std::filesystem::create_directories((root / file).parent_path());
        REQUIRE(writeFile(root / file, bytesOf(content)));
    };
    const auto first = [&] {
        return firstBroken(checkNetwork(config, root, SystemClock()))->fault;
    };
    put("sys/class/net/eth0/carrier", "0\n");
    put("proc/net/route", "Iface\tDestination\n");
    put("proc/net/if_inet6", "");
    CHECK(first()->code() == "network.no-link");
    CHECK(first()->remedy() == Remedy::attendant);
    put("sys/class/net/eth0/carrier", "1\n");
    CHECK(first()->code() == "network.no-address");
    CHECK(first()->remedy() == Remedy::configuration);
    put("proc/net/route", "Iface\tDestination\neth0\t00000000\n");
    CHECK(first()->code() == "network.no-name");
    const Config reachable = [] {
        const Kiosk other;
        return loadConfig(other.file()).value();
    }();
    put("sys/class/net/eth0/carrier", "0\n");
    CHECK(firstBroken(checkNetwork(reachable, root, SystemClock())) == nullptr);
}

} // namespace kiosk::app
