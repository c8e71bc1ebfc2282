// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <catch2/catch.hpp>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "firmware/authority/json_dialect.h"
#include "tests/sandbox/held_port.h"
#include "tests/sandbox/tls_office.h"
#include "tests/sandbox/wire.h"
#include "tests/unit/sandbox/region_testbed.h"

namespace kiosk::sandbox {

TEST_CASE("O5 what is not the dialect is answered, not believed") {
    RegionTestbed bed;
    CHECK(answerCall(*bed.service, "/elssp/v1/Nothing", "{}").httpStatus == 404);
    for (const char* body : {"", "{", "[]", "{}", R"({"head":{},"data":{}})", "\xff\xfe",
                             R"({"head":{},"data":{"CertificateHolderCode":7}})"})
        CHECK(answerCall(*bed.service, authority::dialect::kSearch, body).httpStatus == 400);
    const char* const submission =
        R"({"head":{},"data":{"Key":"k","Operation":"dance","Envelope":""}})";
    CHECK(answerCall(*bed.service, authority::dialect::kSubmit, submission).httpStatus == 400);
    CHECK(bed.service->deliveries()->empty());
}

TEST_CASE("O5 every call of the dialect says why and for whom, or is refused") {
    RegionTestbed bed;
    const std::string identifier = bed.first(people()[0]).identifier;
    const std::string data = R"("data":{"CertificateIdentifier":")" + identifier + R"("}})";
    const auto without =
        answerCall(*bed.service, authority::dialect::kFetch, R"({"head":{},)" + data);
    CHECK(without.httpStatus == 400);
    const auto with = answerCall(*bed.service, authority::dialect::kFetch,
                                 R"({"head":{"UseFor":"子女入学"},)" + data);
    CHECK(with.contentType == authority::dialect::kOfd);
    CHECK(with.body == "file of " + identifier);
}

TEST_CASE("a port somebody listens on is said to be taken") {
    const auto held = HeldPort::take(0).value();
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    const int on = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(held.number()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(::listen(listener, 1) == 0);
    CHECK(HeldPort::take(held.number()).error().code() == "sandbox.port-taken");
    ::close(listener);
}

TEST_CASE("certificates are made once and loaded after that") {
    const tests::TemporaryFolder folder;
    const tests::ManualClock clock;
    const auto office = TlsOffice::open(folder.path() / "tls", clock.wall()).value();
    const auto kiosk = office.identity("kiosk", TlsUse::client).value();
    const auto made = std::filesystem::last_write_time(kiosk.certFile);
    const auto again = TlsOffice::open(folder.path() / "tls", clock.wall()).value();
    CHECK(again.identity("kiosk", TlsUse::client)->certFile == kiosk.certFile);
    CHECK(std::filesystem::last_write_time(kiosk.certFile) == made);
}

} // namespace kiosk::sandbox
