// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <catch2/catch.hpp>
#include <netinet/in.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

#include "firmware/authority/json_dialect.h"
#include "firmware/base/files.h"
#include "tests/sandbox/held_port.h"
#include "tests/sandbox/openssl_handles.h"
#include "tests/sandbox/sandbox.h"
#include "tests/sandbox/tls_office.h"
#include "tests/sandbox/wire.h"
#include "tests/unit/sandbox/region_testbed.h"

namespace kiosk::sandbox {

namespace {

/// Does the certificate in this file stand for a server at this address?
bool isFor(const std::filesystem::path& file, const char* address) {
    const std::string pem = toText(readFile(file).value());
    const CertificateHandle certificate(
        PEM_read_bio_X509(memoryOf(pem).get(), nullptr, nullptr, nullptr));
    return X509_check_ip_asc(certificate.get(), address, 0) == 1;
}

} // namespace

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

TEST_CASE("who sees the regions at another address finds it in regions.json and certificates") {
    const tests::TemporaryFolder folder;
    const tests::ManualClock clock;
    SeededRandom random{7};
    const std::string kElsewhere = "10.0.2.100";
    const auto sandbox =
        Sandbox::open({.state = folder.path(), .seenAt = kElsewhere}, clock, random).value();
    const std::string regions = toText(readFile(sandbox->regionsFile()).value());
    CHECK(regions.find("https://127.0.0.1:") == std::string::npos);
    for (const auto& server : sandbox->servers()) {
        const std::string port = server->url().substr(server->url().rfind(':'));
        CHECK(regions.find("\"https://" + kElsewhere + port + "\"") != std::string::npos);
        const auto file = folder.path() / "tls" / (server->service().region().code + ".pem");
        CHECK(isFor(file, kElsewhere.c_str()));
        CHECK(isFor(file, "127.0.0.1"));
        CHECK_FALSE(isFor(file, "10.0.2.101"));
    }
    const auto odd = TlsOffice::open(folder.path() / "odd", clock.wall(), "nowhere")
                         ->identity("990000", TlsUse::server);
    REQUIRE_FALSE(odd);
    CHECK(odd.error().code() == "sandbox.certificate");
}

} // namespace kiosk::sandbox
