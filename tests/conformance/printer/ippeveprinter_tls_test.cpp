// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>
#include <memory>

#include <catch2/catch.hpp>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "drivers/printer/ipp/ipp_printer.h"
#include "tests/support/ippeveprinter.h"

// A printer known by its certificate, with ippeveprinter's own TLS.

namespace kiosk::drivers {

namespace {

using tests::IppEvePrinter;

const PrintDocument kCopy{.pdf = toBytes("%PDF-1.5\n%%Pages: 1\n"), .jobName = "copy"};
const std::string kAnother = "#sha256=" + std::string(64, 'a');

std::unique_ptr<IppEvePrinter> encrypted() {
    return IppEvePrinter::start({.pageTime = std::chrono::milliseconds(1),
                                 .security = IppEvePrinter::Options::Security::tls})
        .value();
}

/// SHA-256 of a PEM file's certificate, in hex, as `openssl x509 -fingerprint -sha256` says it.
std::string fingerprint(const std::filesystem::path& file) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pem(std::fopen(file.c_str(), "r"),
                                                              std::fclose);
    REQUIRE(pem);
    const std::unique_ptr<X509, void (*)(X509*)> certificate(
        PEM_read_X509(pem.get(), nullptr, nullptr, nullptr), X509_free);
    REQUIRE(certificate);
    std::array<unsigned char, 32> hash{};
    unsigned size = 0;
    REQUIRE(X509_digest(certificate.get(), EVP_sha256(), hash.data(), &size) == 1);
    return toHex(std::as_bytes(std::span(hash)));
}

} // namespace

TEST_CASE("a printer with another certificate is not trusted, and is sent nothing") {
    const auto device = encrypted();
    const auto stranger = openIpp({.uri = device->uri() + kAnother});
    REQUIRE_FALSE(stranger);
    CHECK(stranger.error().code() == "printer.untrusted");
    CHECK(stranger.error().remedy() == Remedy::technician);

    const auto printer =
        openIpp({.uri = device->uri() + "#sha256=" + fingerprint(device->certificate())});
    REQUIRE(printer);
    CHECK((*printer)->status({})->canPrint());
    CHECK((*printer)->submit(kCopy, {}));
    CHECK(device->printed().size() == 1);
    CHECK((*printer)->identity().port.find('#') == std::string::npos);
}

TEST_CASE("an encrypted printer is not trusted because it was the first to be seen") {
    for (const std::string& pin : std::initializer_list<std::string>{
             "", "#sha256=", "#sha256=abcd", "#sha1=" + std::string(40, 'a')}) {
        const auto printer = openIpp({.uri = "ipps://localhost:631/ipp/print" + pin});
        REQUIRE_FALSE(printer);
        CHECK(printer.error().code() == "printer.address");
        CHECK(printer.error().remedy() == Remedy::configuration);
    }
}

} // namespace kiosk::drivers
