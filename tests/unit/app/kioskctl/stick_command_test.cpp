// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zip.h>

#include "firmware/app/kioskctl/command.h"
#include "firmware/base/files.h"
#include "firmware/stick/asking.h"
#include "tests/support/caught_output.h"
#include "tests/unit/app/kioskctl/sample_config.h"
#include "tests/unit/app/kioskctl/sample_journal.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

struct StickAtKiosk {
    tests::TemporaryFolder folder;
    std::string config = folder.path() / "kiosk.json";
    std::string stick = folder.path() / "stick.img";

    explicit StickAtKiosk(const std::string& size = "8M") {
        std::filesystem::create_directories(folder.path() / "state");
        REQUIRE(writeFile(config, bytesOf(sampleConfig().dump())));
        shell("truncate -s " + size + " " + stick + " && mkfs.fat " + stick);
    }
    static void shell(const std::string& command) {
        INFO(command);
        REQUIRE(std::system(("(" + command + ") >/dev/null 2>&1").c_str()) == 0);
    }
    tests::CaughtOutput run(std::string_view words, std::vector<std::string_view> rest) const {
        const auto commands = stickCommands();
        const auto named = std::ranges::find(commands, words, &Command::words);
        REQUIRE(named != commands.end());
        rest.insert(rest.end(), {"--node", stick});
        return tests::catchOutput([&] { return named->run(rest); });
    }
    tests::CaughtOutput exported(std::vector<std::string_view> more = {}) const {
        more.insert(more.end(), {"--config", config, "--journal", "/nowhere"});
        return run("stick export", more);
    }
    /// The names in the archive, as another computer unpacks it.
    std::vector<std::string> unpacked(const std::string& name) const {
        const std::string file = folder.path() / "taken.zip";
        shell("MTOOLS_SKIP_CHECK=1 mcopy -n -i " + stick + " ::/" + name + " " + file);
        zip_t* archive = zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
        REQUIRE(archive != nullptr);
        const zip_int64_t count = zip_get_num_entries(archive, 0);
        std::vector<std::string> names;
        names.reserve(static_cast<std::size_t>(count));
        for (zip_int64_t i = 0; i < count; ++i)
            names.emplace_back(zip_get_name(archive, static_cast<zip_uint64_t>(i), 0));
        zip_discard(archive);
        return names;
    }
};

/// The folder is a disk of two pages from now on, for this process alone, and full; false where the
/// machine lends none.
bool fullDisk(const std::filesystem::path& folder) {
    const std::string user = "0 " + std::to_string(::getuid()) + " 1";
    const std::string group = "0 " + std::to_string(::getgid()) + " 1";
    const auto say = [](const std::filesystem::path& file, const std::string& text) {
        std::ofstream(file) << text;
    };
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return false;
    say("/proc/self/setgroups", "deny");
    say("/proc/self/uid_map", user);
    say("/proc/self/gid_map", group);
    if (::mount("none", folder.c_str(), "tmpfs", 0, "size=8k") != 0)
        return false;
    say(folder / "full", std::string(64U << 10, 'x'));
    return !writeFile(folder / "more", bytesOf("x"));
}

constexpr int kNoDisk = 77;

/// The socket at which the kiosk's wishes wait, as standard input, until this ends.
class WaitingRoom {
public:
    explicit WaitingRoom(const std::filesystem::path& folder) : path_(folder / "wishes") {
        sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
        path_.string().copy(address.sun_path, sizeof address.sun_path - 1);
        const Descriptor listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        constexpr int kMostWaiting = 4;
        REQUIRE(::bind(listener.number(), reinterpret_cast<const sockaddr*>(&address),
                       sizeof address) == 0);
        REQUIRE(::listen(listener.number(), kMostWaiting) == 0);
        REQUIRE(::dup2(listener.number(), STDIN_FILENO) == STDIN_FILENO);
    }
    ~WaitingRoom() { ::dup2(before_.number(), STDIN_FILENO); }
    WaitingRoom(const WaitingRoom&) = delete;
    WaitingRoom& operator=(const WaitingRoom&) = delete;

    stick::Wire wish(const char* what) const {
        auto wire = stick::Wire::to(path_);
        REQUIRE(wire);
        REQUIRE(wire->say({{"wish", what}}));
        return *std::move(wire);
    }

private:
    std::filesystem::path path_;
    Descriptor before_{::dup(STDIN_FILENO)};
};

} // namespace

TEST_CASE("G4 an export needs nothing of the kiosk's own disk: it works on a full one") {
    const StickAtKiosk at;
    const pid_t id = ::fork();
    if (id == 0) {
        if (!fullDisk(at.folder.path() / "state"))
            ::_exit(kNoDisk);
        ::_exit(at.exported().exitCode);
    }
    int status = 0;
    REQUIRE(::waitpid(id, &status, 0) == id);
    if (WEXITSTATUS(status) == kNoDisk)
        WARN("this machine lends no disk of its own");
    else
        CHECK(WEXITSTATUS(status) == kExitDone);
}

TEST_CASE("G4 a script exports everything or the errors alone, and hears that it may be removed") {
    const StickAtKiosk at;
    const auto all = at.exported({"--json"});
    INFO(all.err);
    REQUIRE(all.exitCode == kExitDone);
    const json told = json::parse(all.out);
    CHECK(told["safeToRemove"] == true);
    CHECK(at.unpacked(told["file"]).size() == 8);
    CHECK(all.err.find("comparing 100 %") != std::string::npos);
    std::filesystem::remove(at.folder.path() / "taken.zip");
    const auto errors = at.exported({"--errors-only"});
    REQUIRE(errors.exitCode == kExitDone);
    CHECK(errors.out.find("safe to remove") != std::string::npos);
    CHECK(at.unpacked(errors.out.substr(0, errors.out.find(':'))) ==
          std::vector<std::string>{"errors.json", "endings.json", "manifest.json"});
}

TEST_CASE("G4 a full stick, or none, is told with who must act and is not called safe") {
    const StickAtKiosk at("64k");
    StickAtKiosk::shell("dd if=/dev/zero bs=1k count=60 | MTOOLS_SKIP_CHECK=1 mcopy -i " +
                        at.stick + " - ::/full.bin");
    const auto full = at.exported();
    CHECK(full.exitCode == kExitCannot);
    CHECK(full.err.find("stick.full") != std::string::npos);
    CHECK(full.err.find("bytes are missing (technician") != std::string::npos);
    CHECK(full.out.empty());
    std::filesystem::remove(at.stick);
    CHECK(at.exported().err.find("stick.none") != std::string::npos);
}

TEST_CASE("F5 a stick's bundles are listed; what no board of ours runs is foreign or untrusted") {
    const StickAtKiosk at;
    StickAtKiosk::shell("echo no bundle | MTOOLS_SKIP_CHECK=1 mcopy -i " + at.stick +
                        " - ::/odd.raucb");
    const std::string below = at.folder.path();
    const auto told = at.run("stick look", {"--json", "--below", below});
    INFO(told.err);
    REQUIRE(told.exitCode == kExitDone);
    const json bundles = json::parse(told.out)["bundles"];
    REQUIRE(bundles.size() == 1);
    CHECK(bundles[0]["file"] == "odd.raucb");
    CHECK(bundles[0]["standing"] == "untrusted");
}

TEST_CASE("S1 a wish waits for the one before it, also where that was given up") {
    const StickAtKiosk at;
    const WaitingRoom room(at.folder.path());
    const std::string below = at.folder.path();
    const auto serve = [&] {
        return at.run("stick serve", {"--config", at.config, "--below", below}).exitCode;
    };
    room.wish("history").end();
    stick::Wire next = room.wish("look");
    stick::Wire last = room.wish("history");
    CHECK(serve() == kExitCannot);
    REQUIRE(serve() == kExitDone);
    std::optional<json> told;
    do
        told = next.hear(std::chrono::seconds(1)).value();
    while (told->contains("progress"));
    CHECK(told->contains("done"));
    REQUIRE(serve() == kExitDone);
    CHECK(last.hear(std::chrono::seconds(1)).value().contains("done"));
}

} // namespace kiosk::app
