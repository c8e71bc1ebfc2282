// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/licence/licence.h"
#include "tests/sandbox/issuing/making.h"

namespace kiosk::sandbox {

/// The time an office's certificates hold.
struct Validity {
    WallTime from;
    WallTime until;
};

/// Somebody of the region's office, to be certified.
Subject subject(const Region& region, const std::string& what, Subject::Role role,
                const Validity& validity);

/// Certifies those with whom something is to be wrong, and those an office needs now and then.
struct Certifying {
    const Region& region;
    const Keyholder& root;
    const Keyholder& maker; ///< of seals; may not certify
    Validity validity;

    /// Somebody to sign, and the issuers between them and the root.
    struct Signer {
        Keyholder holder;
        std::vector<Bytes> issuers; ///< certificates
    };

    /// Another signer than the office's own; nothing where the office's own will do.
    Result<std::optional<Signer>> signerFor(const Making& making, WallTime signedAt) const;
    /// Another maker of the seal than the office's own; nothing where that will do.
    Result<std::optional<Keyholder>> makerFor(Fault fault) const;
    Result<Keyholder> stamperFor(const Stamping& stamping) const;

private:
    Result<Keyholder> issuerBetween(Fault fault, WallTime signedAt) const;
};

} // namespace kiosk::sandbox
