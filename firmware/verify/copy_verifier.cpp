// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/copy_verifier.h"

#include <algorithm>

#include "firmware/seal/digest.h"
#include "firmware/verify/region_signature.h"

namespace kiosk::verify {

namespace {

using enum CopyFinding;

struct Meaning {
    CopyFinding finding;
    Judgement judgement;
    std::string_view reason;
};

/// In the order of CopyFinding.
constexpr std::array kMeanings{
    Meaning{genuine, Judgement::valid, "copy.signature-genuine"},
    Meaning{changed, Judgement::notValid, "copy.changed"},
    Meaning{signerOfElsewhere, Judgement::notValid, "copy.signer-of-elsewhere"},
    Meaning{keyNotValidThen, Judgement::notValid, "copy.key-not-valid-then"},
    Meaning{regionUnknown, Judgement::cannotTell, "copy.region-unknown"},
    Meaning{signerUnknown, Judgement::cannotTell, "copy.signer-unknown"},
    Meaning{signerNotTrusted, Judgement::cannotTell, "copy.signer-not-trusted"},
    Meaning{reservedAhead, Judgement::cannotTell, "copy.clock-doubtful"},
};

constexpr std::array kFindings{genuine,       changed,       signerOfElsewhere, keyNotValidThen,
                               regionUnknown, signerUnknown, signerNotTrusted,  reservedAhead};
static_assert(kFindings.size() == kMeanings.size());

const Meaning& meaningOf(CopyFinding finding) {
    return kMeanings.at(static_cast<std::size_t>(finding));
}

/// Two clocks are never quite the same.
constexpr std::chrono::minutes kClockTolerance{10};

} // namespace

Judgement judgementOf(CopyFinding finding) {
    return meaningOf(finding).judgement;
}

std::string_view reasonOf(CopyFinding finding) {
    return meaningOf(finding).reason;
}

std::span<const CopyFinding> allCopyFindings() {
    return kFindings;
}

CopySignature CopyVerifier::check(const CopyCode& code, WallTime now) const {
    CopySignature answer = checkSignature(trust_,
                                          {.regionCode = code.regionCode,
                                           .signerKey = code.signerKey,
                                           .signature = code.signature,
                                           .text = signedText(code),
                                           .at = code.reservedAt},
                                          now);
    if (answer.finding == genuine && code.reservedAt > now + kClockTolerance)
        answer.finding = reservedAhead;
    return answer;
}

CopyCode::FileDigest copyDigest(ByteView file) {
    CopyCode::FileDigest first{};
    std::ranges::copy(ByteView(seal::sm3(file)).first(first.size()), first.begin());
    return first;
}

} // namespace kiosk::verify
