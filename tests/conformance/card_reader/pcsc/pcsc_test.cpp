// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <functional>
#include <thread>

#include <catch2/catch.hpp>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "drivers/card_reader/pcsc/pcsc_card_reader.h"
#include "drivers/card_reader/pcsc/pcsc_link.h"
#include "drivers/card_reader/pcsc/staff_card.h"
#include "tests/conformance/card_reader/pcsc/sample_chip.h"
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"

// The real module with the real service and the virtual reader of vsmartcard, started in a /run of
// this test's own (private_run). The reader looks for cards every 0.4 s.

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::tests;
using namespace std::chrono_literals;

namespace {

bool comes(const std::function<bool()>& happens) {
    for (const auto end = std::chrono::steady_clock::now() + 10s;
         std::chrono::steady_clock::now() < end; std::this_thread::sleep_for(20ms))
        if (happens())
            return true;
    return false;
}

std::uint16_t freePort() {
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{.sin_family = AF_INET, .sin_port = 0, .sin_addr = {}};
    socklen_t size = sizeof address;
    REQUIRE(::bind(probe, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    ::close(probe);
    return ntohs(address.sin_port);
}

/// The service with one virtual reader, and a card to put in.
class Desk {
public:
    Desk() { startService(); }

    /// At a port of its own: the last one is not free at once.
    void startService() {
        const std::uint16_t port = freePort();
        chip_ = std::make_unique<VirtualChip>(port);
        const auto readers = folder_.path() / "readers"; // the service reads each file in it
        std::filesystem::create_directories(readers);
        std::ofstream(readers / "vpcd") << "FRIENDLYNAME \"Virtual PCD\"\n"
                                        << "DEVICENAME /dev/null:" << port << "\n"
                                        << "LIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\n"
                                        << "CHANNELID " << port << "\n";
        service_ = ChildProcess::start({.command = {"pcscd", "-f", "-c", readers},
                                        .environment = {},
                                        .log = folder_.path() / "log"})
                       .value();
        REQUIRE(comes([this] { return open().has_value(); }));
    }
    void endService() { service_.end(); }

    Result<> open() {
        reader_ = TRY(pcsc::openPcsc("Virtual PCD"));
        return {};
    }
    CardReader& reader() { return *reader_; }

    void putIn(ChipCard card) {
        chip_->putIn(std::move(card));
        REQUIRE(comes([this] { return reader().findCard({}) == true; }));
    }
    /// Until the service has noticed, which it counts: a card put in before that is not seen as
    /// new.
    void pull() {
        chip_->pull();
        const auto link = pcsc::PcscLink::open("Virtual PCD");
        REQUIRE(link);
        REQUIRE(comes([&link] {
            const auto seat = (*link)->look();
            return seat && !seat->present && seat->changes % 2 == 0;
        }));
    }
    VirtualChip& chip() { return *chip_; }

private:
    TemporaryFolder folder_;
    ChildProcess service_;
    std::unique_ptr<VirtualChip> chip_;
    std::unique_ptr<CardReader> reader_;
};

/// One service for all cases: starting it takes a second.
Desk& desk() {
    static Desk one;
    return one;
}

std::string codeOf(const Result<IdCard>& card) {
    return card ? "" : card.error().code();
}

} // namespace

TEST_CASE("D2 a social security card is read whole through PC/SC, in each manner of replying") {
    for (const auto manner :
         {ChipCard::Manner::plain, ChipCard::Manner::splitReplies, ChipCard::Manner::wantsSizes}) {
        ChipCard chip = socialSecurityChip();
        chip.manner = manner;
        desk().putIn(std::move(chip));
        CHECK(desk().reader().readCard({}) == socialSecurityCard());
        CHECK(desk().reader().cardStillThere({}) == true);
        CHECK(desk().reader().findCard({}) == false);
        desk().pull();
        CHECK(desk().reader().cardStillThere({}) == false);
    }
}

TEST_CASE("R1 a chip card pulled at any command is gone, and no field of it is told") {
    desk().putIn(socialSecurityChip());
    REQUIRE(desk().reader().readCard({}));
    const int commands = desk().chip().commands();
    CHECK(commands == 7);
    desk().pull();
    for (int number = 1; number <= commands; ++number) {
        CAPTURE(number);
        desk().putIn(socialSecurityChip());
        desk().chip().pullAtCommand(number);
        const auto card = desk().reader().readCard({});
        REQUIRE_FALSE(card);
        CHECK((card.error().code() == "card.removed" || card.error().code() == "card.read-failed"));
        CHECK(card.error().remedy() == Remedy::citizenAgain);
        desk().pull();
    }
}

TEST_CASE("D4 chip cards that are not for this are told apart") {
    ChipCard locked = socialSecurityChip();
    locked.manner = ChipCard::Manner::locked;
    ChipCard other = socialSecurityChip();
    other.application = toBytes("1PAY.SYS.DDF01");
    ChipCard damaged = socialSecurityChip();
    damaged.files[0xEF06][0].back() = std::byte{'6'};
    ChipCard mute = socialSecurityChip();
    mute.manner = ChipCard::Manner::mute;
    const std::vector<std::pair<ChipCard, std::string>> cards{{locked, "card.refused"},
                                                              {other, "card.wrong-kind"},
                                                              {damaged, "card.damaged"},
                                                              {mute, "card.select-failed"}};
    for (const auto& [chip, code] : cards) {
        desk().putIn(chip);
        CHECK(codeOf(desk().reader().readCard({})) == code);
        CHECK(desk().reader().findCard({}) == false);
        desk().pull();
    }
    desk().putIn(socialSecurityChip());
    CHECK(codeOf(desk().reader().readCard({})) == "");
    desk().pull();
}

TEST_CASE("D2 a staff card tells its number, and another card that it has none") {
    const auto link = pcsc::openChipLink("Virtual PCD");
    REQUIRE(link);
    const auto number = [&link]() -> std::string {
        const auto read = pcsc::readStaffCard(**link);
        return read ? *read : read.error().code();
    };
    CHECK(number() == "card.none");
    for (const std::string card : {"04a2b3c4d5e680", "d41d8cd9"}) {
        desk().putIn({.number = fromHex(card).value()});
        CHECK(number() == card);
        CHECK(number() == card); // nothing holds it
        desk().pull();
    }
    desk().putIn(socialSecurityChip());
    CHECK(number() == "card.wrong-kind");
    desk().pull();
    desk().putIn({.number = fromHex("04a2b3c4d5").value()});
    CHECK(number() == "card.wrong-kind");
    desk().pull();
}

TEST_CASE("D1 a service that ends is a reader gone, and one that comes back reads again") {
    desk().endService();
    CHECK(desk().reader().findCard({}).error().code() == "reader.gone");
    CHECK(desk().open().error().code() == "reader.gone");
    desk().startService();
    desk().putIn(socialSecurityChip());
    CHECK(codeOf(desk().reader().readCard({})) == "");
    desk().pull();
}

TEST_CASE("D1 a PC/SC reader says who it is and ends when it is asked to stop") {
    CHECK(desk().reader().identity().module == "pcsc");
    CHECK(desk().reader().identity().model.find("Virtual PCD") != std::string::npos);
    CHECK_FALSE(desk().reader().capabilities().hasSecurityModule);
    CHECK(pcsc::openPcsc("Another maker").error().code() == "reader.gone");
    std::stop_source stop;
    stop.request_stop();
    CHECK(desk().reader().findCard(stop.get_token()).error().code() == "reader.cancelled");
}
