// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/verify/reasons.h"
#include "firmware/verify/signature_files.h"
#include "firmware/verify/trust_list.h"

namespace kiosk::verify {

/// One signature after all its layers were looked at.
struct JudgedSignature {
    SignatureCheck check;
    std::vector<Why> findings;
    std::vector<document::Stamp> stamps; ///< the seal's picture at each of its places
};

JudgedSignature judgeSignature(const document::Package& package,
                               const SignatureDescription& description, const TrustList& trust,
                               WallTime now);

} // namespace kiosk::verify
