// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/ses_signature.h"

#include "firmware/seal/signing_time.h"
#include "firmware/seal/time_stamp.h"
#include "firmware/seal/version.h"

namespace kiosk::seal {

namespace {

constexpr std::size_t kOldMemberCount = 2;

/// GeneralizedTime in v4 and v5; v1 wraps one of several things into a BIT STRING, among them a
/// time stamp token.
Result<> readTime(DerReader& signedPart, SignedValue& value) {
    if (signedPart.nextTag() != tag::kBitString) {
        value.signedAt = TRY(timeValue(TRY(signedPart.any())));
        return {};
    }
    Bytes info = TRY(signedPart.bits());
    value.signedAt = timeInfo(info);
    if (value.signedAt)
        return {};
    if (const auto stamp = parseTimeStamp(info))
        value.signedAt = stamp->time;
    value.timeStamp = std::move(info);
    return {};
}

/// The members both layouts begin with.
Result<> readCommon(DerReader& signedPart, SignedValue& value) {
    value.version = TRY(knownVersion(signedPart, {1, 2, 3, 4, 5}));
    value.seal = TRY(parseSeal(TRY(signedPart.expect(tag::kSequence)).whole));
    TRY(readTime(signedPart, value));
    value.dataHash = TRY(signedPart.bits());
    value.property = TRY(signedPart.text());
    return {};
}

Result<> readOld(DerReader& signedPart, DerReader& outer, SignedValue& value) {
    value.signerCertificate = TRY(signedPart.octets());
    value.algorithm.identifier = TRY(signedPart.objectIdentifier());
    TRY(signedPart.finish());
    value.value = TRY(outer.bits());
    return outer.finish();
}

Result<Bytes> wholeOf(DerReader& reader) {
    const ByteView whole = TRY(reader.any()).whole;
    return Bytes(whole.begin(), whole.end());
}

Result<> readModern(DerReader& signedPart, DerReader& outer, SignedValue& value) {
    if (signedPart.nextTag() == tag::kContext0 || signedPart.nextTag() == tag::kSequence)
        TRY(signedPart.any()); // extensions, with or without the standard's [0]
    TRY(signedPart.finish());
    value.signerCertificate = TRY(outer.octets());
    value.algorithm.identifier = TRY(outer.objectIdentifier());
    value.value = TRY(outer.bits());
    if (outer.nextTag() == tag::kContext0) {
        DerReader stamp = TRY(outer.inside(tag::kContext0));
        value.timeStamp = TRY(stamp.nextTag() == tag::kBitString ? stamp.bits() : wholeOf(stamp));
        TRY(stamp.finish());
    }
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
    // The standards name no digest of its own for the data: it is the signature's.
    value.dataDigest = digestOf(value.algorithm).value_or(DigestAlgorithm::sm3);
    return value;
}

} // namespace kiosk::seal
