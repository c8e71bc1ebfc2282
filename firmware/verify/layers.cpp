// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/layers.h"

#include <algorithm>
#include <map>

#include "firmware/seal/certificate.h"
#include "firmware/seal/chain.h"
#include "firmware/seal/digest.h"
#include "firmware/seal/sm2.h"

namespace kiosk::verify::layers {

namespace {

using seal::SignatureMatch;

/// Issuers' clocks and ours differ by minutes, not more.
constexpr std::chrono::minutes kClockTolerance{5};

struct MatchReasons {
    Why wrong;
    Why unknownAlgorithm;
};

Findings meaningOf(SignatureMatch match, const MatchReasons& reasons) {
    switch (match) {
    case SignatureMatch::matches:
        return {};
    case SignatureMatch::differs:
        return {reasons.wrong};
    case SignatureMatch::unknownAlgorithm:
    case SignatureMatch::unreadableKey:
        return {reasons.unknownAlgorithm};
    }
    return {reasons.wrong};
}

/// `unknown` says whose issuer it is that we do not know.
Findings meaningOf(seal::Chain chain, Why unknown) {
    switch (chain) {
    case seal::Chain::trusted:
        return {};
    case seal::Chain::issuerUnknown:
    case seal::Chain::unreadable:
        return {unknown};
    case seal::Chain::forged:
        return {Why::certificateForged};
    case seal::Chain::issuerMayNotIssue:
        return {Why::issuerMayNotIssue};
    }
    return {unknown};
}

bool isValidAt(const seal::ElectronicSeal& seal, WallTime time) {
    return seal.validFrom <= time && time <= seal.validUntil;
}

/// An unreadable certificate is the signature layer's finding, not one of dates.
bool certificateValidAt(ByteView certificate, WallTime time) {
    const auto read = seal::parseCertificate(certificate);
    return !read || read->isValidAt(time);
}

void append(Findings& findings, const Findings& more) {
    findings.insert(findings.end(), more.begin(), more.end());
}

} // namespace

Findings references(const document::Package& package, const SignatureDescription& description) {
    const auto algorithm = seal::digestAlgorithm(description.checkMethod);
    if (!algorithm)
        return {Why::digestUnknown};
    Findings findings;
    std::map<std::string, Bytes> digests; // a list may name one file a thousand times
    for (const ProtectedFile& file : description.files) {
        const auto content = package.entry(file.path);
        if (!content) {
            findings.push_back(Why::fileMissing);
            continue;
        }
        if (!digests.contains(file.path))
            digests[file.path] = seal::digest(*algorithm, *content);
        if (file.digest.empty() || digests[file.path] != file.digest)
            findings.push_back(Why::fileChanged);
    }
    if (!seal::isCollisionResistant(*algorithm))
        findings.push_back(Why::digestWeak);
    return findings;
}

Findings dataHash(const seal::SignedValue& value, ByteView description) {
    if (value.dataHash == seal::sm3(description))
        return {};
    return {Why::descriptionChanged};
}

Findings signature(const seal::SignedValue& value) {
    return meaningOf(seal::checkSignature(value.signerCertificate, value.algorithm,
                                          value.signedBytes, value.value),
                     {Why::signatureWrong, Why::signatureAlgorithmUnknown});
}

Findings sealSignature(const seal::ElectronicSeal& seal, std::optional<ByteView> copy) {
    Findings findings = meaningOf(
        seal::checkSignature(seal.makerCertificate, seal.algorithm, seal.signedBytes, seal.value),
        {Why::sealSignatureWrong, Why::sealAlgorithmUnknown});
    if (copy && !std::ranges::equal(*copy, seal.original))
        findings.push_back(Why::sealCopyDiffers);
    return findings;
}

Findings signerListed(const seal::SignedValue& value) {
    if (value.seal->lists(value.signerCertificate))
        return {};
    return {Why::signerNotListed};
}

Findings chain(const seal::SignedValue& value, const TrustList& trust) {
    Findings findings =
        meaningOf(seal::chainTo(trust.roots, value.signerCertificate), Why::signerIssuerUnknown);
    if (value.seal)
        append(findings, meaningOf(seal::chainTo(trust.roots, value.seal->makerCertificate),
                                   Why::makerIssuerUnknown));
    const auto signer = seal::parseCertificate(value.signerCertificate);
    if (signer && signer->usage == seal::Certificate::Usage::mayNotSign)
        findings.push_back(Why::signerMayNotSign);
    return findings;
}

Findings validAtSigning(const seal::SignedValue& value, WallTime now) {
    if (!value.signedAt)
        return {Why::signingTimeMissing};
    Findings findings;
    if (*value.signedAt > now + kClockTolerance)
        findings.push_back(Why::signingTimeAhead);
    if (!certificateValidAt(value.signerCertificate, *value.signedAt))
        findings.push_back(Why::certificateNotValidAtSigning);
    if (!value.seal)
        return findings;
    if (!isValidAt(*value.seal, *value.signedAt))
        findings.push_back(Why::sealNotValidAtSigning);
    if (!certificateValidAt(value.seal->makerCertificate, value.seal->madeAt))
        findings.push_back(Why::makerNotValidAtMaking);
    return findings;
}

Findings validToday(const seal::SignedValue& value, WallTime now) {
    Findings findings;
    if (value.seal && !isValidAt(*value.seal, now))
        findings.push_back(Why::sealEndedSince);
    if (!certificateValidAt(value.signerCertificate, now))
        findings.push_back(Why::certificateEndedSince);
    return findings;
}

} // namespace kiosk::verify::layers
