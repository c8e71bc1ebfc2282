// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/copy_verifier.h"

#include <algorithm>

#include "firmware/seal/certificate.h"
#include "firmware/seal/chain.h"
#include "firmware/seal/digest.h"
#include "firmware/seal/signature.h"

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

constexpr std::string_view kSm2WithSm3 = "1.2.156.10197.1.501";
/// Two clocks are never quite the same.
constexpr std::chrono::minutes kClockTolerance{10};

/// One key may sign for several regions; of another region it is named only where the code's own
/// has none like it.
const CopySigner* signerOf(const TrustList& trust, const CopyCode& code) {
    const CopySigner* elsewhere = nullptr;
    for (const CopySigner& signer : trust.copySigners) {
        if (signer.key != code.signerKey)
            continue;
        if (signer.regionCode == code.regionCode)
            return &signer;
        elsewhere = &signer;
    }
    return elsewhere;
}

bool signsHere(const CopySigner& signer, const CopyCode& code) {
    const std::string text = signedText(code);
    return seal::checkSignature(signer.certificate, {.identifier = std::string(kSm2WithSm3)},
                                bytesOf(text), code.signature) == seal::SignatureMatch::matches;
}

/// The signature first: a text that was changed says nothing else worth looking at.
CopyFinding judge(const TrustList& trust, const CopySigner& signer,
                  const seal::Certificate& certificate, const CopyCode& code, WallTime now) {
    if (!signsHere(signer, code))
        return changed;
    if (seal::chainTo(trust.roots, signer.certificate).outcome != seal::Chain::trusted ||
        certificate.usage != seal::Certificate::Usage::maySign)
        return signerNotTrusted;
    if (signer.regionCode != code.regionCode)
        return signerOfElsewhere;
    if (!certificate.isValidAt(code.reservedAt))
        return keyNotValidThen;
    return code.reservedAt > now + kClockTolerance ? reservedAhead : genuine;
}

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
    const CopySigner* signer = signerOf(trust_, code);
    if (signer == nullptr) {
        const bool known = std::ranges::find(trust_.copySigners, code.regionCode,
                                             &CopySigner::regionCode) != trust_.copySigners.end();
        return {known ? signerUnknown : regionUnknown, {}, now};
    }
    const auto certificate = seal::parseCertificate(signer->certificate);
    if (!certificate)
        return {signerNotTrusted, {}, now};
    return {judge(trust_, *signer, *certificate, code, now), certificate->commonName, now};
}

CopyCode::FileDigest copyDigest(ByteView file) {
    CopyCode::FileDigest first{};
    std::ranges::copy(ByteView(seal::sm3(file)).first(first.size()), first.begin());
    return first;
}

} // namespace kiosk::verify
