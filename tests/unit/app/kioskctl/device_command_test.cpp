// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "drivers/device/slot.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/app/technician/service_desk.h"
#include "firmware/app/technician/service_socket.h"
#include "firmware/base/files.h"
#include "tests/support/caught_output.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/app/kioskctl/sample_config.h"

namespace kiosk::app {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

/// A device that fails at all it is asked to do until it is mended.
class Fragile final : public drivers::Device {
public:
    explicit Fragile(const bool& mended, std::string serial)
        : mended_(mended), serial_(std::move(serial)) {}
    drivers::DeviceIdentity identity() const override {
        return {.module = "fragile", .model = "Fragile", .serial = serial_};
    }
    Result<> reset(std::stop_token) override { return {}; }
    Result<> work(const std::stop_token&) const {
        if (!mended_)
            return fail(ErrorKind::timedOut, "fragile.silent", Remedy::technician);
        return {};
    }

private:
    const bool& mended_;
    std::string serial_;
};

/// A kiosk with one device, and the configuration of it that a technician names.
struct Site {
    tests::TemporaryFolder folder;
    std::string config = (folder.path() / "kiosk.json").string();
    tests::ManualClock clock;
    std::shared_ptr<parts::PartsBook> book =
        parts::PartsBook::open(folder.path() / parts::kPartsFileName).value();
    int strangePages = 0;
    bool mended = false;
    std::string serial = "1";
    drivers::Slot<Fragile> slot{
        [this]() -> Result<std::shared_ptr<Fragile>> {
            auto device = std::make_shared<Fragile>(mended, serial);
            TRY(book->note("cardReader", device->identity(), parts::OtherPart::isKeptOut));
            return device;
        },
        clock};
    std::shared_ptr<ServiceDesk> desk = std::make_shared<ServiceDesk>(
        std::vector<DevicePlace>{
            {"cardReader", [this] { return slot.report(); }, [this] { slot.startAfresh(); }}},
        StrangePages{[this] { return strangePages; }, [this] { strangePages = 0; }}, book, clock);
    std::unique_ptr<ServiceSocket> socket =
        ServiceSocket::open(folder.path() / kServiceSocketName, [desk = desk](std::string_view q) {
            return desk->answer(q);
        }).value();

    Site() {
        json content = sampleConfig();
        content["state"] = ".";
        REQUIRE(writeFile(config, bytesOf(content.dump())));
    }

    std::string use() {
        const auto done = slot.use({}, &Fragile::work);
        return done ? "works" : done.error().code();
    }

    tests::CaughtOutput kioskctl(std::string_view command, std::vector<std::string> rest = {}) {
        const auto known = command == "status" ? statusCommands() : deviceCommands();
        const auto named = std::ranges::find(known, command, &Command::words);
        REQUIRE(named != known.end());
        std::vector<std::string_view> words{"--config", config};
        words.insert(words.end(), rest.begin(), rest.end());
        return tests::catchOutput([&] { return named->run(words); });
    }
};

} // namespace

TEST_CASE("D3 a device left to the technician is tried again at kioskctl's word") {
    Site site;
    for (int fault = 0; fault < 6; ++fault) {
        static_cast<void>(site.use());
        site.clock.advance(30s);
    }
    REQUIRE(site.use() == "device.needs-technician");
    auto told = site.kioskctl("devices", {"--json"});
    CHECK(told.exitCode == kExitCannot);
    const json device = json::parse(told.out)["devices"][0];
    CHECK(device["state"] == "technician");
    CHECK(device["faults"] == 6);
    CHECK(device["lastError"]["code"] == "fragile.silent");
    told = site.kioskctl("devices");
    CHECK(told.out.starts_with("cardReader   technician   Fragile 1, 6 faults, fragile.silent"));

    site.mended = true;
    REQUIRE(site.use() == "device.needs-technician"); // nobody has said so yet
    CHECK(site.kioskctl("devices retry", {"cardReader"}).exitCode == kExitDone);
    CHECK(site.use() == "works");
    told = site.kioskctl("devices");
    CHECK(told.exitCode == kExitDone);
    CHECK(told.out == "cardReader   open         Fragile 1\n");
}

TEST_CASE("D14 kioskctl shows a swapped reader with both identities, and accepts it") {
    Site site;
    site.mended = true;
    REQUIRE(site.use() == "works");
    CHECK(site.kioskctl("parts").exitCode == kExitNotValid); // not on record
    REQUIRE(site.kioskctl("parts accept", {"cardReader"}).exitCode == kExitDone);
    CHECK(site.kioskctl("parts").exitCode == kExitDone);

    site.serial = "2";
    site.mended = false;
    static_cast<void>(site.use()); // pulled
    site.mended = true;
    site.slot.startAfresh(); // the other one plugged in
    CHECK(site.use() == "device.other-part");
    const auto told = site.kioskctl("parts", {"--json"});
    CHECK(told.exitCode == kExitNotValid);
    const json part = json::parse(told.out)[0];
    CHECK(part["state"] == "another part");
    CHECK(part["recorded"]["serial"] == "1");
    CHECK(part["seen"]["serial"] == "2");
    REQUIRE(site.kioskctl("parts accept", {"cardReader"}).exitCode == kExitDone);
    CHECK(site.use() == "works");
    CHECK(site.kioskctl("parts accept", {"printer"}).exitCode == kExitCannot);
}

TEST_CASE("S4 pages past the kiosk are in kioskctl status until a technician accepts them") {
    Site site;
    site.mended = true;
    REQUIRE(site.use() == "works");
    const auto pages = [&site]() -> json {
        const auto told = site.kioskctl("status", {"--json"});
        const json parts = json::parse(told.out)["parts"];
        for (const json& part : parts)
            if (part["part"] == "pages")
                return part;
        return {};
    };
    CHECK(pages().is_null());
    site.strangePages = 2;
    CHECK(pages()["works"] == false);
    CHECK(pages()["code"] == "ledger.strange-pages");
    CHECK(pages()["detail"] == "2 pages that this kiosk did not print");
    CHECK(site.kioskctl("pages accept").exitCode == kExitDone);
    CHECK(pages().is_null());
}

TEST_CASE("D14 kioskctl status asks the running kiosk, and names a part that was swapped") {
    Site site;
    site.mended = true;
    REQUIRE(site.use() == "works");
    const auto status = [&site] {
        return json::parse(site.kioskctl("status", {"--json"}).out)["parts"];
    };
    REQUIRE(status()[0]["part"] == "cardReader");
    CHECK(status()[0]["works"] == true);
    REQUIRE(site.kioskctl("parts accept", {"cardReader"}).exitCode == kExitDone);
    site.serial = "2";
    site.mended = false;
    static_cast<void>(site.use());
    site.slot.startAfresh();
    REQUIRE(site.use() == "device.other-part");
    CHECK(status()[0]["works"] == false);
    CHECK(status()[0]["code"] == "device.other-part");
    CHECK(status()[1]["part"] == "parts");
    CHECK(status()[1]["detail"] == "cardReader");
    CHECK(status()[0]["remedy"] == "technician");
}

TEST_CASE("D3 without a running kiosk kioskctl says so") {
    Site site;
    site.socket.reset();
    CHECK(site.kioskctl("devices").exitCode == kExitCannot);
    CHECK(site.kioskctl("devices retry").exitCode == kExitCannot);
    CHECK(site.kioskctl("parts accept", {"cardReader"}).exitCode == kExitCannot); // none is there
}

} // namespace kiosk::app
