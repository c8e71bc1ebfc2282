// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/cms_writer.h"

#include <algorithm>

#include "firmware/seal/der.h"
#include "firmware/seal/signed_value.h"
#include "tests/sandbox/issuing/der_writer.h"

namespace kiosk::sandbox {

namespace {

using Shape = CmsContent::Shape;
namespace tag = seal::tag;

struct Identifiers {
    std::string_view signedData;
    std::string_view data;
};

Identifiers identifiersOf(const CmsContent& content) {
    if (content.identifiers == CmsContent::Identifiers::gm)
        return {"1.2.156.10197.6.1.4.2.2", "1.2.156.10197.6.1.4.2.1"};
    return {"1.2.840.113549.1.7.2", "1.2.840.113549.1.7.1"};
}

Bytes typeOf(const CmsContent& content) {
    return der::objectIdentifier(content.contentType.empty() ? identifiersOf(content).data
                                                             : content.contentType);
}

Bytes attribute(std::string_view type, const Bytes& value) {
    return der::sequence({der::objectIdentifier(type), der::set({value})});
}

/// In the order DER wants a SET OF in.
Bytes attributesOf(const CmsContent& content, seal::DigestAlgorithm digest) {
    const bool otherData = content.fault == CmsFault::digestDiffers;
    const bool otherType = content.fault == CmsFault::contentTypeDiffers;
    der::Parts parts{
        attribute("1.2.840.113549.1.9.4",
                  der::octets(seal::digest(digest, otherData ? bytesOf("other") : content.data)))};
    if (content.fault != CmsFault::contentTypeMissing)
        parts.push_back(
            attribute("1.2.840.113549.1.9.3",
                      otherType ? der::objectIdentifier("1.2.840.113549.1.7.5") : typeOf(content)));
    if (content.signedAt)
        parts.push_back(attribute("1.2.840.113549.1.9.5", der::utcTime(*content.signedAt)));
    std::ranges::sort(parts);
    return der::set(parts);
}

Bytes issuerAndSerial(ByteView certificate) {
    seal::DerReader file(certificate);
    seal::DerReader outer = file.sequence().value();
    seal::DerReader signedPart = outer.sequence().value();
    static_cast<void>(signedPart.expect(tag::kContext0)); // version
    const ByteView serial = signedPart.expect(tag::kInteger)->whole;
    static_cast<void>(signedPart.sequence()); // algorithm
    const ByteView issuer = signedPart.expect(tag::kSequence)->whole;
    return der::sequence(
        {Bytes(issuer.begin(), issuer.end()), Bytes(serial.begin(), serial.end())});
}

Bytes carriedContent(const CmsContent& content, seal::DigestAlgorithm digest) {
    if (content.shape == Shape::carried)
        return content.data;
    return content.shape == Shape::digestOnly ? seal::digest(digest, content.data) : Bytes{};
}

Bytes encapsulated(const CmsContent& content, seal::DigestAlgorithm digest) {
    der::Parts parts{typeOf(content)};
    const Bytes carried = carriedContent(content, digest);
    if (!carried.empty())
        parts.push_back(der::tagged0({der::octets(carried)}));
    return der::sequence(parts);
}

Bytes retagged(Bytes element, std::uint8_t newTag) {
    element.front() = std::byte{newTag};
    return element;
}

Bytes algorithmIdentifier(const CmsContent& content, const seal::SignatureAlgorithm& algorithm) {
    if (!content.algorithm.empty())
        return der::sequence({der::objectIdentifier(content.algorithm)});
    return der::sequence({der::objectIdentifier(algorithm.identifier), algorithm.parameters});
}

Bytes versionOf(const CmsContent& content, CmsFault wrong) {
    return der::integer(content.fault == wrong ? 16 : 1);
}

/// What a digest is said to be: `digest`, or what nobody knows.
Bytes digestNamed(const CmsContent& content, seal::DigestAlgorithm digest) {
    const bool unknown = content.fault == CmsFault::digestUnknown;
    return der::sequence(
        {der::objectIdentifier(unknown ? "1.2.156.999.2" : digestIdentifier(digest))});
}

Result<Bytes> signerInfo(const CmsContent& content, const Keyholder& signer,
                         const SigningMethod& method) {
    const bool disagrees = content.fault == CmsFault::digestDisagrees;
    const auto digest = disagrees ? seal::DigestAlgorithm::sha512 : method.digest;
    der::Parts parts{versionOf(content, CmsFault::signerVersion),
                     issuerAndSerial(signer.certificate()), digestNamed(content, digest)};
    Bytes message = content.data;
    if (content.shape == Shape::digestOnly)
        message = carriedContent(content, digest);
    if (content.shape == Shape::attributes || content.shape == Shape::carried) {
        message = attributesOf(content, digest);
        parts.push_back(retagged(message, tag::kContext0));
    }
    parts.push_back(algorithmIdentifier(content, algorithmOf(signer.kind(), method)));
    parts.push_back(der::octets(TRY(signer.sign(message, method))));
    if (!content.timeStamp.empty())
        parts.push_back(der::element(tag::kContext1,
                                     attribute("1.2.840.113549.1.9.16.2.14", content.timeStamp)));
    return der::sequence(parts);
}

Bytes announcedDigest(const CmsContent& content, const SigningMethod& method) {
    auto digest = method.digest;
    if (content.fault == CmsFault::digestNotAnnounced)
        digest = seal::DigestAlgorithm::sha384;
    if (content.fault == CmsFault::digestDisagrees)
        digest = seal::DigestAlgorithm::sha512;
    return der::set({digestNamed(content, digest)});
}

} // namespace

Result<Bytes> makeSignedData(const CmsContent& content, const Keyholder& signer) {
    const SigningMethod method = content.method.value_or(usualMethod(signer.kind()));
    der::Parts certificates = content.otherCertificates;
    if (content.fault != CmsFault::signerNotCarried)
        certificates.push_back(signer.certificate());
    der::Parts signers{TRY(signerInfo(content, signer, method))};
    if (content.fault == CmsFault::severalSigners)
        signers.push_back(signers.front());
    const Bytes signedData = der::sequence(
        {versionOf(content, CmsFault::versionUnknown), announcedDigest(content, method),
         encapsulated(content, method.digest), der::tagged0(certificates), der::set(signers)});
    return der::sequence(
        {der::objectIdentifier(identifiersOf(content).signedData), der::tagged0({signedData})});
}

Bytes signatureValueIn(ByteView signedData) {
    return seal::parseSignedValue(signedData).value().value;
}

Result<Bytes> makeTimeStamp(ByteView stamped, WallTime time, const Keyholder& stamper,
                            CmsFault fault) {
    const auto digest = usualMethod(stamper.kind()).digest;
    const Bytes imprint =
        der::sequence({der::sequence({der::objectIdentifier(digestIdentifier(digest))}),
                       der::octets(seal::digest(digest, stamped))});
    const Bytes info = der::sequence({der::integer(1), der::objectIdentifier("1.2.156.999.1"),
                                      imprint, der::integer(4711), der::generalizedTime(time)});
    return makeSignedData({.identifiers = stamper.kind() == KeyKind::sm2
                                              ? CmsContent::Identifiers::gm
                                              : CmsContent::Identifiers::international,
                           .shape = Shape::carried,
                           .data = info,
                           .contentType = "1.2.840.113549.1.9.16.1.4",
                           .signedAt = time,
                           .fault = fault},
                          stamper);
}

} // namespace kiosk::sandbox
