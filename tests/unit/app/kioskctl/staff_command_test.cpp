// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "firmware/app/kioskctl/command.h"
#include "firmware/base/files.h"
#include "firmware/staff/gate.h"
#include "tests/support/caught_output.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::app {

namespace {

using tests::CaughtOutput;

constexpr auto kCard = "04a1b2c3d4e5f6";

/// A kiosk's configuration and a staff card on its reader, which is a file.
struct Site {
    tests::TemporaryFolder folder;
    std::string config = (folder.path() / "kiosk.json").string();

    Site() {
        std::filesystem::create_directories(folder.path() / "state");
        REQUIRE(writeFile(folder.path() / "usb.json", bytesOf(R"({"devices": []})")));
        REQUIRE(writeFile(config, bytesOf(R"({
            "place": "云州市", "assets": ".", "state": "state", "trust": ".", "usbDevices": "usb.json",
            "board": {"widthPx": 1080, "heightPx": 1920, "pixelsPerMm": 4.0},
            "cardReader": {"module": "sam-usb"}, "printer": {"module": "ipp"},
            "camera": {"module": "v4l2"},
            "staffCards": {"module": "card-file", "at": ")" +
                                          (folder.path() / "card").string() + R"("},
            "staffRegister": "staff.json",
            "regions": [{"code": "990000", "name": "云州市", "url": "https://localhost:8443",
                "caFile": "a", "certFile": "a", "keyFile": "a", "envelopeKeyFile": "a"}]})")));
    }
    void lay(std::string_view card) { REQUIRE(writeFile(folder.path() / "card", bytesOf(card))); }

    CaughtOutput run(std::size_t command, std::vector<std::string> words,
                     const std::string& typed = {}) const {
        words.insert(words.begin(), {"--config", config});
        const std::vector<std::string_view> views(words.begin(), words.end());
        std::array<int, 2> pipe{};
        REQUIRE(::pipe(pipe.data()) == 0);
        REQUIRE(::write(pipe[1], typed.data(), typed.size()) == static_cast<ssize_t>(typed.size()));
        ::close(pipe[1]);
        const int kept = ::dup(STDIN_FILENO);
        ::dup2(pipe[0], STDIN_FILENO);
        std::clearerr(stdin);
        auto output = tests::catchOutput([&] { return staffCommands()[command].run(views); });
        ::dup2(kept, STDIN_FILENO);
        ::close(kept);
        ::close(pipe[0]);
        return output;
    }
    CaughtOutput add(const std::string& role, const std::string& pin) const {
        return run(0, {"--role", role}, pin + "\n");
    }
};

} // namespace

TEST_CASE("S1 kioskctl staff puts a card on the register, lists it by role and takes it off") {
    Site site;
    site.lay(kCard);
    REQUIRE(site.add("technician", "314159").exitCode == kExitDone);
    const SystemClock clock;
    const staff::Gate gate(site.folder.path() / "staff.json", site.folder.path() / "locks", clock);
    const auto card = gate.cardLaid(kCard).value();
    REQUIRE(card);
    CHECK(gate.tryPin(card->mark, staff::Pin("314159")).value().right);

    const auto listed = site.run(2, {"--json"});
    CHECK(listed.out.find(R"("role":"technician")") != std::string::npos);
    CHECK(listed.out.find(kCard) == std::string::npos);
    CHECK(site.run(1, {card->mark.substr(0, 12)}).exitCode == kExitDone);
    CHECK(site.run(2, {}).out == "nobody is on the register\n");
}

TEST_CASE("S1 on a workbench without a reader nobody comes onto the register") {
    Site site;
    site.lay(kCard); // which lies on the kiosk's, and is not asked
    const auto added = site.run(0, {"--role", "technician", "--workbench"}, "314159\n");
    CHECK(added.exitCode == kExitCannot);
    CHECK(added.err.find("reader.gone") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(site.folder.path() / "staff.json"));
}

TEST_CASE("S1 kioskctl staff adds no card that does not lie there, and none with a poor PIN") {
    Site site;
    CHECK(site.add("technician", "314159").err.find("card.none") != std::string::npos);
    site.lay(kCard);
    CHECK(site.add("technician", "123456").err.find("staff.pin-form") != std::string::npos);
    CHECK(site.add("owner", "314159").exitCode == kExitUsage);
    CHECK(site.run(1, {"ffffffffffff"}).err.find("staff.no-such-card") != std::string::npos);
    CHECK(site.run(2, {}).out == "nobody is on the register\n");
}

} // namespace kiosk::app
