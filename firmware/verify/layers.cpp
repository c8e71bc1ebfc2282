// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/layers.h"

#include <algorithm>
#include <array>
#include <map>

#include "firmware/seal/recent.h"
#include "firmware/verify/property_info.h"

namespace kiosk::verify::layers {

namespace {

using seal::SignatureMatch;

/// The same answers about two signatures: the signer's and the maker's.
struct MatchReasons {
    Why wrong;
    Why weak;
    Why unknownAlgorithm;
    Why misfit;
    Why unreadable;
};

Findings meaningOf(SignatureMatch match, const MatchReasons& reasons) {
    switch (match) {
    case SignatureMatch::matches:
        return {};
    case SignatureMatch::differs:
        return {reasons.wrong};
    case SignatureMatch::weak:
        return {reasons.weak};
    case SignatureMatch::unknownAlgorithm:
        return {reasons.unknownAlgorithm};
    case SignatureMatch::misfit:
        return {reasons.misfit};
    case SignatureMatch::unreadableKey:
        return {reasons.unreadable};
    }
    return {reasons.wrong};
}

/// adbe.pkcs7.sha1 (ISO 32000-1, 12.8.3.3.1) carries a SHA-1 digest whatever it is signed with.
bool isSha1Of(const Bytes& value, ByteView data) {
    return value == seal::digest(seal::DigestAlgorithm::sha1, data);
}

/// One issuer's files carry the same seal.
SignatureMatch makersSignature(const seal::ElectronicSeal& seal) {
    constexpr std::size_t kSealsAtOnce = 8;
    thread_local seal::Recent<SignatureMatch, kSealsAtOnce> recent;
    const std::array<ByteView, 6> question{
        seal.makerCertificate,     bytesOf(seal.algorithm.identifier),
        seal.algorithm.parameters, bytesOf(seal.algorithm.digest),
        seal.signedBytes,          seal.value};
    return recent.answer(question, [&] {
        return seal::checkSignature(seal.makerCertificate, seal.algorithm, seal.signedBytes,
                                    seal.value);
    });
}

} // namespace

Findings references(const document::Package& package, const SignatureDescription& description,
                    std::string_view extendedList) {
    const auto algorithm = seal::digestAlgorithm(description.checkMethod);
    if (!algorithm)
        return {Why::digestUnknown};
    Findings findings;
    std::map<std::string, Bytes> digests; // a list may name one file a thousand times
    for (const ProtectedFile& file : description.files) {
        const auto content = package.entry(file.path);
        if (!content) {
            findings.push_back(Why::fileMissing);
            continue;
        }
        if (!digests.contains(file.path))
            digests[file.path] = seal::digest(*algorithm, *content);
        if (file.digest.empty() || digests[file.path] != file.digest)
            findings.push_back(file.path == extendedList ? Why::signatureAdded : Why::fileChanged);
    }
    if (!seal::isCollisionResistant(*algorithm))
        findings.push_back(Why::digestWeak);
    return findings;
}

Findings dataHash(const seal::SignedValue& value, ByteView data) {
    if (!value.dataDigest)
        return {Why::dataDigestUnknown};
    if (value.attributes == seal::SignedValue::Attributes::messageDigestWrong)
        return {Why::dataChanged};
    if (value.dataHash == seal::digest(*value.dataDigest, data) ||
        std::ranges::equal(*value.dataHash, data))
        return {};
    return {isSha1Of(*value.dataHash, data) ? Why::dataDigestWeak : Why::dataChanged};
}

Findings property(const seal::SignedValue& value, std::string_view path) {
    const auto named = signedPathIn(value.property);
    if (!named)
        return {Why::propertyUnclear};
    return *named == path ? Findings{} : Findings{Why::wrappedSignature};
}

Findings signature(const seal::SignedValue& value, ByteView data) {
    if (value.attributes == seal::SignedValue::Attributes::contentTypeWrong)
        return {Why::contentTypeWrong};
    return meaningOf(seal::checkSignature(value.signerCertificate, value.algorithm,
                                          value.messageFor(data), value.value),
                     {.wrong = Why::signatureWrong,
                      .weak = Why::signatureAlgorithmWeak,
                      .unknownAlgorithm = Why::signatureAlgorithmUnknown,
                      .misfit = Why::signatureAlgorithmMisfit,
                      .unreadable = Why::certificateUnreadable});
}

Findings sealSignature(const seal::ElectronicSeal& seal, std::optional<ByteView> copy) {
    Findings findings =
        meaningOf(makersSignature(seal), {.wrong = Why::sealSignatureWrong,
                                          .weak = Why::sealAlgorithmWeak,
                                          .unknownAlgorithm = Why::sealAlgorithmUnknown,
                                          .misfit = Why::sealAlgorithmMisfit,
                                          .unreadable = Why::makerCertificateUnreadable});
    if (copy && !std::ranges::equal(*copy, seal.original))
        findings.push_back(Why::sealCopyDiffers);
    return findings;
}

Findings signerListed(const seal::SignedValue& value) {
    if (value.seal->lists(value.signerCertificate))
        return {};
    return {Why::signerNotListed};
}

} // namespace kiosk::verify::layers
