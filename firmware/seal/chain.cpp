// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/chain.h"

#include <openssl/err.h>

#include "firmware/seal/crypto.h"

namespace kiosk::seal {

namespace {

using namespace crypto;

StorePtr storeOf(const std::vector<Bytes>& roots) {
    StorePtr store(X509_STORE_new());
    for (const Bytes& root : roots)
        if (const X509Ptr certificate = readX509(root))
            X509_STORE_add_cert(store.get(), certificate.get()); // takes a reference of its own
    // A region may hand out an intermediate as the issuer to trust.
    X509_STORE_set_flags(store.get(), X509_V_FLAG_NO_CHECK_TIME | X509_V_FLAG_PARTIAL_CHAIN);
    return store;
}

Chain meaningOf(int verifyError) {
    switch (verifyError) {
    case X509_V_OK:
        return Chain::trusted;
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE:
        return Chain::forged;
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_INVALID_NON_CA:
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
        return Chain::issuerMayNotIssue;
    default:
        return Chain::issuerUnknown;
    }
}

} // namespace

Chain chainTo(const std::vector<Bytes>& roots, ByteView certificate) {
    const X509Ptr leaf = readX509(certificate);
    if (!leaf)
        return Chain::unreadable;
    const StorePtr store = storeOf(roots);
    const StoreContextPtr context(X509_STORE_CTX_new());
    if (X509_STORE_CTX_init(context.get(), store.get(), leaf.get(), nullptr) != 1)
        return Chain::unreadable;
    const bool verified = X509_verify_cert(context.get()) == 1;
    const int error = X509_STORE_CTX_get_error(context.get());
    ERR_clear_error();
    return verified ? Chain::trusted
                    : meaningOf(error == X509_V_OK ? X509_V_ERR_UNSPECIFIED : error);
}

} // namespace kiosk::seal
