// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/certificate.h"

#include <ctime>

#include <openssl/x509v3.h>

#include "firmware/base/base64.h"
#include "firmware/seal/crypto.h"
#include "firmware/seal/digest.h"

namespace kiosk::seal {

namespace {

std::unexpected<Error> unreadable(std::string_view detail) {
    return fail(ErrorKind::malformed, "seal.certificate", Remedy::supplier, detail);
}

/// The last part of this kind: a subject may name several organisations, the most specific last.
std::string namePart(const X509_NAME* name, int kind) {
    int at = -1;
    for (int next = X509_NAME_get_index_by_NID(name, kind, -1); next >= 0;
         next = X509_NAME_get_index_by_NID(name, kind, next))
        at = next;
    if (at < 0)
        return {};
    unsigned char* utf8 = nullptr;
    const int size =
        ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0)
        return {};
    std::string text(utf8, utf8 + size);
    OPENSSL_free(utf8);
    return text;
}

std::string shownName(const X509_NAME* name) {
    std::string commonName = namePart(name, NID_commonName);
    return commonName.empty() ? namePart(name, NID_organizationName) : commonName;
}

Result<WallTime> wallTime(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return unreadable("validity");
    return std::chrono::system_clock::from_time_t(::timegm(&parts));
}

Certificate::Usage usageOf(X509* certificate) {
    constexpr std::uint32_t kSigning = KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION;
    // Without the extension OpenSSL answers with every bit set, as RFC 5280 wants it read.
    const bool maySign = (X509_get_key_usage(certificate) & kSigning) != 0;
    return maySign ? Certificate::Usage::maySign : Certificate::Usage::mayNotSign;
}

Certificate::TimeStamping timeStampingOf(X509* certificate) {
    // Without the extension OpenSSL answers with every bit set; here it has to be there.
    const std::uint32_t usage = X509_get_extended_key_usage(certificate);
    const bool named = usage != UINT32_MAX && (usage & XKU_TIMESTAMP) != 0;
    return named ? Certificate::TimeStamping::permitted : Certificate::TimeStamping::notPermitted;
}

} // namespace

Result<Certificate> parseCertificate(ByteView der) {
    const crypto::X509Ptr x509 = crypto::readX509(der);
    if (!x509)
        return unreadable("not a certificate");
    return Certificate{
        .commonName = shownName(X509_get_subject_name(x509.get())),
        .issuer = shownName(X509_get_issuer_name(x509.get())),
        .validFrom = TRY(wallTime(X509_get0_notBefore(x509.get()))),
        .validUntil = TRY(wallTime(X509_get0_notAfter(x509.get()))),
        .usage = usageOf(x509.get()),
        .timeStamping = timeStampingOf(x509.get()),
    };
}

Result<Bytes> publicKeyDigest(ByteView der) {
    const crypto::X509Ptr x509 = crypto::readX509(der);
    if (!x509)
        return unreadable("not a certificate");
    unsigned char* info = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(x509.get()), &info);
    if (size <= 0)
        return unreadable("public key");
    Bytes value = sm3(std::as_bytes(std::span(info, static_cast<std::size_t>(size))));
    OPENSSL_free(info);
    return value;
}

Result<std::vector<Bytes>> certificatesInPem(std::string_view pem) {
    constexpr std::string_view kBegin = "-----BEGIN CERTIFICATE-----";
    constexpr std::string_view kEnd = "-----END CERTIFICATE-----";
    std::vector<Bytes> certificates;
    for (std::size_t at = pem.find(kBegin); at != std::string_view::npos;
         at = pem.find(kBegin, at)) {
        at += kBegin.size();
        const std::size_t end = pem.find(kEnd, at);
        if (end == std::string_view::npos)
            return unreadable("PEM without end");
        Bytes der = TRY(fromBase64(pem.substr(at, end - at)));
        TRY(parseCertificate(der));
        certificates.push_back(std::move(der));
    }
    if (certificates.empty())
        return unreadable("no certificate in the PEM text");
    return certificates;
}

} // namespace kiosk::seal
