// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/licence/grant.h"
#include "firmware/verify/trust_list.h"

namespace kiosk::verify {

/// Judges grants by the trust list and the kiosk's own clock. Stateless; any thread.
class GrantVerifier {
public:
    explicit GrantVerifier(TrustList trust) : trust_(std::move(trust)) {}

    /// Why this person may not act by it on that day; nothing where they may. The texts hang on it
    /// under "error.<code>":
    ///
    ///   "grant.changed"          the named key did not sign this text
    ///   "grant.not-this-region"  signed, but by another region's key
    ///   "grant.signer-unknown"   by a key nobody here trusts, or one that is out of its validity
    ///   "grant.company-unknown"  the enterprise's code is none (GB 32100)
    ///   "grant.other-person"     made out to somebody else
    ///   "grant.not-yet"          its first day is to come
    ///   "grant.expired"          its last day is over
    std::string_view objection(const Grant& grant, const Holder& person, Date today,
                               WallTime now) const;

private:
    TrustList trust_;
};

} // namespace kiosk::verify
