// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/signature_judge.h"

#include "firmware/seal/certificate.h"
#include "firmware/verify/layers.h"

namespace kiosk::verify {

namespace {

/// Keeps a layer's findings and says what they make of it.
LayerState taken(JudgedSignature& judged, const layers::Findings& findings) {
    judged.findings.insert(judged.findings.end(), findings.begin(), findings.end());
    return stateOf(findings);
}

std::optional<ByteView> entryOrNothing(const document::Package& package, const std::string& path) {
    const auto content = package.entry(path);
    return content ? std::optional(*content) : std::nullopt;
}

void describeSigner(const seal::SignedValue& value, SignatureCheck& check) {
    check.kind = seal::formName(value);
    check.signedAt = value.signedAt;
    if (value.seal)
        check.sealName = value.seal->name;
    if (const auto signer = seal::parseCertificate(value.signerCertificate)) {
        check.signer = signer->commonName;
        check.issuer = signer->issuer;
    }
}

void judgeSeal(const document::Package& package, const SignatureDescription& description,
               const seal::SignedValue& value, JudgedSignature& judged) {
    const auto copy = entryOrNothing(package, description.sealPath);
    judged.check.sealSignature = taken(judged, layers::sealSignature(*value.seal, copy));
    judged.check.signerListed = taken(judged, layers::signerListed(value));
    for (const StampPlace& place : description.stamps)
        judged.stamps.push_back({.pageId = place.pageId,
                                 .boundary = place.boundary,
                                 .clip = place.clip,
                                 .format = value.seal->picture.format,
                                 .picture = value.seal->picture.data,
                                 .size = value.seal->picture.size});
}

void judgeValue(const document::Package& package, const SignatureDescription& description,
                const seal::SignedValue& value, const TrustList& trust, WallTime now,
                JudgedSignature& judged) {
    SignatureCheck& check = judged.check;
    describeSigner(value, check);
    if (value.signerCertificate.empty()) { // a bare value: nobody to hold it against
        taken(judged, {Why::signerUnnamed});
        return;
    }
    const ByteView signedFile = entryOrNothing(package, description.path).value_or(ByteView{});
    check.dataHash = taken(judged, layers::dataHash(value, signedFile));
    check.signature = taken(judged, layers::signature(value));
    if (value.seal)
        judgeSeal(package, description, value, judged);
    check.chain = taken(judged, layers::chain(value, trust));
    check.validAtSigning = taken(judged, layers::validAtSigning(value, now));
    const layers::Findings ended = layers::validToday(value, now);
    taken(judged, ended);
    check.validToday = ended.empty() ? LayerState::ok : LayerState::failed;
}

} // namespace

JudgedSignature judgeSignature(const document::Package& package,
                               const SignatureDescription& description, const TrustList& trust,
                               WallTime now) {
    JudgedSignature judged;
    judged.check.references = taken(judged, layers::references(package, description));
    const auto stored = entryOrNothing(package, description.valuePath);
    if (!stored) {
        taken(judged, {Why::valueMissing});
        return judged;
    }
    const auto value = seal::parseSignedValue(*stored);
    if (!value) {
        taken(judged, {Why::valueUnreadable});
        return judged;
    }
    judgeValue(package, description, *value, trust, now, judged);
    return judged;
}

} // namespace kiosk::verify
