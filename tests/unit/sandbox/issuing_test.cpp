// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/document/package.h"
#include "firmware/seal/certificate.h"
#include "firmware/seal/chain.h"
#include "firmware/seal/digest.h"
#include "firmware/seal/signature.h"
#include "firmware/seal/signed_value.h"
#include "tests/sandbox/issuing/sealing.h"
#include "tests/support/sample_licences.h"

using namespace kiosk;
using namespace kiosk::sandbox;
using namespace kiosk::tests;

namespace {

Bytes entry(const document::Package& package, std::string_view path) {
    const ByteView view = package.entry(path).value();
    return {view.begin(), view.end()};
}

seal::SignedValue valueIn(const document::Package& package) {
    return seal::parseSignedValue(entry(package, kValuePath)).value();
}

void save(const std::filesystem::path& path, ByteView bytes) {
    REQUIRE(writeFile(path, bytes));
}

} // namespace

TEST_CASE("V1 an issued licence carries a seal whose every signature matches") {
    const SampleOffice office;
    const auto package = document::Package::open(office.licence()).value();
    const seal::SignedValue value = valueIn(package);
    CHECK(seal::formName(value) == "SES v4");
    CHECK(value.dataHash == seal::sm3(entry(package, kDescriptionPath)));
    CHECK(value.signedAt == kIssuingTime);
    CHECK(seal::checkSignature(value.signerCertificate, value.algorithm, value.signedBytes,
                               value.value) == seal::SignatureMatch::matches);
    CHECK(seal::checkSignature(value.seal->makerCertificate, value.seal->algorithm,
                               value.seal->signedBytes,
                               value.seal->value) == seal::SignatureMatch::matches);
    CHECK(value.seal->lists(value.signerCertificate));
}

TEST_CASE("V1 the issuer's certificates lead to the root it hands out") {
    const SampleOffice office;
    const auto roots = seal::certificatesInPem(office.issuer().rootPem()).value();
    const auto value = valueIn(document::Package::open(office.licence()).value());
    CHECK(seal::chainTo(roots, value.signerCertificate).outcome == seal::Chain::trusted);
    CHECK(seal::chainTo(roots, value.seal->makerCertificate).outcome == seal::Chain::trusted);
    Bytes forged = value.signerCertificate;
    forged.back() ^= std::byte{1};
    CHECK(seal::chainTo(roots, forged).outcome == seal::Chain::forged);
    const SampleOffice elsewhere;
    const auto otherRoots = seal::certificatesInPem(elsewhere.issuer().rootPem()).value();
    CHECK(seal::chainTo(otherRoots, value.signerCertificate).outcome == seal::Chain::issuerUnknown);
}

TEST_CASE("V1 every layout of seal is written as it is read") {
    const auto [layout, name] = GENERATE(table<SealLayout, std::string>({
        {SealLayout::v1, "SES v1"},
        {SealLayout::v4, "SES v4"},
        {SealLayout::v5, "SES v5"},
        {SealLayout::gmSignedData, "CMS"},
        {SealLayout::bareSm2, "SM2 value"},
    }));
    const SampleOffice office;
    const auto package = document::Package::open(office.licence({.layout = layout})).value();
    const seal::SignedValue value = valueIn(package);
    CHECK(seal::formName(value) == name);
    if (value.form == seal::SignedValue::Form::bareSm2)
        return; // names no signer: nothing more to compare here
    CHECK(value.signedAt == kIssuingTime);
    CHECK(value.dataHash == seal::sm3(entry(package, kDescriptionPath)));
    CHECK(seal::checkSignature(value.signerCertificate, value.algorithm, value.signedBytes,
                               value.value) == seal::SignatureMatch::matches);
}

TEST_CASE("V1 a seal may list its signer by digest") {
    const SampleOffice office;
    const auto value =
        valueIn(document::Package::open(office.licence({.naming = SignerNaming::digest})).value());
    CHECK(value.seal->signerList == seal::ElectronicSeal::SignerList::sm3Digests);
    CHECK(value.seal->lists(value.signerCertificate));
    CHECK_FALSE(value.seal->lists(value.seal->makerCertificate));
}

TEST_CASE("V1 the openssl program agrees with a signature the issuer made") {
    const SampleOffice office;
    const auto value = valueIn(document::Package::open(office.licence()).value());
    const std::filesystem::path folder = office.folder();
    save(folder / "signer.der", value.signerCertificate);
    save(folder / "message", value.signedBytes);
    save(folder / "value", value.value);
    const std::string inFolder = "cd '" + folder.string() + "' && ";
    REQUIRE(std::system((inFolder + "openssl x509 -inform DER -in signer.der -pubkey -noout "
                                    "-out signer.pub")
                            .c_str()) == 0);
    const std::string verify = "openssl pkeyutl -verify -rawin -digest sm3 -pubin -inkey "
                               "signer.pub -in message -sigfile value ";
    CHECK(std::system((inFolder + verify + "-pkeyopt distid:1234567812345678 >out").c_str()) == 0);
    CHECK(std::system((inFolder + verify + ">out 2>&1").c_str()) != 0); // without the user ID
}

TEST_CASE("V1 the openssl program builds the chain to the issuer's root") {
    const SampleOffice office;
    const std::string inFolder = "cd '" + office.folder().string() + "' && ";
    for (const std::string name : {"signer", "sealmaker"}) {
        INFO(name);
        CHECK(std::system((inFolder +
                           "openssl verify -vfyopt distid:1234567812345678 -CAfile "
                           "root.pem " +
                           name + ".pem >out 2>&1")
                              .c_str()) == 0);
    }
}

TEST_CASE("an office keeps its keys, readable by its owner alone") {
    const SampleOffice office;
    const auto again = Issuer::open(office.folder(), kInventedRegion, kIssuingTime).value();
    CHECK(again.rootPem() == office.issuer().rootPem());
    using std::filesystem::perms;
    for (const std::string name : {"root.key", "sealmaker.key", "signer.key"}) {
        const perms granted = std::filesystem::status(office.folder() / name).permissions();
        CHECK((granted & (perms::group_all | perms::others_all)) == perms::none);
    }
}

TEST_CASE("an office whose stored key is damaged says so instead of making new ones") {
    const SampleOffice office;
    save(office.folder() / "signer.key", bytesOf("no key"));
    CHECK(Issuer::open(office.folder(), kInventedRegion, kIssuingTime).error().code() ==
          "sandbox.keys");
}

TEST_CASE("the licence identifier stands in the file's metadata") {
    const SampleOffice office;
    const auto package = document::Package::open(office.licence()).value();
    const std::string root = toText(entry(package, "OFD.xml"));
    CHECK(root.find("<ofd:CustomData Name=\"CertificateIdentifier\">1.2.156.3005.2.") !=
          std::string::npos);
    CHECK(root.find("<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>") != std::string::npos);
}
