// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/seal/signed_data.h"
#include "firmware/seal/time_stamp.h"
#include "tests/sandbox/issuing/cms_writer.h"
#include "tests/unit/seal/holders.h"

using namespace kiosk;
using namespace kiosk::seal;
using namespace kiosk::sandbox;
using namespace kiosk::tests;
using Attributes = SignedValue::Attributes;
using Shape = CmsContent::Shape;

namespace {

const Bytes kData = toBytes("what was signed");

Bytes made(CmsContent content, const Keyholder& signer) {
    content.data = kData;
    return makeSignedData(content, signer).value();
}

std::string codeOf(const CmsContent& content, const Keyholder& signer) {
    const auto value = parseSignedData(made(content, signer));
    return value ? "" : value.error().code();
}

SignatureMatch check(const SignedValue& value) {
    return checkSignature(value.signerCertificate, value.algorithm, value.messageFor(kData),
                          value.value);
}

} // namespace

TEST_CASE("V10 SignedData of each shape, key and family of identifiers is read and matches") {
    const auto key = GENERATE(KeyKind::sm2, KeyKind::rsa2048, KeyKind::p256);
    const auto identifiers =
        GENERATE(CmsContent::Identifiers::gm, CmsContent::Identifiers::international);
    const Keyholder signer = selfSigned({.key = key});
    for (const Shape shape : {Shape::attributes, Shape::carried, Shape::digestOnly, Shape::plain}) {
        INFO("key " << static_cast<int>(key) << ", shape " << static_cast<int>(shape));
        const auto value =
            parseSignedValue(made({.identifiers = identifiers, .shape = shape}, signer)).value();
        CHECK(formName(value) == "CMS");
        CHECK(check(value) == SignatureMatch::matches);
        CHECK(value.signerCertificate == signer.certificate());
        CHECK(value.dataHash.has_value() == (shape != Shape::plain));
        const bool attributed = shape == Shape::attributes || shape == Shape::carried;
        CHECK(value.attributes == (attributed ? Attributes::consistent : Attributes::absent));
    }
}

TEST_CASE("V10 SignedData with RSA-PSS carries its parameters") {
    const Keyholder signer = selfSigned({.key = KeyKind::rsa2048});
    const SigningMethod pss{.digest = DigestAlgorithm::sha256,
                            .padding = SigningMethod::Padding::pss};
    const auto value = parseSignedData(made({.method = pss}, signer)).value();
    CHECK(check(value) == SignatureMatch::matches);
    CHECK(value.dataDigest == DigestAlgorithm::sha256);
}

TEST_CASE("V1 of several certificates the one the signer names is used, the others are kept") {
    const Keyholder top = root();
    const Keyholder signer = certified(top, {});
    const Keyholder other = certified(top, {});
    const auto value = parseSignedData(
        made({.otherCertificates = {other.certificate(), top.certificate()}}, signer));
    REQUIRE(value);
    CHECK(value->signerCertificate == signer.certificate());
    CHECK(value->otherCertificates == std::vector{other.certificate(), top.certificate()});
    CHECK(check(*value) == SignatureMatch::matches);
}

TEST_CASE("V1 SignedData that does not say one thing by one signer is refused by name") {
    const Keyholder signer = selfSigned({});
    CHECK(codeOf({}, signer).empty());
    CHECK(codeOf({.fault = CmsFault::severalSigners}, signer) == "seal.several-signers");
    CHECK(codeOf({.fault = CmsFault::signerNotCarried}, signer) == "seal.signer-certificate");
    CHECK(codeOf({.otherCertificates = {selfSigned({}).certificate()},
                  .fault = CmsFault::signerNotCarried},
                 signer) == "seal.signer-certificate");
    CHECK(codeOf({.fault = CmsFault::digestNotAnnounced}, signer) == "seal.signed-data");
}

TEST_CASE("V1 signed attributes must agree with the content they go with") {
    const Keyholder signer = selfSigned({});
    const auto attributes = [&](Shape shape, CmsFault fault) {
        return parseSignedData(made({.shape = shape, .fault = fault}, signer)).value().attributes;
    };
    CHECK(attributes(Shape::attributes, CmsFault::contentTypeDiffers) ==
          Attributes::contentTypeWrong);
    CHECK(attributes(Shape::attributes, CmsFault::contentTypeMissing) ==
          Attributes::contentTypeWrong);
    CHECK(attributes(Shape::carried, CmsFault::digestDiffers) == Attributes::messageDigestWrong);
}

TEST_CASE("V10 a digest at odds with the algorithm is a misfit") {
    const Keyholder signer = selfSigned({.key = KeyKind::rsa2048});
    const auto value = parseSignedData(made({.fault = CmsFault::digestDisagrees}, signer)).value();
    CHECK(check(value) == SignatureMatch::misfit);
}

TEST_CASE("V1 SignedData cut anywhere is an error, never a crash") {
    const Keyholder signer = selfSigned({});
    const Bytes whole = made({.signedAt = kHoldersTime}, signer);
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK_FALSE(parseSignedData(ByteView(whole).first(size)));
}

TEST_CASE("V8 a time stamp says what it covers and when") {
    const auto key = GENERATE(KeyKind::sm2, KeyKind::rsa2048);
    const Keyholder stamper = selfSigned({.role = Subject::Role::stamper, .key = key});
    const Bytes token = makeTimeStamp(kData, kHoldersTime, stamper).value();
    const TimeStamp stamp = parseTimeStamp(token).value();
    CHECK(stamp.time == kHoldersTime);
    CHECK(stamp.covers(kData));
    CHECK_FALSE(stamp.covers(bytesOf("something else")));
    CHECK(checkSignature(stamp.token.signerCertificate, stamp.token.algorithm,
                         stamp.token.signedBytes, stamp.token.value) == SignatureMatch::matches);
}

TEST_CASE("V8 SignedData about no time is no time stamp") {
    const Keyholder signer = selfSigned({});
    CHECK(parseTimeStamp(made({.shape = Shape::carried}, signer)).error().code() ==
          "seal.time-stamp");
    CHECK_FALSE(parseTimeStamp(bytesOf("2026-11-23")));
}
