// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/ses_writer.h"

#include "firmware/seal/digest.h"
#include "tests/sandbox/issuing/der_writer.h"

namespace kiosk::sandbox {

namespace {

constexpr std::int64_t kUnitSeal = 1;

std::int64_t versionNumber(SealLayout layout) {
    switch (layout) {
    case SealLayout::v1:
        return 1;
    case SealLayout::v5:
        return 5;
    case SealLayout::v4:
    case SealLayout::gmSignedData:
    case SealLayout::bareSm2:
        return 4;
    }
    return 4;
}

Bytes sealTime(SealLayout layout, WallTime time) {
    return layout == SealLayout::v1 ? der::utcTime(time) : der::generalizedTime(time);
}

Bytes signerEntry(const SealContent& content) {
    if (content.naming == SignerNaming::certificate)
        return der::octets(content.signerCertificate);
    return der::sequence(
        {der::printable("SM3"), der::octets(seal::sm3(content.signerCertificate))});
}

Bytes propertyOf(const SealContent& content) {
    der::Parts parts{der::integer(kUnitSeal), der::utf8(content.name)};
    if (content.layout != SealLayout::v1) // which knows lists of certificates only
        parts.push_back(der::integer(content.naming == SignerNaming::certificate ? 1 : 2));
    parts.push_back(der::sequence({signerEntry(content)}));
    for (const WallTime time : {content.madeAt, content.validFrom, content.validUntil})
        parts.push_back(sealTime(content.layout, time));
    return der::sequence(parts);
}

Bytes infoOf(const SealContent& content) {
    const Bytes header = der::sequence(
        {der::ia5("ES"), der::integer(versionNumber(content.layout)), der::ia5("KioskSandbox")});
    const Bytes picture =
        der::sequence({der::ia5("png"), der::octets(content.picture),
                       der::integer(static_cast<std::int64_t>(content.size.width.value)),
                       der::integer(static_cast<std::int64_t>(content.size.height.value))});
    return der::sequence({header, der::ia5(content.id), propertyOf(content), picture});
}

/// v1 signs the certificate and the algorithm along with the seal's content.
Result<Bytes> makeOldSeal(const Bytes& info, const SealContent& content, const Keyholder& maker) {
    const Bytes certificate = der::octets(maker.certificate());
    const Bytes algorithm = der::objectIdentifier(content.algorithm);
    const Bytes value = TRY(maker.sign(der::sequence({info, certificate, algorithm})));
    return der::sequence({info, der::sequence({certificate, algorithm, der::bits(value)})});
}

/// Stands where a time would, and tells none.
Bytes noTime() {
    return der::sequence({});
}

Result<Bytes> makeOldValue(const SignedContent& content, const Keyholder& signer) {
    const Bytes toSign = der::sequence(
        {der::integer(versionNumber(content.layout)), content.seal,
         der::bits(content.signedAt ? der::utcTime(*content.signedAt) : noTime()),
         der::bits(seal::sm3(content.description)), der::ia5(content.path),
         der::octets(signer.certificate()), der::objectIdentifier(content.algorithm)});
    return der::sequence({toSign, der::bits(TRY(signer.sign(toSign)))});
}

Result<Bytes> makeModernValue(const SignedContent& content, const Keyholder& signer) {
    const Bytes toSign = der::sequence(
        {der::integer(versionNumber(content.layout)), content.seal,
         content.signedAt ? der::generalizedTime(*content.signedAt) : der::bits(noTime()),
         der::bits(seal::sm3(content.description)), der::ia5(content.path)});
    return der::sequence({toSign, der::octets(signer.certificate()),
                          der::objectIdentifier(content.algorithm),
                          der::bits(TRY(signer.sign(toSign)))});
}

Bytes attribute(std::string_view type, const Bytes& value) {
    return der::sequence({der::objectIdentifier(type), der::set({value})});
}

Result<Bytes> makeSignedData(const SignedContent& content, const Keyholder& signer) {
    const Bytes digestAlgorithm = der::sequence({der::objectIdentifier("1.2.156.10197.1.401")});
    const Bytes dataType = der::objectIdentifier("1.2.156.10197.6.1.4.2.1");
    der::Parts attributes{
        attribute("1.2.840.113549.1.9.3", dataType),
        attribute("1.2.840.113549.1.9.4", der::octets(seal::sm3(content.description)))};
    if (content.signedAt)
        attributes.push_back(attribute("1.2.840.113549.1.9.5", der::utcTime(*content.signedAt)));
    const Bytes value = TRY(signer.sign(der::set(attributes)));
    const Bytes nobody = der::sequence({der::sequence({}), der::integer(1)}); // issuer and serial
    const Bytes signerInfo = der::sequence(
        {der::integer(1), nobody, digestAlgorithm, der::tagged0(attributes),
         der::sequence({der::objectIdentifier(content.algorithm)}), der::octets(value)});
    const Bytes signedData =
        der::sequence({der::integer(1), der::set({digestAlgorithm}), der::sequence({dataType}),
                       der::tagged0({signer.certificate()}), der::set({signerInfo})});
    return der::sequence(
        {der::objectIdentifier("1.2.156.10197.6.1.4.2.2"), der::tagged0({signedData})});
}

} // namespace

Result<Bytes> makeSeal(const SealContent& content, const Keyholder& maker) {
    const Bytes info = infoOf(content);
    if (content.layout == SealLayout::v1)
        return makeOldSeal(info, content, maker);
    return der::sequence({info, der::octets(maker.certificate()),
                          der::objectIdentifier(content.algorithm),
                          der::bits(TRY(maker.sign(info)))});
}

Result<Bytes> makeSignedValue(const SignedContent& content, const Keyholder& signer) {
    switch (content.layout) {
    case SealLayout::v1:
        return makeOldValue(content, signer);
    case SealLayout::v4:
    case SealLayout::v5:
        return makeModernValue(content, signer);
    case SealLayout::gmSignedData:
        return makeSignedData(content, signer);
    case SealLayout::bareSm2:
        return signer.sign(content.description);
    }
    return Bytes{};
}

} // namespace kiosk::sandbox
