// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/seal/signature.h"

namespace kiosk::seal {

/// What an algorithm identifier stands for, ready to be computed.
struct SignatureScheme {
    enum class Kind { sm2, rsaPkcs1, rsaPss, ecdsa };

    Kind kind = Kind::sm2;
    DigestAlgorithm digest = DigestAlgorithm::sm3;
    int saltLength = 0; ///< PSS only
};

/// How an identifier was understood.
struct ReadScheme {
    enum class Outcome { known, unknown, contradictory };

    Outcome outcome = Outcome::unknown;
    SignatureScheme scheme = {}; ///< where known
};

/// Identifier, parameters and the digest beside them as one scheme (RFC 8017, 5758, GB/T 33560).
ReadScheme readScheme(const SignatureAlgorithm& algorithm);

} // namespace kiosk::seal
