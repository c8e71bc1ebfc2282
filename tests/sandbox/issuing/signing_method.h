// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/seal/signature.h"

namespace kiosk::sandbox {

/// Keys that occur in the field, and two that must be refused or doubted.
enum class KeyKind {
    sm2,
    rsa1024, ///< too short to be safe
    rsa2048,
    p256,
    p384,
    p521, ///< a curve the kiosk does not take
};

/// How a key is used once.
struct SigningMethod {
    enum class Padding { pkcs1, pss }; ///< RSA only

    seal::DigestAlgorithm digest = seal::DigestAlgorithm::sm3;
    Padding padding = Padding::pkcs1;
    std::string userId = "1234567812345678"; ///< SM2 only (GM/T 0009)
};

/// What an issuer does with such a key when nothing is agreed: SM3 with SM2, else SHA-2.
SigningMethod usualMethod(KeyKind key);

/// The algorithm as a file names it, with the parameters and the digest CMS puts beside it.
seal::SignatureAlgorithm algorithmOf(KeyKind key, const SigningMethod& method);

/// The digest's dotted OID.
std::string digestIdentifier(seal::DigestAlgorithm digest);

} // namespace kiosk::sandbox
