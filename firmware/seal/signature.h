// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/seal/digest.h"

namespace kiosk::seal {

/// The algorithm a signature claims to be made with. The claim is held against the key: what a
/// key may verify follows from its kind, never from the file.
struct SignatureAlgorithm {
    std::string identifier; ///< dotted OID
    Bytes parameters;       ///< the AlgorithmIdentifier's parameters in DER; empty where none
    /// CMS names the digest beside the algorithm; must then agree with it. Dotted OID, else empty.
    std::string digest;

    bool operator==(const SignatureAlgorithm&) const = default;
};

/// The digest that goes with the algorithm; nothing for what nobody here knows.
std::optional<DigestAlgorithm> digestOf(const SignatureAlgorithm& algorithm);

enum class SignatureMatch {
    matches,
    differs,
    weak,             ///< matches, but a digest or a key of this kind can be forged today
    unknownAlgorithm, ///< the identifier, or the kind of key, is none we know
    misfit,           ///< known, but not one this key can have made, or at odds with itself
    unreadableKey,    ///< the certificate cannot be read
};

/// Whether `value` is the signature of `message` by the key in `certificate` (DER).
///
/// - SM2 with SM3 (GB/T 32918.2, default user ID): `value` a DER SEQUENCE{r, s} or raw r ‖ s.
/// - RSA, PKCS #1 v1.5 and PSS (RFC 8017), and ECDSA on P-256 and P-384, with SHA-2. SHA-1, MD5 and
///   RSA keys under 2048 bits are computed and called weak.
SignatureMatch checkSignature(ByteView certificate, const SignatureAlgorithm& algorithm,
                              ByteView message, ByteView value);

} // namespace kiosk::seal
