// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/verify/layers.h"

namespace kiosk::verify::layers {

namespace {

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
    case seal::Chain::extensionUnknown:
        return {Why::extensionUnknown};
    case seal::Chain::weak:
        return {Why::chainWeak};
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

bool mayNotSign(ByteView certificate) {
    const auto read = seal::parseCertificate(certificate);
    return read && read->usage == seal::Certificate::Usage::mayNotSign;
}

bool issuersValidAt(const seal::ChainCheck& chain, WallTime time) {
    return std::ranges::all_of(chain.issuers,
                               [&](const auto& issuer) { return issuer.isValidAt(time); });
}

void append(Findings& findings, const Findings& more) {
    findings.insert(findings.end(), more.begin(), more.end());
}

} // namespace

Chains chainsOf(const seal::SignedValue& value, const TrustList& trust) {
    Chains chains{.signer =
                      seal::chainTo(trust.roots, value.signerCertificate, value.otherCertificates)};
    if (value.seal)
        chains.maker = seal::chainTo(trust.roots, value.seal->makerCertificate);
    return chains;
}

Findings chain(const seal::SignedValue& value, const Chains& chains) {
    Findings findings = meaningOf(chains.signer.outcome, Why::signerIssuerUnknown);
    if (chains.maker)
        append(findings, meaningOf(chains.maker->outcome, Why::makerIssuerUnknown));
    if (mayNotSign(value.signerCertificate))
        findings.push_back(Why::signerMayNotSign);
    if (value.seal && mayNotSign(value.seal->makerCertificate))
        findings.push_back(Why::makerMayNotSign);
    return findings;
}

Findings validAtSigning(const seal::SignedValue& value, const Chains& chains, WallTime now) {
    if (!value.signedAt)
        return {Why::signingTimeMissing};
    Findings findings;
    if (*value.signedAt > now + kClockTolerance)
        findings.push_back(Why::signingTimeAhead);
    if (!certificateValidAt(value.signerCertificate, *value.signedAt))
        findings.push_back(Why::certificateNotValidAtSigning);
    if (!issuersValidAt(chains.signer, *value.signedAt))
        findings.push_back(Why::issuerNotValidAtSigning);
    if (!value.seal)
        return findings;
    if (!isValidAt(*value.seal, *value.signedAt))
        findings.push_back(Why::sealNotValidAtSigning);
    if (!certificateValidAt(value.seal->makerCertificate, value.seal->madeAt) ||
        (chains.maker && !issuersValidAt(*chains.maker, value.seal->madeAt)))
        findings.push_back(Why::makerNotValidAtMaking);
    return findings;
}

Findings validToday(const seal::SignedValue& value, WallTime now) {
    Findings findings;
    if (value.seal && !isValidAt(*value.seal, now))
        findings.push_back(Why::sealEndedSince);
    if (!certificateValidAt(value.signerCertificate, now))
        findings.push_back(Why::certificateEndedSince);
    if (value.seal && !certificateValidAt(value.seal->makerCertificate, now))
        findings.push_back(Why::makerEndedSince);
    return findings;
}

} // namespace kiosk::verify::layers
