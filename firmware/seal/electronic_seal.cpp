// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/electronic_seal.h"

#include <algorithm>
#include <cctype>

#include "firmware/seal/signing_time.h"
#include "firmware/seal/version.h"

namespace kiosk::seal {

namespace {

constexpr std::int64_t kCertificateList = 1;
constexpr std::int64_t kDigestList = 2;

Bytes copyOf(ByteView view) {
    return {view.begin(), view.end()};
}

std::unexpected<Error> unsupportedVersion(std::string_view detail) {
    return fail(ErrorKind::unsupported, "seal.version", Remedy::supplier, detail);
}

Result<> readHeader(DerReader& info, ElectronicSeal& seal) {
    DerReader header = TRY(info.sequence());
    if (TRY(header.text()) != "ES")
        return unsupportedVersion("header does not say ES");
    seal.version = TRY(knownVersion(header, {1, 2, 3, 4, 5}));
    seal.maker = TRY(header.text());
    return header.finish();
}

Result<std::vector<Bytes>> readCertificates(DerReader list) {
    std::vector<Bytes> certificates;
    while (!list.atEnd())
        certificates.push_back(TRY(list.octets()));
    return certificates;
}

/// Digests of another kind than SM3 can match nobody and are left out.
Result<std::vector<Bytes>> readDigests(DerReader list) {
    std::vector<Bytes> digests;
    while (!list.atEnd()) {
        DerReader entry = TRY(list.sequence());
        const auto algorithm = digestAlgorithm(TRY(entry.text()));
        Bytes value = TRY(entry.octets());
        TRY(entry.finish());
        if (algorithm == DigestAlgorithm::sm3)
            digests.push_back(std::move(value));
    }
    return digests;
}

/// Version 1 has no certListType: its list holds certificates.
Result<> readSigners(DerReader& property, ElectronicSeal& seal) {
    std::int64_t listType = kCertificateList;
    if (property.nextTag() == tag::kInteger)
        listType = TRY(property.integer());
    const DerReader list = TRY(property.sequence());
    if (listType == kCertificateList) {
        seal.signerList = ElectronicSeal::SignerList::certificates;
        seal.signers = TRY(readCertificates(list));
    } else if (listType == kDigestList) {
        seal.signerList = ElectronicSeal::SignerList::sm3Digests;
        seal.signers = TRY(readDigests(list));
    } else {
        return unsupportedVersion("list of signers");
    }
    return {};
}

Result<> readProperty(DerReader& info, ElectronicSeal& seal) {
    DerReader property = TRY(info.sequence());
    static_cast<void>(TRY(property.integer())); // kind of seal, 1 unit, 2 person: not judged
    seal.name = TRY(property.text());
    TRY(readSigners(property, seal));
    seal.madeAt = TRY(timeValue(TRY(property.any())));
    seal.validFrom = TRY(timeValue(TRY(property.any())));
    seal.validUntil = TRY(timeValue(TRY(property.any())));
    return property.finish();
}

Result<> readPicture(DerReader& info, ElectronicSeal& seal) {
    DerReader picture = TRY(info.sequence());
    seal.picture.format = TRY(picture.text());
    std::ranges::transform(seal.picture.format, seal.picture.format.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    seal.picture.data = TRY(picture.octets());
    seal.picture.size.width = {static_cast<double>(TRY(picture.integer()))};
    seal.picture.size.height = {static_cast<double>(TRY(picture.integer()))};
    return picture.finish();
}

Result<> readInfo(const DerElement& element, ElectronicSeal& seal) {
    DerReader info(element.content);
    TRY(readHeader(info, seal));
    seal.id = TRY(info.text());
    TRY(readProperty(info, seal));
    TRY(readPicture(info, seal));
    // Extensions come with the [0] of the standard or, from several makers, as a bare SEQUENCE.
    if (info.nextTag() == tag::kContext0 || info.nextTag() == tag::kSequence)
        TRY(info.any());
    return info.finish();
}

/// v4 and v5: certificate, algorithm and value follow the info; it alone is signed.
Result<> readModernSignature(DerReader& outer, const DerElement& info, ElectronicSeal& seal) {
    seal.makerCertificate = TRY(outer.octets());
    seal.algorithm.identifier = TRY(outer.objectIdentifier());
    seal.value = TRY(outer.bits());
    seal.signedBytes = copyOf(info.whole);
    if (outer.nextTag() == tag::kContext0) // v5: a time stamp
        TRY(outer.any());
    return outer.finish();
}

Bytes sequenceOf(std::initializer_list<ByteView> members) {
    Bytes content;
    for (ByteView member : members)
        content.insert(content.end(), member.begin(), member.end());
    Bytes der{std::byte{tag::kSequence}};
    std::size_t lengthBytes = 0;
    for (std::size_t rest = content.size(); rest > 0; rest >>= 8)
        ++lengthBytes;
    if (content.size() >= 0x80)
        der.push_back(static_cast<std::byte>(0x80U | lengthBytes));
    else
        lengthBytes = 1;
    for (std::size_t i = lengthBytes; i > 0; --i)
        der.push_back(static_cast<std::byte>(content.size() >> (8 * (i - 1))));
    der.insert(der.end(), content.begin(), content.end());
    return der;
}

/// v1: the maker signed SEQUENCE{ info, certificate, algorithm }, which nowhere stands as such; the
/// members themselves are taken as they arrived.
Result<> readOldSignature(DerReader& outer, const DerElement& info, ElectronicSeal& seal) {
    DerReader sign = TRY(outer.sequence());
    const DerElement certificate = TRY(sign.expect(tag::kOctetString));
    const DerElement algorithm = TRY(sign.expect(tag::kObjectIdentifier));
    seal.makerCertificate = copyOf(certificate.content);
    DerReader algorithmAgain(algorithm.whole);
    seal.algorithm.identifier = TRY(algorithmAgain.objectIdentifier());
    seal.value = TRY(sign.bits());
    TRY(sign.finish());
    seal.signedBytes = sequenceOf({info.whole, certificate.whole, algorithm.whole});
    return outer.finish();
}

} // namespace

bool ElectronicSeal::lists(ByteView signerCertificate) const {
    Bytes wanted = copyOf(signerCertificate);
    if (signerList == SignerList::sm3Digests)
        wanted = sm3(signerCertificate);
    return !wanted.empty() && std::ranges::find(signers, wanted) != signers.end();
}

Result<ElectronicSeal> parseSeal(ByteView der) {
    ElectronicSeal seal;
    seal.original = copyOf(der);
    DerReader file(der);
    DerReader outer = TRY(file.sequence());
    TRY(file.finish());
    const DerElement info = TRY(outer.expect(tag::kSequence));
    TRY(readInfo(info, seal));
    if (outer.nextTag() == tag::kSequence)
        TRY(readOldSignature(outer, info, seal));
    else
        TRY(readModernSignature(outer, info, seal));
    return seal;
}

} // namespace kiosk::seal
