// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "firmware/licence/copy_code.h"
#include "firmware/verify/trust_list.h"
#include "firmware/verify/verdict.h"

namespace kiosk::verify {

/// What the signature of a copy's code proves.
enum class CopyFinding {
    genuine,
    changed,           ///< the named key did not sign this text
    signerOfElsewhere, ///< signed, but by another region's key
    keyNotValidThen,   ///< signed, but with a key out of its validity when the copy was reserved
    regionUnknown,     ///< nobody is known here who signs for that region
    signerUnknown,     ///< the region is known, the key is not
    signerNotTrusted,  ///< its certificate leads to no root of ours, or may not sign
    reservedAhead,     ///< reserved at a time yet to come: one of two clocks is wrong
};

/// The answer of a check that asks nobody. That the signature is genuine says nothing of what
/// became of copy and licence since it was made.
struct CopySignature {
    CopyFinding finding = CopyFinding::regionUnknown;
    std::string signer; ///< common name in the certificate, where there is one
    WallTime checkedAt{};
};

/// `valid` for a genuine signature, `notValid` where it is proven wrong, else `cannotTell`.
Judgement judgementOf(CopyFinding finding);
/// "copy.signature-genuine": the texts hang on it under "reason.<code>".
std::string_view reasonOf(CopyFinding finding);
/// All of them, in the order of the enumeration.
std::span<const CopyFinding> allCopyFindings();

/// Checks codes of printed copies against the trust list alone. Stateless; any thread.
class CopyVerifier {
public:
    explicit CopyVerifier(TrustList trust) : trust_(std::move(trust)) {}

    CopySignature check(const CopyCode& code, WallTime now) const;

    /// Which list is used, for slips and records.
    std::string trustListName() const { return trust_.name(); }

private:
    TrustList trust_;
};

/// The first bytes of SM3 over a licence's file, as a copy's code carries them.
CopyCode::FileDigest copyDigest(ByteView file);

} // namespace kiosk::verify
