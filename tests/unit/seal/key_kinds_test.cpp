// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/unit/seal/holders.h"

using namespace kiosk;
using namespace kiosk::seal;
using namespace kiosk::sandbox;
using namespace kiosk::tests;
using Padding = SigningMethod::Padding;

namespace {

const Bytes kMessage = toBytes("electronic licence");

SignatureMatch check(const Keyholder& holder, const SigningMethod& method,
                     const SignatureAlgorithm& algorithm) {
    return checkSignature(holder.certificate(), algorithm, kMessage,
                          holder.sign(kMessage, method).value());
}

SignatureMatch check(const Keyholder& holder, const SigningMethod& method) {
    return check(holder, method, algorithmOf(holder.kind(), method));
}

} // namespace

TEST_CASE("V10 RSA with either padding and each SHA-2 matches") {
    const Keyholder holder = selfSigned({.key = KeyKind::rsa2048});
    const auto digest =
        GENERATE(DigestAlgorithm::sha256, DigestAlgorithm::sha384, DigestAlgorithm::sha512);
    const auto padding = GENERATE(Padding::pkcs1, Padding::pss);
    CHECK(check(holder, {.digest = digest, .padding = padding}) == SignatureMatch::matches);
}

TEST_CASE("V10 ECDSA on both NIST curves matches with each SHA-2") {
    const auto key = GENERATE(KeyKind::p256, KeyKind::p384);
    const Keyholder holder = selfSigned({.key = key});
    for (const auto digest :
         {DigestAlgorithm::sha256, DigestAlgorithm::sha384, DigestAlgorithm::sha512})
        CHECK(check(holder, {.digest = digest}) == SignatureMatch::matches);
}

TEST_CASE("V10 a changed value or message of any kind does not match") {
    const auto key = GENERATE(KeyKind::sm2, KeyKind::rsa2048, KeyKind::p256);
    const Keyholder holder = selfSigned({.key = key});
    const auto algorithm = algorithmOf(key, usualMethod(key));
    Bytes value = holder.sign(kMessage).value();
    CHECK(checkSignature(holder.certificate(), algorithm, bytesOf("another"), value) ==
          SignatureMatch::differs);
    value.back() ^= std::byte{1};
    CHECK(checkSignature(holder.certificate(), algorithm, kMessage, value) ==
          SignatureMatch::differs);
}

TEST_CASE("V10 SHA-1, MD5 and short RSA keys are computed and called weak") {
    const Keyholder rsa = selfSigned({.key = KeyKind::rsa2048});
    CHECK(check(rsa, {.digest = DigestAlgorithm::sha1}) == SignatureMatch::weak);
    CHECK(check(rsa, {.digest = DigestAlgorithm::md5}) == SignatureMatch::weak);
    CHECK(check(selfSigned({.key = KeyKind::p256}), {.digest = DigestAlgorithm::sha1}) ==
          SignatureMatch::weak);
    CHECK(check(selfSigned({.key = KeyKind::rsa1024}), {.digest = DigestAlgorithm::sha256}) ==
          SignatureMatch::weak);
}

TEST_CASE("V10 the algorithm named must be one the key can have used") {
    const Keyholder rsa = selfSigned({.key = KeyKind::rsa2048});
    const Keyholder curve = selfSigned({.key = KeyKind::p256});
    const SigningMethod sha256{.digest = DigestAlgorithm::sha256};
    CHECK(check(rsa, sha256, algorithmOf(KeyKind::p256, sha256)) == SignatureMatch::misfit);
    CHECK(check(rsa, sha256, algorithmOf(KeyKind::sm2, {})) == SignatureMatch::misfit);
    CHECK(check(curve, sha256, algorithmOf(KeyKind::rsa2048, sha256)) == SignatureMatch::misfit);
    SignatureAlgorithm contradictory = algorithmOf(KeyKind::rsa2048, sha256);
    contradictory.digest = digestIdentifier(DigestAlgorithm::sha512);
    CHECK(check(rsa, sha256, contradictory) == SignatureMatch::misfit);
}

TEST_CASE("V10 the one padding does not pass for the other") {
    const Keyholder rsa = selfSigned({.key = KeyKind::rsa2048});
    const SigningMethod pkcs1{.digest = DigestAlgorithm::sha256};
    const SigningMethod pss{.digest = DigestAlgorithm::sha256, .padding = Padding::pss};
    CHECK(check(rsa, pkcs1, algorithmOf(KeyKind::rsa2048, pss)) == SignatureMatch::differs);
    CHECK(check(rsa, pss, algorithmOf(KeyKind::rsa2048, pkcs1)) == SignatureMatch::differs);
}

TEST_CASE("V10 a curve or parameters nobody here takes are unknown") {
    CHECK(check(selfSigned({.key = KeyKind::p521}), {.digest = DigestAlgorithm::sha512}) ==
          SignatureMatch::unknownAlgorithm);
    const Keyholder rsa = selfSigned({.key = KeyKind::rsa2048});
    const SigningMethod pss{.digest = DigestAlgorithm::sha256, .padding = Padding::pss};
    SignatureAlgorithm damaged = algorithmOf(KeyKind::rsa2048, pss);
    damaged.parameters.pop_back();
    CHECK(check(rsa, pss, damaged) == SignatureMatch::unknownAlgorithm);
}

TEST_CASE("V10 the digest that goes with an algorithm is known without the key") {
    CHECK(digestOf({.identifier = "1.2.156.10197.1.501"}) == DigestAlgorithm::sm3);
    CHECK(digestOf({.identifier = "1.2.840.113549.1.1.13"}) == DigestAlgorithm::sha512);
    CHECK(digestOf({.identifier = "1.2.840.113549.1.1.1", .digest = "2.16.840.1.101.3.4.2.1"}) ==
          DigestAlgorithm::sha256);
    CHECK_FALSE(digestOf({.identifier = "1.2.840.113549.1.1.1"}));
    CHECK_FALSE(digestOf({.identifier = "1.2.3"}));
}
