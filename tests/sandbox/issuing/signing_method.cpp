// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/signing_method.h"

#include "firmware/seal/der.h"
#include "tests/sandbox/issuing/der_writer.h"

namespace kiosk::sandbox {

namespace {

using seal::DigestAlgorithm;

std::string rsaIdentifier(DigestAlgorithm digest) {
    switch (digest) {
    case DigestAlgorithm::md5:
        return "1.2.840.113549.1.1.4";
    case DigestAlgorithm::sha1:
        return "1.2.840.113549.1.1.5";
    case DigestAlgorithm::sha384:
        return "1.2.840.113549.1.1.12";
    case DigestAlgorithm::sha512:
        return "1.2.840.113549.1.1.13";
    case DigestAlgorithm::sha256:
    case DigestAlgorithm::sm3:
        break;
    }
    return "1.2.840.113549.1.1.11";
}

std::string ecdsaIdentifier(DigestAlgorithm digest) {
    if (digest == DigestAlgorithm::sha1)
        return "1.2.840.10045.4.1";
    if (digest == DigestAlgorithm::sha384)
        return "1.2.840.10045.4.3.3";
    return digest == DigestAlgorithm::sha512 ? "1.2.840.10045.4.3.4" : "1.2.840.10045.4.3.2";
}

/// RSASSA-PSS-params with the salt as long as the digest, as everybody has it.
Bytes pssParameters(DigestAlgorithm digest) {
    const Bytes hash = der::sequence({der::objectIdentifier(digestIdentifier(digest))});
    const Bytes mask = der::sequence({der::objectIdentifier("1.2.840.113549.1.1.8"), hash});
    const auto size = static_cast<std::int64_t>(seal::digest(digest, {}).size());
    return der::sequence({der::tagged0({hash}), der::element(seal::tag::kContext1, mask),
                          der::element(seal::tag::kContext2, der::integer(size))});
}

} // namespace

SigningMethod usualMethod(KeyKind key) {
    switch (key) {
    case KeyKind::sm2:
        return {};
    case KeyKind::p384:
        return {.digest = DigestAlgorithm::sha384};
    case KeyKind::p521:
        return {.digest = DigestAlgorithm::sha512};
    case KeyKind::rsa1024:
    case KeyKind::rsa2048:
    case KeyKind::p256:
        break;
    }
    return {.digest = DigestAlgorithm::sha256};
}

seal::SignatureAlgorithm algorithmOf(KeyKind key, const SigningMethod& method) {
    const std::string beside = digestIdentifier(method.digest);
    if (key == KeyKind::sm2)
        return {.identifier = "1.2.156.10197.1.501", .digest = beside};
    if (key != KeyKind::rsa1024 && key != KeyKind::rsa2048)
        return {.identifier = ecdsaIdentifier(method.digest), .digest = beside};
    if (method.padding == SigningMethod::Padding::pss)
        return {.identifier = "1.2.840.113549.1.1.10",
                .parameters = pssParameters(method.digest),
                .digest = beside};
    return {.identifier = rsaIdentifier(method.digest), .digest = beside};
}

std::string digestIdentifier(DigestAlgorithm digest) {
    switch (digest) {
    case DigestAlgorithm::sm3:
        return "1.2.156.10197.1.401";
    case DigestAlgorithm::sha256:
        return "2.16.840.1.101.3.4.2.1";
    case DigestAlgorithm::sha384:
        return "2.16.840.1.101.3.4.2.2";
    case DigestAlgorithm::sha512:
        return "2.16.840.1.101.3.4.2.3";
    case DigestAlgorithm::sha1:
        return "1.3.14.3.2.26";
    case DigestAlgorithm::md5:
        return "1.2.840.113549.2.5";
    }
    return {};
}

} // namespace kiosk::sandbox
