// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/base64.h"
#include "firmware/seal/certificate.h"
#include "firmware/seal/chain.h"
#include "tests/unit/seal/vectors.h"

using namespace kiosk;
using namespace kiosk::seal;
using namespace kiosk::tests;
using namespace std::chrono;

namespace {

Bytes der(std::string_view hex) {
    return fromHex(hex).value();
}

std::string pem(std::string_view hex) {
    return "-----BEGIN CERTIFICATE-----\n" + toBase64(der(hex)) + "\n-----END CERTIFICATE-----\n";
}

} // namespace

TEST_CASE("V8 a certificate's names and dates are read") {
    const Certificate certificate = parseCertificate(der(vectors::kSignerCertificate)).value();
    CHECK(certificate.commonName == "云州市测试印章");
    CHECK(certificate.issuer == "云州市测试印章");
    CHECK(certificate.validFrom == WallTime(sys_days(2026y / November / 23) + 23h + 10min + 2s));
    CHECK(certificate.validUntil == WallTime(sys_days(2036y / November / 20) + 23h + 10min + 2s));
}

TEST_CASE("V8 both ends of a certificate's validity belong to it") {
    const Certificate certificate = parseCertificate(der(vectors::kSignerCertificate)).value();
    CHECK(certificate.isValidAt(certificate.validFrom));
    CHECK(certificate.isValidAt(certificate.validUntil));
    CHECK_FALSE(certificate.isValidAt(certificate.validFrom - 1s));
    CHECK_FALSE(certificate.isValidAt(certificate.validUntil + 1s));
}

TEST_CASE("V1 the key usage says who may sign") {
    CHECK(parseCertificate(der(vectors::kSignerCertificate)).value().usage ==
          Certificate::Usage::maySign);
    CHECK(parseCertificate(der(vectors::kCipherCertificate)).value().usage ==
          Certificate::Usage::mayNotSign);
    CHECK(parseCertificate(der(vectors::kOtherCurveCertificate)).value().usage ==
          Certificate::Usage::maySign); // no key usage at all
}

TEST_CASE("a PEM text may hold several certificates and words between them") {
    const std::string text = "root\n" + pem(vectors::kSignerCertificate) + "second\n" +
                             pem(vectors::kOtherCurveCertificate);
    const auto certificates = certificatesInPem(text).value();
    REQUIRE(certificates.size() == 2);
    CHECK(certificates[1] == der(vectors::kOtherCurveCertificate));
}

TEST_CASE("PEM texts without a certificate, cut short or damaged are refused") {
    const std::string whole = pem(vectors::kSignerCertificate);
    CHECK_FALSE(certificatesInPem(""));
    CHECK_FALSE(certificatesInPem(whole.substr(0, whole.size() / 2)));
    CHECK(certificatesInPem("-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----")
              .error()
              .code() == "seal.certificate");
}

TEST_CASE("V1 a certificate of the trust list itself is trusted, any other is not") {
    CHECK(chainTo({der(vectors::kSignerCertificate)}, der(vectors::kSignerCertificate)).outcome ==
          Chain::trusted);
    CHECK(
        chainTo({der(vectors::kOtherCurveCertificate)}, der(vectors::kSignerCertificate)).outcome ==
        Chain::issuerUnknown);
    CHECK(chainTo({}, der(vectors::kSignerCertificate)).outcome == Chain::issuerUnknown);
    CHECK(chainTo({}, der("3000")).outcome == Chain::unreadable);
}

TEST_CASE("R7 a key is named by SM3 over its SubjectPublicKeyInfo") {
    // As the openssl program computes it: x509 -pubkey | pkey -pubin -outform DER | dgst -sm3.
    CHECK(toHex(publicKeyDigest(der(vectors::kSignerCertificate)).value()) ==
          "5962cd4ce579e7c72b15c87a3479ccd4715c0cafed857a771a1995f0ffb872dd");
    CHECK(publicKeyDigest(bytesOf("no certificate")).error().code() == "seal.certificate");
}
