// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/grant_verifier.h"

#include "firmware/licence/check_characters.h"
#include "firmware/verify/region_signature.h"

namespace kiosk::verify {

namespace {

std::string_view objectionTo(CopyFinding finding) {
    switch (finding) {
    case CopyFinding::genuine:
        return {};
    case CopyFinding::changed:
        return "grant.changed";
    case CopyFinding::signerOfElsewhere:
        return "grant.not-this-region";
    case CopyFinding::keyNotValidThen:
    case CopyFinding::regionUnknown:
    case CopyFinding::signerUnknown:
    case CopyFinding::signerNotTrusted:
    case CopyFinding::reservedAhead:
        break;
    }
    return "grant.signer-unknown";
}

} // namespace

std::string_view GrantVerifier::objection(const Grant& grant, const Holder& person, Date today,
                                          WallTime now) const {
    const SignedByRegion what{.regionCode = grant.regionCode,
                              .signerKey = grant.signerKey,
                              .signature = grant.signature,
                              .text = signedText(grant),
                              .at = now};
    // Before anything it says is believed.
    if (const auto why = objectionTo(checkSignature(trust_, what, now).finding); !why.empty())
        return why;
    if (!isCreditCode(grant.enterprise.code))
        return "grant.company-unknown";
    if (grant.bearer.code != person.code || grant.bearer.name != person.name)
        return "grant.other-person";
    if (today < grant.from)
        return "grant.not-yet";
    return grant.until < today ? "grant.expired" : "";
}

} // namespace kiosk::verify
