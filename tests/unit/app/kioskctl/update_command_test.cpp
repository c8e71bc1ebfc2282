// SPDX-License-Identifier: Apache-2.0
#define CATCH_CONFIG_RUNNER
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <random>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/command.h"
#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "firmware/update/slots.h"
#include "tests/support/caught_output.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

/// What makes keys and bundles for real kiosks: board/image.d.
void board(const std::string& command) {
    const std::string script = "set -u; ROOT=" KIOSK_SOURCE_DIR "; COMMAND=board/image; "
                               ". \"$ROOT/board/lib/say.sh\"; . \"$ROOT/board/image.d/keys.sh\"; "
                               ". \"$ROOT/board/image.d/bundle.sh\"; LEFTOVERS=(); ";
    REQUIRE(std::system(("bash -c '" + script + command + "' >/dev/null 2>&1").c_str()) == 0);
}

/// A bundle of what compresses to nothing is none.
Bytes noise(std::size_t size) {
    std::mt19937 random; // always the same
    Bytes bytes(size);
    std::ranges::generate(bytes, [&random] { return static_cast<std::byte>(random()); });
    return bytes;
}

/// A kiosk's system, started from slot a, and those who sign for it and for others.
struct Machine {
    tests::TemporaryFolder folder;
    std::filesystem::path below = folder.path() / "below";
    std::filesystem::path bundles = folder.path() / "bundles";

    Machine() {
        put("usr/lib/os-release", "IMAGE_ID=board-1\nIMAGE_VERSION=0.1-2\n");
        put("proc/cmdline", "ro kiosk.slot=a rauc.slot=a\n");
        std::string loader = "# GRUB Environment Block\norder=a b\na_tries=xx\nb_tries=xxx\n";
        loader.resize(1024, '#');
        put("efi/EFI/kiosk/grubenv", loader);
        std::filesystem::create_directories(below / "data/update");
        std::filesystem::create_directories(bundles);
        board("make_keys " + at("ours"));
        board("make_keys " + at("strangers"));
        std::filesystem::create_directories(below / "etc/rauc");
        std::filesystem::copy(folder.path() / "ours/keyring.pem", below / "etc/rauc/keyring.pem");
        put("etc/rauc/system.conf", settings());
        REQUIRE(writeFile(folder.path() / "root", noise(50000)));
        REQUIRE(writeFile(folder.path() / "boot", noise(5000)));
    }

    std::string at(const std::string& name) const { return (folder.path() / name).string(); }
    void put(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories((below / name).parent_path());
        REQUIRE(writeFile(below / name, bytesOf(text)));
    }

    /// The image's own settings, with what is another's here.
    std::string settings() const {
        std::string text =
            toText(*readFile(KIOSK_SOURCE_DIR "/board/image.d/rootfs/etc/rauc/system.conf"));
        for (const auto& [from, to] : {std::pair{std::string("@BOARD@"), std::string("board-1")},
                                       {"=/etc/rauc/", "=" + below.string() + "/etc/rauc/"},
                                       {"=/data/", "=" + below.string() + "/data/"}})
            text.replace(text.find(from), from.size(), to);
        return text;
    }

    std::string bundle(const std::string& name, const std::string& keys,
                       const std::string& forBoard, const std::string& version) const {
        const std::string file = (bundles / (name + ".raucb")).string();
        board("bundle_of " + folder.path().string() + " " + at(keys) + " " + file + " " + forBoard +
              " " + version + " " + at("root") + " " + at("boot"));
        return file;
    }

    tests::CaughtOutput kioskctl(std::string_view words, std::vector<std::string> rest = {}) const {
        const auto commands = words.starts_with("slot") ? slotCommands() : updateCommands();
        const auto named = std::ranges::find(commands, words, &Command::words);
        REQUIRE(named != commands.end());
        const std::string root = below.string();
        std::vector<std::string_view> all{"--below", root};
        all.insert(all.end(), rest.begin(), rest.end());
        return tests::catchOutput([&] { return named->run(all); });
    }

    json history() const { return json::parse(kioskctl("update history", {"--json"}).out); }
};

bool says(const tests::CaughtOutput& told, std::string_view code) {
    return told.exitCode == kExitCannot && told.err.find(code) != std::string::npos;
}

} // namespace

TEST_CASE("F2 a bundle is judged by who signed it, its board and its version") {
    const Machine machine;
    REQUIRE(machine.kioskctl("slot good").exitCode == kExitDone);
    const auto check = [&machine](const std::string& file, std::vector<std::string> more = {}) {
        more.push_back(file);
        return machine.kioskctl("update check", more);
    };
    const auto newer = check(machine.bundle("newer", "ours", "board-1", "0.1-3"));
    CHECK(newer.exitCode == kExitDone);
    CHECK(newer.out == "0.1-3 for board-1 may follow 0.1-2\n");
    CHECK(says(check(machine.bundle("stranger", "strangers", "board-1", "0.1-3")),
               "update.untrusted"));
    CHECK(says(check(machine.bundle("other", "ours", "board-2", "0.1-3")), "update.other-board"));
    const std::string old = machine.bundle("older", "ours", "board-1", "0.1-1");
    CHECK(says(check(old), "update.older"));
    CHECK(check(old, {"--older"}).exitCode == kExitDone);
    CHECK(says(check(machine.bundle("named", "ours", "board-1", "newest")), "update.untrusted"));
    CHECK(says(check(machine.at("nothing.raucb")), "update.unreadable"));
    REQUIRE(writeFile(machine.bundles / "noise.raucb", bytesOf("noise")));
    CHECK(says(check(machine.bundles / "noise.raucb"), "update.untrusted"));
}

TEST_CASE("F2 a system that was not seen to work yet takes no bundle") {
    const Machine machine;
    const std::string file = machine.bundle("newer", "ours", "board-1", "0.1-3");
    CHECK(machine.kioskctl("slot proven").exitCode == kExitNotValid);
    CHECK(says(machine.kioskctl("update check", {file}), "update.not-proven"));
    REQUIRE(machine.kioskctl("slot good").exitCode == kExitDone);
    CHECK(machine.kioskctl("slot proven").out == "slot a is proven\n");
    CHECK(machine.kioskctl("update check", {file}).exitCode == kExitDone);
}

TEST_CASE("F5 F2 a technician's word lets one older version in, is on record, and is used up") {
    const Machine machine;
    REQUIRE(machine.kioskctl("slot good").exitCode == kExitDone);
    const std::string file = machine.bundle("stick", "ours", "board-1", "0.1-1");
    const std::string word = file + ".older";
    const auto taken = [&](const std::string& version) {
        REQUIRE(writeFile(word, bytesOf(version)));
        machine.bundle("stick", "ours", "board-1", "0.1-1");
        static_cast<void>(machine.kioskctl("update take", {machine.bundles.string()}));
        CHECK_FALSE(std::filesystem::exists(word));
        CHECK_FALSE(std::filesystem::exists(file));
        return machine.history().back();
    };
    const json other = taken("0.1-0"); // the word was for another one
    CHECK(other["code"] == "update.older");
    CHECK(other["older"] == false);
    const json meant = taken("0.1-1"); // nothing writes it here, but it was not its age
    CHECK(meant["code"] != "update.older");
    CHECK(meant["older"] == true);
}

TEST_CASE("F2 F6 what was refused is gone, changed nothing, and is on record") {
    const Machine machine;
    REQUIRE(machine.kioskctl("slot good").exitCode == kExitDone);
    machine.bundle("1-stranger", "strangers", "board-1", "0.1-3");
    machine.bundle("2-other", "ours", "board-2", "0.1-3");
    machine.bundle("3-older", "ours", "board-1", "0.1-1");
    REQUIRE(writeFile(machine.bundles / "kept.txt", bytesOf("no bundle")));
    const auto before = update::readSlots(machine.below / "efi/EFI/kiosk/grubenv");

    const auto told = machine.kioskctl("update take", {machine.bundles.string()});
    CHECK(told.exitCode == kExitCannot);
    CHECK(update::readSlots(machine.below / "efi/EFI/kiosk/grubenv") == before);
    CHECK(std::filesystem::exists(machine.bundles / "kept.txt"));
    CHECK(std::distance(std::filesystem::directory_iterator(machine.bundles), {}) == 1);
    const json events = machine.history();
    REQUIRE(events.size() == 4);
    CHECK(events[0]["what"] == "proven");
    CHECK(events[0]["version"] == "0.1-2");
    for (const auto& [event, code] :
         {std::pair{1, "update.untrusted"}, {2, "update.other-board"}, {3, "update.older"}}) {
        CHECK(events[event]["what"] == "refused");
        CHECK(events[event]["code"] == code);
    }
}

TEST_CASE("F1 a bundle that cannot be written leaves this system first and the other closed") {
    const Machine machine;
    REQUIRE(machine.kioskctl("slot good").exitCode == kExitDone);
    // No RAUC answers on a bus here, as on a kiosk where it died.
    const auto told =
        machine.kioskctl("update install", {machine.bundle("newer", "ours", "board-1", "0.1-3")});
    CHECK(says(told, "update.not-written"));
    const auto slots = update::readSlots(machine.below / "efi/EFI/kiosk/grubenv");
    CHECK(slots->first == update::Slot::a);
    CHECK(slots->tries(update::Slot::b) == 0);
    const json events = machine.history();
    CHECK(events[1]["what"] == "begun");
    CHECK(events[2]["what"] == "refused");
    CHECK(events[2]["code"] == "update.not-written");
}

TEST_CASE("F1 a bundle that a machine died of three times is given up") {
    const Machine machine;
    REQUIRE(machine.kioskctl("slot good").exitCode == kExitDone);
    std::string begun;
    for (int i = 0; i < 3; ++i)
        begun += R"({"at":"2026-11-01T08:30:00Z","what":"begun","version":"0.1-3"})"
                 "\n";
    machine.put("data/update/history", begun);
    CHECK(says(
        machine.kioskctl("update install", {machine.bundle("newer", "ours", "board-1", "0.1-3")}),
        "update.given-up"));
    CHECK(update::readSlots(machine.below / "efi/EFI/kiosk/grubenv")->tries(update::Slot::b) == 3);
}

TEST_CASE("F3 F6 a new system that never worked is on record once the one before runs again") {
    const Machine machine;
    REQUIRE(machine.kioskctl("slot good").exitCode == kExitDone);
    REQUIRE(update::startNext(machine.below / "efi/EFI/kiosk/grubenv", update::Slot::b));
    machine.put("data/update/slots", "[slot.rootfs.0]\nbundle.version=0.1-2\n\n[slot.rootfs.1]\n"
                                     "bundle.version=0.1-3\nstatus=ok\n");
    REQUIRE(machine.kioskctl("slot good").exitCode == kExitDone);
    const json events = machine.history();
    REQUIRE(events.size() == 3);
    CHECK(events[1]["what"] == "failed");
    CHECK(events[1]["version"] == "0.1-3");
    CHECK(events[2]["what"] == "proven");
    REQUIRE(machine.kioskctl("slot good").exitCode == kExitDone); // each time it starts
    CHECK(machine.history().size() == 3);
}

} // namespace kiosk::app

/// Runs the tests, or skips them all, saying why.
int main(int argc, char* argv[]) {
    constexpr int kSkipped = 77;
    for (const char* program : {"/usr/bin/rauc", "/usr/bin/mksquashfs", "/usr/bin/openssl"})
        if (!std::filesystem::exists(program)) {
            std::cout << "skipped: no " << program << " (board/packages/disk.txt)\n";
            return kSkipped;
        }
    return Catch::Session().run(argc, argv);
}
