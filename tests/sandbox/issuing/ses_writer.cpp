// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/ses_writer.h"

#include "firmware/seal/digest.h"
#include "tests/sandbox/issuing/der_writer.h"

namespace kiosk::sandbox {

namespace {

constexpr std::int64_t kUnitSeal = 1;

std::string usualAlgorithm(const Keyholder& holder) {
    return algorithmOf(holder.kind(), usualMethod(holder.kind())).identifier;
}

/// What a seal or a value claims to be made with.
std::string algorithmOf(const std::string& claimed, const Keyholder& signer) {
    return claimed.empty() ? usualAlgorithm(signer) : claimed;
}

/// Seals name no digest for the data: it is the signature's.
Bytes dataHash(const SignedContent& content, const Keyholder& signer) {
    return seal::digest(usualMethod(signer.kind()).digest, content.description);
}

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

Bytes versionOf(const SignedContent& content) {
    const int claimed = content.manner.version;
    return der::integer(claimed != 0 ? claimed : versionNumber(content.layout));
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
    const Bytes certificate = der::octets(carriedCertificate(content.makerCertificate, maker));
    const Bytes algorithm = der::objectIdentifier(algorithmOf(content.algorithm, maker));
    const Bytes value = TRY(maker.sign(der::sequence({info, certificate, algorithm})));
    return der::sequence({info, der::sequence({certificate, algorithm, der::bits(value)})});
}

/// Stands where a time would, and tells none.
Bytes noTime() {
    return der::sequence({});
}

/// v1 has either a time or a token in the place of the time.
Result<Bytes> oldTimeInfo(const SignedContent& content, const Keyholder& signer) {
    if (content.manner.stamp)
        return content.manner.stamp(dataHash(content, signer));
    return content.signedAt ? der::utcTime(*content.signedAt) : noTime();
}

Result<Bytes> makeOldValue(const SignedContent& content, const Keyholder& signer) {
    const ValueManner& manner = content.manner;
    const Bytes toSign = der::sequence(
        {versionOf(content), content.seal, der::bits(TRY(oldTimeInfo(content, signer))),
         der::bits(dataHash(content, signer)), der::ia5(content.path),
         der::octets(carriedCertificate(manner.certificate, signer)),
         der::objectIdentifier(algorithmOf(manner.algorithm, signer))});
    return der::sequence({toSign, der::bits(TRY(signer.sign(toSign)))});
}

Result<Bytes> makeModernValue(const SignedContent& content, const Keyholder& signer) {
    const ValueManner& manner = content.manner;
    const Bytes toSign = der::sequence(
        {versionOf(content), content.seal,
         content.signedAt ? der::generalizedTime(*content.signedAt) : der::bits(noTime()),
         der::bits(dataHash(content, signer)), der::ia5(content.path)});
    const Bytes value = TRY(signer.sign(toSign));
    der::Parts parts{toSign, der::octets(carriedCertificate(manner.certificate, signer)),
                     der::objectIdentifier(algorithmOf(manner.algorithm, signer)),
                     der::bits(value)};
    if (manner.stamp)
        parts.push_back(der::tagged0({der::bits(TRY(manner.stamp(value)))}));
    return der::sequence(parts);
}

} // namespace

Bytes carriedCertificate(const Bytes& claimed, const Keyholder& holder) {
    return claimed.empty() ? holder.certificate() : claimed;
}

Result<Bytes> makeSeal(const SealContent& content, const Keyholder& maker) {
    const Bytes info = infoOf(content);
    if (content.layout == SealLayout::v1)
        return makeOldSeal(info, content, maker);
    return der::sequence({info, der::octets(carriedCertificate(content.makerCertificate, maker)),
                          der::objectIdentifier(algorithmOf(content.algorithm, maker)),
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
        return makeSignedData({.data = content.description,
                               .signedAt = content.signedAt,
                               .otherCertificates = content.manner.issuers,
                               .algorithm = content.manner.algorithm,
                               .fault = content.manner.cms},
                              signer);
    case SealLayout::bareSm2:
        return signer.sign(content.description);
    }
    return Bytes{};
}

} // namespace kiosk::sandbox
