// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/verify/copy_verifier.h"

namespace kiosk::verify {

/// A text, and who is said to have signed it: the code of a copy, or a grant.
struct SignedByRegion {
    std::string regionCode;
    CopyCode::SignerKey signerKey{};
    CopyCode::Signature signature{};
    std::string text;
    WallTime at{}; ///< when the key must have been valid
};

/// Whether that region's key in the trust list signed the text (SM2 with SM3, GB/T 32918.2). Never
/// `reservedAhead`: what the time of a text means is its reader's affair.
CopySignature checkSignature(const TrustList& trust, const SignedByRegion& what, WallTime now);

} // namespace kiosk::verify
