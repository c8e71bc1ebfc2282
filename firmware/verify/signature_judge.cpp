// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/signature_judge.h"

#include "firmware/seal/certificate.h"

namespace kiosk::verify {

namespace {

void describeSigner(const seal::SignedValue& value, SignatureCheck& check) {
    check.kind += seal::formName(value);
    check.signedAt = value.signedAt;
    if (value.seal)
        check.sealName = value.seal->name;
    if (const auto signer = seal::parseCertificate(value.signerCertificate)) {
        check.signer = signer->commonName;
        check.issuer = signer->issuer;
    }
}

void judgeData(const seal::SignedValue& value, const SignedThing& thing, JudgedSignature& judged) {
    if (!value.dataHash)
        return;
    layers::Findings findings = layers::dataHash(value, thing.data);
    if (value.seal && thing.descriptionPath)
        for (const Why why : layers::property(value, *thing.descriptionPath))
            findings.push_back(why);
    judged.check.dataHash = judged.take(findings);
}

void judgeDates(const seal::SignedValue& value, const layers::Chains& chains,
                const TrustList& trust, WallTime now, JudgedSignature& judged) {
    layers::Findings atSigning = layers::validAtSigning(value, chains, now);
    for (const Why why : layers::timeStamp(value, trust))
        atSigning.push_back(why);
    judged.check.validAtSigning = judged.take(atSigning);
    const layers::Findings ended = layers::validToday(value, now);
    judged.take(ended);
    judged.check.validToday = ended.empty() ? LayerState::ok : LayerState::failed;
}

} // namespace

LayerState JudgedSignature::take(const layers::Findings& found) {
    findings.insert(findings.end(), found.begin(), found.end());
    return stateOf(found);
}

void judgeValue(const seal::SignedValue& value, const SignedThing& thing, const TrustList& trust,
                WallTime now, JudgedSignature& judged) {
    SignatureCheck& check = judged.check;
    describeSigner(value, check);
    if (value.signerCertificate.empty()) { // a bare value: nobody to hold it against
        judged.take({Why::signerUnnamed});
        return;
    }
    judgeData(value, thing, judged);
    check.signature = judged.take(layers::signature(value, thing.data));
    if (value.seal) {
        check.sealSignature = judged.take(layers::sealSignature(*value.seal, thing.sealCopy));
        check.signerListed = judged.take(layers::signerListed(value));
    }
    const layers::Chains chains = layers::chainsOf(value, trust);
    check.chain = judged.take(layers::chain(value, chains));
    judgeDates(value, chains, trust, now, judged);
}

Why whyUnreadable(const Error& error) {
    if (error.code() == "seal.several-signers")
        return Why::severalSigners;
    if (error.code() == "seal.signer-certificate")
        return Why::signerCertificateMissing;
    return error.code() == "seal.version" ? Why::versionUnknown : Why::valueUnreadable;
}

} // namespace kiosk::verify
