// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/seal/signed_value.h"

namespace kiosk::seal {

/// A time stamp token: somebody else's word for when a value existed. Read, not believed.
struct TimeStamp {
    std::optional<DigestAlgorithm> imprintDigest; ///< nothing for what nobody here knows
    Bytes imprint;                                ///< the digest of what was stamped
    WallTime time;
    SignedValue token; ///< signs the TSTInfo it carries

    bool covers(ByteView stamped) const;
};

/// RFC 3161 TimeStampToken, or a whole TimeStampResp around one, signed by international or GM
/// algorithms (GM/T 0033). Errors: those of parseSignedData(), "seal.time-stamp" where it is not
/// about a time.
Result<TimeStamp> parseTimeStamp(ByteView der);

} // namespace kiosk::seal
