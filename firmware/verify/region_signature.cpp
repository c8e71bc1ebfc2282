// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/region_signature.h"

#include <algorithm>

#include "firmware/seal/certificate.h"
#include "firmware/seal/chain.h"
#include "firmware/seal/signature.h"

namespace kiosk::verify {

namespace {

using enum CopyFinding;

constexpr std::string_view kSm2WithSm3 = "1.2.156.10197.1.501";

/// One key may sign for several regions; of another region it is named only where the text's own
/// has none like it.
const CopySigner* signerOf(const TrustList& trust, const SignedByRegion& what) {
    const CopySigner* elsewhere = nullptr;
    for (const CopySigner& signer : trust.copySigners) {
        if (signer.key != what.signerKey)
            continue;
        if (signer.regionCode == what.regionCode)
            return &signer;
        elsewhere = &signer;
    }
    return elsewhere;
}

bool signsHere(const CopySigner& signer, const SignedByRegion& what) {
    return seal::checkSignature(signer.certificate, {.identifier = std::string(kSm2WithSm3)},
                                bytesOf(what.text),
                                what.signature) == seal::SignatureMatch::matches;
}

/// The signature first: a text that was changed says nothing else worth looking at.
CopyFinding judge(const TrustList& trust, const CopySigner& signer,
                  const seal::Certificate& certificate, const SignedByRegion& what) {
    if (!signsHere(signer, what))
        return changed;
    if (seal::chainTo(trust.roots, signer.certificate).outcome != seal::Chain::trusted ||
        certificate.usage != seal::Certificate::Usage::maySign)
        return signerNotTrusted;
    if (signer.regionCode != what.regionCode)
        return signerOfElsewhere;
    return certificate.isValidAt(what.at) ? genuine : keyNotValidThen;
}

} // namespace

CopySignature checkSignature(const TrustList& trust, const SignedByRegion& what, WallTime now) {
    const CopySigner* signer = signerOf(trust, what);
    if (signer == nullptr) {
        const bool known = std::ranges::find(trust.copySigners, what.regionCode,
                                             &CopySigner::regionCode) != trust.copySigners.end();
        return {known ? signerUnknown : regionUnknown, {}, now};
    }
    const auto certificate = seal::parseCertificate(signer->certificate);
    if (!certificate)
        return {signerNotTrusted, {}, now};
    return {judge(trust, *signer, *certificate, what), certificate->commonName, now};
}

} // namespace kiosk::verify
