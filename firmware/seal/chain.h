// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/seal/certificate.h"

namespace kiosk::seal {

/// How a certificate stands to the roots we trust.
enum class Chain {
    trusted,
    issuerUnknown,     ///< no root of ours, or something between is missing
    forged,            ///< names an issuer whose key did not sign it
    issuerMayNotIssue, ///< an issuer's own certificate does not permit issuing, or not so deep
    extensionUnknown,  ///< one carries a critical extension nobody here understands
    weak,              ///< one was signed with a digest or a key that can be forged today
    unreadable,
};

struct ChainCheck {
    Chain outcome = Chain::unreadable;
    /// Those above the certificate asked about, up to the root; of a trusted chain only.
    std::vector<Certificate> issuers;
};

/// Builds the chain from `certificate` to one of `roots` over any of `between`, which prove nothing
/// by themselves (all DER). Checks signatures (SM2 under the default user ID), basicConstraints
/// with pathLen, keyCertSign and critical extensions (RFC 5280, 6.1), not dates: validity is judged
/// at the time of signing, from `issuers`. A certificate among the roots is trusted whoever issued
/// it.
ChainCheck chainTo(const std::vector<Bytes>& roots, ByteView certificate,
                   const std::vector<Bytes>& between = {});

} // namespace kiosk::seal
