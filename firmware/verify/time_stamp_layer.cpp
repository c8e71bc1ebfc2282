// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/layers.h"

namespace kiosk::verify::layers {

namespace {

using seal::SignatureMatch;

/// Signing systems ask for the stamp at once; a day leaves room for those that do it in batches.
constexpr std::chrono::hours kLatestStamp{24};

/// GM/T 0031-2014 puts the token inside what is signed, so that it cannot stamp the signature:
/// there it stands for the data.
bool isOldSeal(const seal::SignedValue& value) {
    return value.form == seal::SignedValue::Form::ses && value.version < 4;
}

Findings imprint(const seal::TimeStamp& stamp, const seal::SignedValue& value) {
    if (!stamp.imprintDigest)
        return {Why::timeStampUnknown};
    if (!isOldSeal(value))
        return stamp.covers(value.value) ? Findings{} : Findings{Why::timeStampWrong};
    const bool coversData = stamp.imprint == value.dataHash || stamp.covers(*value.dataHash);
    // The standard does not say which of several things an old token stamps.
    return coversData ? Findings{} : Findings{Why::timeStampUnknown};
}

Findings againstStatedTime(const seal::TimeStamp& stamp, const seal::SignedValue& value) {
    if (!value.signedAt)
        return {};
    const bool agrees = stamp.time + kClockTolerance >= *value.signedAt &&
                        stamp.time <= *value.signedAt + kLatestStamp;
    return agrees ? Findings{} : Findings{Why::timeStampDisagrees};
}

bool isTrustedStamper(const seal::TimeStamp& stamp, const TrustList& trust) {
    const seal::SignedValue& token = stamp.token;
    const auto chain = seal::chainTo(trust.roots, token.signerCertificate, token.otherCertificates);
    const auto stamper = seal::parseCertificate(token.signerCertificate);
    return chain.outcome == seal::Chain::trusted && stamper &&
           stamper->timeStamping == seal::Certificate::TimeStamping::permitted &&
           stamper->isValidAt(stamp.time);
}

} // namespace

Findings stamper(const seal::TimeStamp& stamp, const TrustList& trust) {
    const seal::SignedValue& token = stamp.token;
    const SignatureMatch match = seal::checkSignature(
        token.signerCertificate, token.algorithm, token.messageFor(*token.content), token.value);
    const bool attributesWrong =
        token.attributes == seal::SignedValue::Attributes::contentTypeWrong ||
        token.attributes == seal::SignedValue::Attributes::messageDigestWrong;
    if (match == SignatureMatch::differs || attributesWrong)
        return {Why::timeStampForged};
    if (match != SignatureMatch::matches)
        return {Why::timeStampUnknown};
    return isTrustedStamper(stamp, trust) ? Findings{} : Findings{Why::timeStampUntrusted};
}

Findings timeStamp(const seal::SignedValue& value, const TrustList& trust) {
    if (value.timeStamp.empty())
        return {};
    const auto stamp = seal::parseTimeStamp(value.timeStamp);
    if (!stamp)
        return {Why::timeStampUnknown};
    Findings findings = imprint(*stamp, value);
    for (const Why why : stamper(*stamp, trust))
        findings.push_back(why);
    for (const Why why : againstStatedTime(*stamp, value))
        findings.push_back(why);
    return findings;
}

} // namespace kiosk::verify::layers
