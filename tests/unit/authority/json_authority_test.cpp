// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include <catch2/catch.hpp>

#include "firmware/authority/json_authority.h"
#include "firmware/verify/copy_verifier.h"
#include "tests/sandbox/sandbox.h"
#include "tests/sandbox/seed/seed.h"
#include "tests/support/egress_door.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::authority {

namespace {

using namespace std::chrono_literals;
using sandbox::PlatformFault;

const Purpose kSchool{"school", "子女入学"};

/// Both regions, made once for all cases: making their keys takes longest.
struct Regions {
    tests::TemporaryFolder folder;
    tests::ManualClock clock;
    SeededRandom random{11};
    std::unique_ptr<sandbox::Sandbox> sandbox =
        sandbox::Sandbox::open({.state = folder.path()}, clock, random).value();
};

Regions& regions() {
    static Regions instance;
    return instance;
}

/// A client of the first region, which is without faults at the end whatever happened.
struct Client {
    sandbox::RegionServer& server = *regions().sandbox->server(sandbox::kYunzhou);
    JsonAuthorityOptions options = regions().sandbox->clientOptions(server);
    std::unique_ptr<Authority> authority = openJsonAuthority(options).value();
    Holder holder = sandbox::people()[2];

    ~Client() {
        server.setLate(0ms);
        static_cast<void>(server.setFault(PlatformFault::none, {}));
    }
    void fault(PlatformFault fault, std::optional<int> times = {}) {
        REQUIRE(server.setFault(fault, times));
    }
    std::string searchError() {
        const auto answer = authority->search(holder, {});
        return answer ? "none" : answer.error().code();
    }
    std::string identifier() { return authority->search(holder, {}).value().at(0).identifier; }
    CopyWish wishFor(const std::string& identifier, const std::string& key) {
        const auto file = authority->fetch({identifier, kSchool}, {}).value();
        return {.identifier = identifier,
                .purpose = kSchool,
                .fileDigest = verify::copyDigest(file.content),
                .key = key};
    }
    sandbox::Delivery deliveryOf(const std::string& key) {
        const auto deliveries = server.service().deliveries().value();
        for (const auto& delivery : deliveries) {
            if (delivery.key == key)
                return delivery;
        }
        return {};
    }
};

} // namespace

TEST_CASE("R3 a search over the wire brings every licence as the region holds it") {
    Client client;
    const auto licences = client.authority->search(client.holder, {}).value();
    CHECK(licences == client.server.service().search(client.holder).value());
    CHECK(licences.size() == 2);
    CHECK(licences[0].holder.name == "欧阳䴙䴘");
}

TEST_CASE("D6 a region is asked for a foreigner's number as such, and answers as such") {
    Client client;
    for (std::size_t i = sandbox::kCitizens; i < sandbox::people().size(); ++i) {
        const Holder person = sandbox::people()[i];
        const auto licences = client.authority->search(person, {});
        REQUIRE(licences);
        REQUIRE_FALSE(licences->empty());
        CHECK(licences->front().holder == person);
    }
}

TEST_CASE("R3 none held is an empty list, a silent region is an error") {
    Client client;
    const Holder stranger{Holder::Kind::person, "无名", "990101200001010000"};
    CHECK(client.authority->search(stranger, {}).value().empty());
    client.fault(PlatformFault::down);
    CHECK(client.authority->search(stranger, {}).error().code() == "authority.unreachable");
}

TEST_CASE("R3 a kiosk without a network of its own reaches a region by its way out, and no other") {
    Client client;
    const std::string place = client.options.url.substr(std::string("https://").size());
    tests::EgressDoor door({{egress::destinationFrom(place).value()}, {}});
    REQUIRE(door.open("regions"));
    const auto errorAt = [&](const std::string& url) {
        JsonAuthorityOptions options = client.options;
        options.through = door.socket("regions");
        options.url = url;
        const auto answer = openJsonAuthority(options).value()->search(client.holder, {});
        return answer ? "none" : answer.error().code();
    };
    CHECK(errorAt(client.options.url) == "none");
    client.fault(PlatformFault::wrongCertificate);
    CHECK(errorAt(client.options.url) == "authority.untrusted"); // TLS is the kiosk's own
    client.fault(PlatformFault::none);
    CHECK(errorAt("https://localhost:1") == "authority.unreachable");
    door.close();
    CHECK(errorAt(client.options.url) == "authority.unreachable");
}

TEST_CASE("G8 a region whose name nobody knows is told as such also by the way out") {
    Client client;
    const std::string nameless = std::string(64, 'a') + ":443"; // no label may be so long
    tests::EgressDoor door({{egress::destinationFrom(nameless).value()}, {}});
    REQUIRE(door.open("regions"));
    client.options.through = door.socket("regions");
    client.options.url = "https://" + nameless;
    const auto answer = openJsonAuthority(client.options).value()->search(client.holder, {});
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code() == "network.no-name");
}

TEST_CASE("R4 a grant, its licences and a copy by it go over the wire as the region has them") {
    Client client;
    const auto entries = client.authority->grants(client.holder, {}).value();
    REQUIRE(entries.size() == 1);
    const Grant& grant = entries[0].grant;
    CHECK_FALSE(entries[0].isRevoked);
    CHECK(signedText(grant) ==
          signedText(client.server.service().grants(client.holder)->front().grant));
    const auto licences = client.authority->searchBy(grant, {}).value();
    REQUIRE(licences.size() == 1);
    CHECK(licences[0].holder.code == grant.enterprise.code);
    const std::string& identifier = licences[0].identifier;
    const auto error = [&](const Purpose& purpose, const std::string& number) {
        const auto file = client.authority->fetch({identifier, purpose, grant.number}, {}).value();
        const auto copy =
            client.authority->reserveCopy({.identifier = identifier,
                                           .purpose = purpose,
                                           .fileDigest = verify::copyDigest(file.content),
                                           .key = purpose.key + number,
                                           .grantNumber = number},
                                          {});
        return copy ? std::string("none") : copy.error().code();
    };
    CHECK(client.authority->fetch({identifier, kSchool}, {}).error().code() == "grant.missing");
    CHECK(error(kSchool, grant.number) == "grant.not-covered");
    CHECK(error({"bank", "银行开户"}, "") == "grant.missing");
    CHECK(error({"bank", "银行开户"}, grant.number) == "none");
}

TEST_CASE("R4 a region says which grants are withdrawn, and of a stranger that there are none") {
    Client client;
    CHECK(client.authority->grants(sandbox::people()[7], {})->front().isRevoked);
    CHECK(client.authority->grants(sandbox::people()[14], {})->empty());
    client.fault(PlatformFault::down);
    CHECK(client.authority->grants(client.holder, {}).error().code() == "authority.unreachable");
}

TEST_CASE("O2 the catalogue and a licence's state come over the wire") {
    Client client;
    CHECK(client.authority->catalogue({}).value().size() == sandbox::licenceTypes().size());
    CHECK(client.authority->status(client.identifier(), {}) == LicenceState::valid);
    CHECK(client.authority->status("1.2.156.none", {}).error().code() == "authority.not-found");
}

TEST_CASE("O2 a fetched licence is the sealed package the region made") {
    Client client;
    const auto file = client.authority->fetch({client.identifier(), kSchool}, {}).value();
    CHECK(file.format == LicenceFile::Format::ofd);
    CHECK(toText(ByteView(file.content).first(2)) == "PK");
    CHECK(file.content.size() > 2000);
    CHECK(client.authority->fetch({"1.2.156.none", kSchool}, {}).error().kind() ==
          ErrorKind::notFound);
}

TEST_CASE("Q2 a reservation whose answer was lost is found again by its key") {
    Client client;
    const std::string identifier = client.identifier();
    const CopyWish wish = client.wishFor(identifier, "reserve-1");
    const auto before = client.server.service().copies()->size();
    client.fault(PlatformFault::dropAfterCommit);
    CHECK(client.authority->reserveCopy(wish, {}).error().code() == "authority.unreachable");
    client.fault(PlatformFault::none);
    const auto again = client.authority->reserveCopy(wish, {}).value();
    const auto copies = client.server.service().copies().value();
    REQUIRE(copies.size() == before + 1);
    CHECK(copies.back().number == again.code.copyNumber);
}

TEST_CASE("R7 a printed copy is confirmed and checked over the wire") {
    Client client;
    const auto copy =
        client.authority->reserveCopy(client.wishFor(client.identifier(), "reserve-2"), {})
            ->code.copyNumber;
    REQUIRE(client.authority->confirmCopy(copy, 1, {}));
    const auto record = client.authority->checkCopy(copy, {}).value();
    CHECK(record.state == CopyRecord::State::printed);
    CHECK(record.holderMasked == "欧**䴘");
    CHECK(record.purpose == kSchool.text);
    CHECK(record.printedAt == regions().clock.wall());
}

TEST_CASE("Q2 a submission whose answer was lost is executed once") {
    Client client;
    const Request wish{.key = "wish-1",
                       .operation = Operation::reportError,
                       .holderCode = client.holder.code,
                       .holderName = client.holder.name,
                       .pickupNumber = "4711000815",
                       .note = "住址",
                       .copyNumber = ""};
    const auto sealed = client.authority->seal(wish).value();
    client.fault(PlatformFault::dropAfterCommit);
    CHECK_FALSE(client.authority->submit(sealed, {}));
    client.fault(PlatformFault::none);
    REQUIRE(client.authority->submit(sealed, {}));
    const auto delivery = client.deliveryOf("wish-1");
    CHECK(delivery.receipts >= 2);
    CHECK(delivery.executions == 1);
    CHECK(delivery.note == "住址");
}

TEST_CASE("O5 each fault of the platform has its own error") {
    Client client;
    const std::pair<PlatformFault, std::string> kExpected[] = {
        {PlatformFault::refused, "authority.refused"},
        {PlatformFault::outOfService, "authority.out-of-service"},
        {PlatformFault::garbled, "authority.garbled"},
        {PlatformFault::dropBeforeCommit, "authority.unreachable"},
        {PlatformFault::down, "authority.unreachable"},
        {PlatformFault::wrongCertificate, "authority.untrusted"},
        {PlatformFault::none, "none"},
    };
    for (const auto& [fault, code] : kExpected) {
        client.fault(fault);
        CHECK(client.searchError() == code);
    }
}

TEST_CASE("O5 an answer later than the deadline is no answer") {
    Client client;
    client.options.totalTimeout = 200ms;
    client.authority = openJsonAuthority(client.options).value();
    client.server.setLate(5s);
    CHECK(client.searchError() == "authority.unreachable");
}

TEST_CASE("a stop ends a waiting call at once") {
    Client client;
    client.server.setLate(5s);
    std::stop_source stop;
    const auto begun = std::chrono::steady_clock::now();
    std::jthread stopper([&] { stop.request_stop(); });
    const auto answer = client.authority->search(client.holder, stop.get_token());
    CHECK(answer.error().code() == "authority.cancelled");
    CHECK(std::chrono::steady_clock::now() - begun < 2s);
}

TEST_CASE("a kiosk without a certificate of its own gets nowhere") {
    Client client;
    const auto other = regions().folder.path() / "tls-rogue";
    client.options.certFile = other / "990000.pem";
    client.options.keyFile = other / "990000.key";
    client.authority = openJsonAuthority(client.options).value();
    CHECK(client.searchError() == "authority.unreachable");
}

TEST_CASE("O2 a kiosk set up wrongly is told at the start") {
    Client client;
    auto plain = client.options;
    plain.url = "http://127.0.0.1:1";
    CHECK(openJsonAuthority(plain).error().code() == "authority.configuration");
    auto keyless = client.options;
    keyless.envelopeKeyFile = "/nowhere.pem";
    CHECK(openJsonAuthority(keyless).error().remedy() == Remedy::configuration);
}

TEST_CASE("G8 a platform whose name cannot be looked up is told from one that does not answer") {
    Client client;
    client.options.url = "https://platform.invalid:8443";
    client.authority = openJsonAuthority(client.options).value();
    const auto answer = client.authority->catalogue({});
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code() == "network.no-name");
    CHECK(answer.error().remedy() == Remedy::configuration);
    CHECK(answer.error().kind() == ErrorKind::unavailable);
}

} // namespace kiosk::authority
