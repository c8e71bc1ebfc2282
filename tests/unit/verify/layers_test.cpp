// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/verify/layers.h"
#include "firmware/verify/property_info.h"
#include "firmware/verify/signature_judge.h"
#include "tests/sandbox/issuing/cms_writer.h"
#include "tests/sandbox/issuing/ses_writer.h"
#include "tests/unit/seal/holders.h"

using namespace kiosk;
using namespace kiosk::sandbox;
using namespace kiosk::tests;
using namespace kiosk::verify;
using Found = layers::Findings;
using Role = Subject::Role;

namespace {

const Bytes kData = toBytes("what was signed");

Bytes made(CmsContent content, const Keyholder& signer) {
    content.data = kData;
    content.signedAt = kHoldersTime;
    return makeSignedData(content, signer).value();
}

seal::SignedValue read(const CmsContent& content, const Keyholder& signer) {
    return seal::parseSignedValue(made(content, signer)).value();
}

seal::ElectronicSeal sealBy(const Keyholder& maker) {
    return seal::parseSeal(makeSeal({.id = "1",
                                     .name = "云州市测试章",
                                     .signerCertificate = maker.certificate(),
                                     .madeAt = kHoldersTime,
                                     .validFrom = kHoldersTime,
                                     .validUntil = kHoldersTime},
                                    maker)
                               .value())
        .value();
}

Found chainOf(const Keyholder& top, const Bytes& signer) {
    seal::SignedValue value;
    value.signerCertificate = signer;
    return layers::chain(value, layers::chainsOf(value, {{top.certificate()}}));
}

Why whyUnreadableFor(CmsFault fault) {
    return whyUnreadable(seal::parseSignedValue(made({.fault = fault}, selfSigned({}))).error());
}

} // namespace

TEST_CASE("V10 the signature layer tells unknown, unfit and weak algorithms apart") {
    const Keyholder rsa = selfSigned({.key = KeyKind::rsa2048});
    const SigningMethod sha1{.digest = seal::DigestAlgorithm::sha1};
    const auto judge = [&](const CmsContent& content) {
        return layers::signature(read(content, rsa), kData);
    };
    CHECK(judge({}).empty());
    CHECK(judge({.algorithm = "1.2.3"}) == Found{Why::signatureAlgorithmUnknown});
    CHECK(judge({.algorithm = "1.2.156.10197.1.501"}) == Found{Why::signatureAlgorithmMisfit});
    CHECK(judge({.method = sha1}) == Found{Why::signatureAlgorithmWeak});
    CHECK(judge({.fault = CmsFault::contentTypeDiffers}) == Found{Why::contentTypeWrong});
}

TEST_CASE("V10 a signer's certificate that cannot be read is a doubt of its own") {
    seal::SignedValue value = read({}, selfSigned({}));
    value.signerCertificate.pop_back();
    CHECK(layers::signature(value, kData) == Found{Why::certificateUnreadable});
}

TEST_CASE("V10 the seal's layer tells the same apart about its maker") {
    const Keyholder rsa = selfSigned({.key = KeyKind::rsa2048});
    seal::ElectronicSeal seal = sealBy(rsa);
    CHECK(layers::sealSignature(seal, {}).empty());
    seal.algorithm.identifier = "1.2.156.10197.1.501";
    CHECK(layers::sealSignature(seal, {}) == Found{Why::sealAlgorithmMisfit});
    seal.makerCertificate.pop_back();
    CHECK(layers::sealSignature(seal, {}) == Found{Why::makerCertificateUnreadable});
    CHECK(layers::sealSignature(sealBy(selfSigned({.key = KeyKind::rsa1024})), {}) ==
          Found{Why::sealAlgorithmWeak});
}

TEST_CASE("V1 the data's layer takes a digest, the data itself, and nothing else") {
    using Shape = CmsContent::Shape;
    const Keyholder signer = selfSigned({});
    for (const Shape shape : {Shape::attributes, Shape::carried, Shape::digestOnly}) {
        const seal::SignedValue value = read({.shape = shape}, signer);
        CHECK(layers::dataHash(value, kData).empty());
        CHECK(layers::dataHash(value, bytesOf("other")) == Found{Why::dataChanged});
    }
    CHECK(
        layers::dataHash(read({.shape = Shape::carried, .fault = CmsFault::digestDiffers}, signer),
                         kData) == Found{Why::dataChanged});
}

TEST_CASE("V10 a signed digest that is SHA-1 or unheard of is a doubt") {
    seal::SignedValue value = read({}, selfSigned({}));
    value.dataHash = seal::digest(seal::DigestAlgorithm::sha1, kData);
    CHECK(layers::dataHash(value, kData) == Found{Why::dataDigestWeak});
    value.dataDigest.reset();
    CHECK(layers::dataHash(value, kData) == Found{Why::dataDigestUnknown});
}

TEST_CASE("V1 a value that cannot be read says why") {
    CHECK(whyUnreadableFor(CmsFault::severalSigners) == Why::severalSigners);
    CHECK(whyUnreadableFor(CmsFault::signerNotCarried) == Why::signerCertificateMissing);
    CHECK(whyUnreadableFor(CmsFault::digestNotAnnounced) == Why::valueUnreadable);
    CHECK(whyUnreadable({ErrorKind::unsupported, "seal.version", Remedy::supplier}) ==
          Why::versionUnknown);
}

TEST_CASE("V1 the chain's layer names what an issuer between lacks") {
    const Keyholder top = root();
    CHECK(chainOf(top, certified(top, {}).certificate()).empty());
    CHECK(chainOf(top, certified(top, {.criticalExtension = "1.2.156.999.7"}).certificate()) ==
          Found{Why::extensionUnknown});
    const Keyholder rsa = selfSigned({.role = Role::root, .key = KeyKind::rsa2048});
    const SigningMethod sha1{.digest = seal::DigestAlgorithm::sha1};
    CHECK(chainOf(rsa, certified(rsa, {.certifiedWith = sha1}).certificate()) ==
          Found{Why::chainWeak});
}

TEST_CASE("V1 a seal made with a certificate that is not for signing is a fault") {
    const Keyholder top = root();
    seal::SignedValue value;
    value.signerCertificate = certified(top, {}).certificate();
    value.seal = sealBy(certified(top, {.role = Role::cipher}));
    CHECK(layers::chain(value, layers::chainsOf(value, {{top.certificate()}})) ==
          Found{Why::makerMayNotSign});
}

TEST_CASE("V8 an issuer that had ended when the signer signed is a fault of its own") {
    const Keyholder top = root();
    const Keyholder ended = certified(top, {.commonName = "云州市旧",
                                            .role = Role::root,
                                            .validUntil = kHoldersTime - std::chrono::hours(1)});
    const Keyholder signer = certified(ended, {});
    const seal::SignedValue value = read({.otherCertificates = {ended.certificate()}}, signer);
    const layers::Chains chains = layers::chainsOf(value, {{top.certificate()}});
    CHECK(layers::chain(value, chains).empty());
    CHECK(layers::validAtSigning(value, chains, kHoldersTime) ==
          Found{Why::issuerNotValidAtSigning});
}

TEST_CASE("V1 a propertyInfo is a path or a vendor's JSON, anything else names nothing") {
    CHECK(signedPathIn("/Doc_0/Signs/Sign_0/Signature.xml") == "Doc_0/Signs/Sign_0/Signature.xml");
    CHECK(signedPathIn("Doc_0/Signature.xml") == "Doc_0/Signature.xml");
    CHECK(signedPathIn(R"({"Entry":"/Doc_0/Signature.xml","Id":"7"})") == "Doc_0/Signature.xml");
    CHECK_FALSE(signedPathIn(""));
    CHECK_FALSE(signedPathIn(R"({"Id":"7"})"));
    CHECK_FALSE(signedPathIn("{broken"));
    CHECK_FALSE(signedPathIn("/../../outside"));
    CHECK_FALSE(signedPathIn(std::string(5000, 'a')));
}
