// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/signer_identifier.h"

#include <algorithm>

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include "firmware/seal/crypto.h"

namespace kiosk::seal {

namespace {

using namespace crypto;

NamePtr readName(ByteView der) {
    const unsigned char* at = octets(der);
    NamePtr name(d2i_X509_NAME(nullptr, &at, static_cast<long>(der.size())));
    ERR_clear_error();
    return name;
}

/// The number's octets as DER has them: minimal, so equal numbers have equal octets.
Bytes serialOf(const X509* certificate) {
    const ASN1_INTEGER* serial = X509_get0_serialNumber(certificate);
    Handle<BIGNUM, BN_free> number(ASN1_INTEGER_to_BN(serial, nullptr));
    if (!number || BN_is_negative(number.get()) != 0)
        return {};
    Bytes octetsOf(static_cast<std::size_t>(BN_num_bytes(number.get())));
    BN_bn2bin(number.get(), static_cast<unsigned char*>(static_cast<void*>(octetsOf.data())));
    return octetsOf;
}

ByteView withoutLeadingZeros(ByteView number) {
    const auto first = std::ranges::find_if(number, [](std::byte b) { return b != std::byte{0}; });
    return {first, number.end()};
}

bool hasIssuerAndSerial(X509* certificate, ByteView issuerAndSerial) {
    DerReader reader(issuerAndSerial);
    const auto name = reader.expect(tag::kSequence);
    const auto serial = reader.expect(tag::kInteger);
    if (!name || !serial || !reader.atEnd())
        return false;
    const NamePtr issuer = readName(name->whole);
    return issuer != nullptr &&
           X509_NAME_cmp(issuer.get(), X509_get_issuer_name(certificate)) == 0 &&
           std::ranges::equal(withoutLeadingZeros(serial->content), serialOf(certificate));
}

bool hasKeyIdentifier(X509* certificate, ByteView wanted) {
    const ASN1_OCTET_STRING* found = X509_get0_subject_key_id(certificate);
    if (found == nullptr)
        return false;
    const std::span content(ASN1_STRING_get0_data(found),
                            static_cast<std::size_t>(ASN1_STRING_length(found)));
    return std::ranges::equal(std::as_bytes(content), wanted);
}

bool isNamedBy(ByteView der, const DerElement& identifier) {
    const X509Ptr certificate = readX509(der);
    if (!certificate)
        return false;
    return identifier.tag == tag::kContext0Primitive
               ? hasKeyIdentifier(certificate.get(), identifier.content)
               : hasIssuerAndSerial(certificate.get(), identifier.content);
}

} // namespace

std::size_t indexOfSigner(const std::vector<Bytes>& certificates, const DerElement& identifier) {
    const auto named = std::ranges::find_if(
        certificates, [&](const Bytes& der) { return isNamedBy(der, identifier); });
    return static_cast<std::size_t>(named - certificates.begin());
}

} // namespace kiosk::seal
