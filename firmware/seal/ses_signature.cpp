// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/ses_signature.h"

#include "firmware/seal/signing_time.h"

namespace kiosk::seal {

namespace {

constexpr std::size_t kOldMemberCount = 2;

/// GeneralizedTime in v4 and v5; v1 wraps one of several things into a BIT STRING.
Result<std::optional<WallTime>> readTime(DerReader& signedPart) {
    if (signedPart.nextTag() == tag::kBitString)
        return timeInfo(TRY(signedPart.bits()));
    return TRY(timeValue(TRY(signedPart.any())));
}

/// The members both layouts begin with.
Result<> readCommon(DerReader& signedPart, SignedValue& value) {
    value.version = static_cast<int>(TRY(signedPart.integer()));
    value.seal = TRY(parseSeal(TRY(signedPart.expect(tag::kSequence)).whole));
    value.signedAt = TRY(readTime(signedPart));
    value.dataHash = TRY(signedPart.bits());
    value.property = TRY(signedPart.text());
    return {};
}

Result<> readOld(DerReader& signedPart, DerReader& outer, SignedValue& value) {
    value.signerCertificate = TRY(signedPart.octets());
    value.algorithm = TRY(signedPart.objectIdentifier());
    TRY(signedPart.finish());
    value.value = TRY(outer.bits());
    return outer.finish();
}

Result<> readModern(DerReader& signedPart, DerReader& outer, SignedValue& value) {
    if (signedPart.nextTag() == tag::kContext0 || signedPart.nextTag() == tag::kSequence)
        TRY(signedPart.any()); // extensions, with or without the standard's [0]
    TRY(signedPart.finish());
    value.signerCertificate = TRY(outer.octets());
    value.algorithm = TRY(outer.objectIdentifier());
    value.value = TRY(outer.bits());
    if (outer.nextTag() == tag::kContext0) // a time stamp token; the value's own time is used
        TRY(outer.any());
    return outer.finish();
}

} // namespace

Result<SignedValue> parseSesSignature(ByteView der) {
    SignedValue value;
    value.form = SignedValue::Form::ses;
    DerReader file(der);
    DerReader outer = TRY(file.sequence());
    TRY(file.finish());
    const bool old = outer.elementsLeft() == kOldMemberCount;
    const DerElement toSign = TRY(outer.expect(tag::kSequence));
    value.signedBytes = Bytes(toSign.whole.begin(), toSign.whole.end());
    DerReader signedPart(toSign.content);
    TRY(readCommon(signedPart, value));
    TRY(old ? readOld(signedPart, outer, value) : readModern(signedPart, outer, value));
    return value;
}

} // namespace kiosk::seal
