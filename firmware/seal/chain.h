// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk::seal {

/// How a certificate stands to the roots we trust.
enum class Chain {
    trusted,
    issuerUnknown,     ///< no root of ours, or something between is missing
    forged,            ///< names a root of ours, whose key did not sign it
    issuerMayNotIssue, ///< signed by a root whose own certificate does not permit issuing
    unreadable,
};

/// Builds the chain from `certificate` to one of `roots` (all DER), checking signatures and the
/// right to issue, not dates: validity is judged at the time of signing, apart from this.
Chain chainTo(const std::vector<Bytes>& roots, ByteView certificate);

} // namespace kiosk::seal
