// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/seal/certificate.h"
#include "firmware/seal/chain.h"
#include "firmware/seal/digest.h"
#include "firmware/seal/signature.h"
#include "firmware/seal/signed_value.h"
#include "tests/support/samples.h"

using namespace kiosk;
using namespace kiosk::seal;
using namespace kiosk::tests;

namespace {

Bytes sample(const std::filesystem::path& name) {
    return readFile(samplesFolder() / name).value();
}

std::vector<Bytes> root(const std::string& name) {
    return certificatesInPem(toText(sample("certs/" + name))).value();
}

SignatureMatch makerCheck(const ElectronicSeal& seal) {
    return checkSignature(seal.makerCertificate, seal.algorithm, seal.signedBytes, seal.value);
}

SignatureMatch signerCheck(const SignedValue& value) {
    return checkSignature(value.signerCertificate, value.algorithm, value.signedBytes, value.value);
}

} // namespace

TEST_CASE("V1 real seals of both layouts carry their maker's signature") {
    const auto [file, version] = GENERATE(table<std::string, int>({
        {"seal/UserV4.esl", 4},
        {"seal/UserV1.esl", 1},
        {"seal/sample_seal_v4.esl", 4},
    }));
    INFO(file);
    const ElectronicSeal seal = parseSeal(sample(file)).value();
    CHECK(seal.version == version);
    CHECK(makerCheck(seal) == SignatureMatch::matches);
    CHECK(seal.picture.format == "png");
    CHECK(seal.picture.size.width.value > 20);
    CHECK(seal.validFrom < seal.validUntil);
}

TEST_CASE("V1 a real signature value and its seal both check") {
    const SignedValue value = parseSignedValue(sample("seal/SignedValueV4.dat")).value();
    CHECK(formName(value) == "SES v4");
    CHECK(signerCheck(value) == SignatureMatch::matches);
    CHECK(makerCheck(value.seal.value()) == SignatureMatch::matches);
    CHECK(value.seal->lists(value.signerCertificate));
}

TEST_CASE("V1 a property certificate stores its value raw and its seal's wrapped") {
    const std::string folder = "seal/property_shandong/Sign_1/";
    const SignedValue value = parseSignedValue(sample(folder + "SignedValue.dat")).value();
    CHECK(value.value.size() == 64);
    CHECK(value.dataHash == sm3(sample(folder + "Signature.xml")));
    CHECK(signerCheck(value) == SignatureMatch::matches);
    CHECK(makerCheck(value.seal.value()) == SignatureMatch::matches);
    CHECK(value.seal->original == sample(folder + "Seal.esl"));
}

TEST_CASE("V1 GM SignedData without attributes signs the digest it carries") {
    const std::string folder = "seal/property_shandong/Sign_3/";
    const SignedValue value = parseSignedValue(sample(folder + "SignedValue.dat")).value();
    CHECK(formName(value) == "CMS");
    CHECK(value.dataHash == sm3(sample(folder + "Signature.xml")));
    CHECK(signerCheck(value) == SignatureMatch::matches);
    CHECK_FALSE(value.signedAt);
}

TEST_CASE("V1 certificates stand to their roots as OpenSSL's own tool says") {
    const auto sampleRoot = root("sample_root_ca.pem");
    CHECK(chainTo(sampleRoot, root("sample_signer.pem").front()).outcome == Chain::trusted);
    CHECK(chainTo(sampleRoot, root("sample_sealmaker.pem").front()).outcome == Chain::trusted);
    CHECK(chainTo(sampleRoot, root("ofdrw_test_user.pem").front()).outcome == Chain::issuerUnknown);
}

TEST_CASE("V1 a root that may not issue is its own answer") {
    CHECK(chainTo(root("ofdrw_test_root.pem"), root("ofdrw_test_user.pem").front()).outcome ==
          Chain::issuerMayNotIssue);
}
