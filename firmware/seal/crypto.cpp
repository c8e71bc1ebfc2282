// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/crypto.h"

#include <openssl/err.h>

#include "firmware/seal/recent.h"

namespace kiosk::seal::crypto {

namespace {

/// The seal's maker, the signer, a time stamper and what lies between, of some offices.
constexpr std::size_t kCertificatesAtOnce = 32;

} // namespace

X509Ptr parseX509(ByteView der) {
    const unsigned char* at = octets(der);
    X509Ptr certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    ERR_clear_error();
    if (!certificate || at != octets(der) + der.size())
        return nullptr;
    if (X509_get_signature_nid(certificate.get()) != NID_SM2_with_SM3)
        return certificate; // an ID would make the check of every other signature fail
    ASN1_OCTET_STRING* id = ASN1_OCTET_STRING_new();
    const bool filled =
        id != nullptr && ASN1_OCTET_STRING_set(id, octets(bytesOf(kDefaultUserId)),
                                               static_cast<int>(kDefaultUserId.size())) == 1;
    if (!filled) {
        ASN1_OCTET_STRING_free(id);
        return nullptr;
    }
    X509_set0_distinguishing_id(certificate.get(), id);
    return certificate;
}

X509Ptr readX509(ByteView der) {
    thread_local Recent<X509Ptr, kCertificatesAtOnce> recent;
    const X509Ptr& known = recent.answer(std::array{der}, [&] { return parseX509(der); });
    if (known)
        X509_up_ref(known.get());
    return X509Ptr(known.get());
}

} // namespace kiosk::seal::crypto
