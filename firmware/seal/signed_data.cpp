// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/signed_data.h"

#include <algorithm>

#include "firmware/seal/signer_identifier.h"
#include "firmware/seal/signing_time.h"
#include "firmware/seal/version.h"

namespace kiosk::seal {

namespace {

constexpr std::string_view kContentType = "1.2.840.113549.1.9.3";
constexpr std::string_view kMessageDigest = "1.2.840.113549.1.9.4";
constexpr std::string_view kSigningTime = "1.2.840.113549.1.9.5";
constexpr std::string_view kSignatureTimeStamp = "1.2.840.113549.1.9.16.2.14"; // RFC 3161, A
/// Real files carry one to three; a chain has no use for more.
constexpr std::size_t kMostCertificates = 32;

std::unexpected<Error> notUnderstood(std::string_view detail,
                                     std::string_view code = "seal.signed-data") {
    return fail(ErrorKind::unsupported, code, Remedy::supplier, detail);
}

bool isSignedData(std::string_view contentType) {
    return contentType == "1.2.156.10197.6.1.4.2.2" || contentType == "1.2.840.113549.1.7.2";
}

bool isData(std::string_view type) {
    return type == "1.2.156.10197.6.1.4.2.1" || type == "1.2.840.113549.1.7.1";
}

/// Real licences call their content data by the one identifier and by the other in one value.
bool isSameType(std::string_view one, std::string_view other) {
    return one == other || (isData(one) && isData(other));
}

/// AlgorithmIdentifier of a digest: the parameters, where they stand at all, are NULL.
Result<std::string> readDigestIdentifier(DerReader algorithm) {
    std::string identifier = TRY(algorithm.objectIdentifier());
    if (!algorithm.atEnd())
        TRY(algorithm.expect(tag::kNull));
    TRY(algorithm.finish());
    return identifier;
}

Result<std::vector<std::string>> readDigestAlgorithms(DerReader& signedData) {
    DerReader set = TRY(signedData.inside(tag::kSet));
    std::vector<std::string> identifiers;
    while (!set.atEnd())
        identifiers.push_back(TRY(readDigestIdentifier(TRY(set.sequence()))));
    return identifiers;
}

Result<> readContent(DerReader& signedData, SignedValue& value) {
    DerReader encapsulated = TRY(signedData.sequence());
    value.contentType = TRY(encapsulated.objectIdentifier());
    if (encapsulated.atEnd())
        return {};
    DerReader tagged = TRY(encapsulated.inside(tag::kContext0));
    TRY(encapsulated.finish());
    value.content = TRY(tagged.octets());
    return tagged.finish();
}

Result<std::vector<Bytes>> readCertificates(DerReader& signedData) {
    std::vector<Bytes> certificates;
    if (signedData.nextTag() != tag::kContext0)
        return certificates;
    DerReader set = TRY(signedData.inside(tag::kContext0));
    while (!set.atEnd() && certificates.size() < kMostCertificates) {
        const DerElement one = TRY(set.any());
        if (one.tag == tag::kSequence)
            certificates.emplace_back(one.whole.begin(), one.whole.end());
        else if (one.tag < tag::kContext0) // the other choices: attribute certificates and such
            return notUnderstood("no certificate");
    }
    return certificates;
}

/// One of the signed attributes we know, each of which may stand there once.
Result<> readAttribute(DerReader attribute, SignedValue& value,
                       std::vector<std::string>& contentTypes) {
    const std::string type = TRY(attribute.objectIdentifier());
    DerReader values = TRY(attribute.inside(tag::kSet));
    if (type == kContentType) {
        contentTypes.push_back(TRY(values.objectIdentifier()));
        return values.finish();
    }
    if (type == kMessageDigest) {
        if (value.dataHash)
            return notUnderstood("two message digests");
        value.dataHash = TRY(values.octets());
        return values.finish();
    }
    if (type == kSigningTime) {
        value.signedAt = TRY(timeValue(TRY(values.any())));
        return values.finish();
    }
    return {};
}

Result<> readSignedAttributes(const DerElement& element, SignedValue& value) {
    std::vector<std::string> contentTypes;
    DerReader attributes(element.content);
    while (!attributes.atEnd())
        TRY(readAttribute(TRY(attributes.sequence()), value, contentTypes));
    if (!value.dataHash)
        return notUnderstood("no digest among the signed attributes");
    const bool agrees =
        contentTypes.size() == 1 && isSameType(contentTypes.front(), value.contentType);
    value.attributes =
        agrees ? SignedValue::Attributes::consistent : SignedValue::Attributes::contentTypeWrong;
    value.signedBytes.assign(element.whole.begin(), element.whole.end());
    value.signedBytes.front() = std::byte{tag::kSet}; // RFC 5652, 5.4: signed as a SET
    return {};
}

/// With the content carried along, the attribute is its digest and the content speaks of the data.
void holdAgainstContent(SignedValue& value) {
    if (!value.content)
        return;
    const bool agrees =
        value.dataDigest && value.dataHash == digest(*value.dataDigest, *value.content);
    if (!agrees)
        value.attributes = SignedValue::Attributes::messageDigestWrong;
    value.dataHash = value.content;
}

Result<> readUnsignedAttributes(DerReader attributes, SignedValue& value) {
    while (!attributes.atEnd()) {
        DerReader attribute = TRY(attributes.sequence());
        const std::string type = TRY(attribute.objectIdentifier());
        DerReader values = TRY(attribute.inside(tag::kSet));
        if (type != kSignatureTimeStamp)
            continue;
        const ByteView token = TRY(values.any()).whole;
        TRY(values.finish());
        value.timeStamp.assign(token.begin(), token.end());
    }
    return {};
}

Result<> readAlgorithm(DerReader& signer, SignedValue& value) {
    DerReader algorithm = TRY(signer.sequence());
    value.algorithm.identifier = TRY(algorithm.objectIdentifier());
    if (algorithm.atEnd())
        return {};
    const ByteView parameters = TRY(algorithm.any()).whole;
    value.algorithm.parameters.assign(parameters.begin(), parameters.end());
    return algorithm.finish();
}

Result<> takeSignersCertificate(const DerElement& identifier, std::vector<Bytes> certificates,
                                SignedValue& value) {
    const std::size_t index = indexOfSigner(certificates, identifier);
    if (index == certificates.size())
        return notUnderstood("not carried", "seal.signer-certificate");
    value.signerCertificate = std::move(certificates[index]);
    certificates.erase(certificates.begin() + static_cast<std::ptrdiff_t>(index));
    value.otherCertificates = std::move(certificates);
    return {};
}

Result<> readDigestAlgorithm(DerReader& signer, const std::vector<std::string>& announced,
                             SignedValue& value) {
    value.algorithm.digest = TRY(readDigestIdentifier(TRY(signer.sequence())));
    if (std::ranges::find(announced, value.algorithm.digest) == announced.end())
        return notUnderstood("digest not announced");
    value.dataDigest = digestAlgorithm(value.algorithm.digest);
    return {};
}

Result<> readSigner(DerReader signer, const std::vector<std::string>& digests,
                    std::vector<Bytes> certificates, SignedValue& value) {
    static_cast<void>(TRY(knownVersion(signer, {1, 3}))); // RFC 5652, 5.3
    const DerElement identifier = TRY(signer.any());
    TRY(readDigestAlgorithm(signer, digests, value));
    if (signer.nextTag() == tag::kContext0) {
        TRY(readSignedAttributes(TRY(signer.any()), value));
        holdAgainstContent(value);
    } else if (value.content) {
        value.dataHash = value.content;
        value.signedBytes = *value.content;
    }
    TRY(readAlgorithm(signer, value));
    value.value = TRY(signer.octets());
    if (signer.nextTag() == tag::kContext1)
        TRY(readUnsignedAttributes(TRY(signer.inside(tag::kContext1)), value));
    TRY(signer.finish());
    return takeSignersCertificate(identifier, std::move(certificates), value);
}

/// The last member of the SignedData.
Result<DerReader> theOneSigner(DerReader& signedData) {
    DerReader signers = TRY(signedData.inside(tag::kSet));
    TRY(signedData.finish());
    DerReader signer = TRY(signers.sequence());
    if (!signers.atEnd())
        return notUnderstood("more than one signer", "seal.several-signers");
    return signer;
}

/// ContentInfo (RFC 5652, 3), of which nothing is signed: it holds the SignedData and no more.
Result<DerReader> openContentInfo(ByteView der) {
    DerReader file(der);
    DerReader outer = TRY(file.sequence());
    TRY(file.finish());
    if (!isSignedData(TRY(outer.objectIdentifier())))
        return notUnderstood("content type");
    DerReader tagged = TRY(outer.inside(tag::kContext0));
    TRY(outer.finish());
    const DerReader signedData = TRY(tagged.sequence());
    TRY(tagged.finish());
    return signedData;
}

} // namespace

Result<SignedValue> parseSignedData(ByteView der) {
    SignedValue value;
    value.form = SignedValue::Form::signedData;
    DerReader signedData = TRY(openContentInfo(der));
    static_cast<void>(TRY(knownVersion(signedData, {1, 3, 4, 5}))); // RFC 5652, 5.1
    const auto digests = TRY(readDigestAlgorithms(signedData));
    TRY(readContent(signedData, value));
    auto certificates = TRY(readCertificates(signedData));
    if (signedData.nextTag() == tag::kContext1)
        TRY(signedData.any()); // revocation lists
    TRY(readSigner(TRY(theOneSigner(signedData)), digests, std::move(certificates), value));
    return value;
}

} // namespace kiosk::seal
