// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/gm_signed_data.h"

#include "firmware/seal/signing_time.h"

namespace kiosk::seal {

namespace {

constexpr std::string_view kMessageDigest = "1.2.840.113549.1.9.4";
constexpr std::string_view kSigningTime = "1.2.840.113549.1.9.5";

std::unexpected<Error> notUnderstood(std::string_view detail) {
    return fail(ErrorKind::unsupported, "seal.signed-data", Remedy::supplier, detail);
}

bool isSignedData(std::string_view contentType) {
    return contentType == "1.2.156.10197.6.1.4.2.2" || contentType == "1.2.840.113549.1.7.2";
}

/// The content carried along, where it is: the digest of Signature.xml.
Result<std::optional<Bytes>> readContent(DerReader& signedData) {
    DerReader encapsulated = TRY(signedData.sequence());
    TRY(encapsulated.objectIdentifier());
    if (encapsulated.atEnd())
        return std::nullopt;
    DerReader tagged = TRY(encapsulated.inside(tag::kContext0));
    TRY(encapsulated.finish());
    return TRY(tagged.octets());
}

/// The first certificate is the signer's: files have just one.
Result<Bytes> readCertificate(DerReader& signedData) {
    if (signedData.nextTag() != tag::kContext0)
        return notUnderstood("no certificate");
    DerReader certificates = TRY(signedData.inside(tag::kContext0));
    const ByteView whole = TRY(certificates.expect(tag::kSequence)).whole;
    return Bytes(whole.begin(), whole.end());
}

Result<> readAttribute(DerReader attribute, SignedValue& value) {
    const std::string type = TRY(attribute.objectIdentifier());
    DerReader values = TRY(attribute.inside(tag::kSet));
    if (type == kMessageDigest)
        value.dataHash = TRY(values.octets());
    else if (type == kSigningTime)
        value.signedAt = TRY(timeValue(TRY(values.any())));
    return {};
}

Result<> readSignedAttributes(const DerElement& element, SignedValue& value) {
    value.dataHash.reset();
    DerReader attributes(element.content);
    while (!attributes.atEnd())
        TRY(readAttribute(TRY(attributes.sequence()), value));
    value.signedBytes.assign(element.whole.begin(), element.whole.end());
    value.signedBytes.front() = std::byte{tag::kSet}; // RFC 5652, 5.4: signed as a SET
    if (!value.dataHash)
        return notUnderstood("no digest among the signed attributes");
    return {};
}

Result<> readSigner(DerReader& signedData, SignedValue& value) {
    DerReader signers = TRY(signedData.inside(tag::kSet));
    DerReader signer = TRY(signers.sequence());
    if (!signers.atEnd())
        return notUnderstood("more than one signer");
    static_cast<void>(TRY(signer.integer()));
    TRY(signer.any()); // issuer and serial number: the one certificate is the signer's
    TRY(signer.sequence());
    if (signer.nextTag() == tag::kContext0)
        TRY(readSignedAttributes(TRY(signer.any()), value));
    DerReader algorithm = TRY(signer.sequence());
    value.algorithm = TRY(algorithm.objectIdentifier());
    value.value = TRY(signer.octets());
    return {};
}

} // namespace

Result<SignedValue> parseGmSignedData(ByteView der) {
    SignedValue value;
    value.form = SignedValue::Form::gmSignedData;
    DerReader file(der);
    DerReader outer = TRY(file.sequence());
    TRY(file.finish());
    if (!isSignedData(TRY(outer.objectIdentifier())))
        return notUnderstood("content type");
    DerReader tagged = TRY(outer.inside(tag::kContext0));
    DerReader signedData = TRY(tagged.sequence());
    static_cast<void>(TRY(signedData.integer()));
    TRY(signedData.inside(tag::kSet));
    value.dataHash = TRY(readContent(signedData));
    value.signedBytes = value.dataHash.value_or(Bytes{});
    value.signerCertificate = TRY(readCertificate(signedData));
    if (signedData.nextTag() == tag::kContext1)
        TRY(signedData.any()); // revocation lists
    TRY(readSigner(signedData, value));
    if (!value.dataHash)
        return notUnderstood("neither content nor digest");
    return value;
}

} // namespace kiosk::seal
