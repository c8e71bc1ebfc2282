// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/chain.h"

#include <algorithm>

#include <openssl/err.h>

#include "firmware/seal/crypto.h"
#include "firmware/seal/recent.h"

namespace kiosk::seal {

namespace {

using namespace crypto;

void freeAll(STACK_OF(X509) * certificates) {
    sk_X509_pop_free(certificates, X509_free);
}
using CertificatesPtr = Handle<STACK_OF(X509), freeAll>;

constexpr int kDeepestChain = 8;
/// A seal's maker and its signer, of some offices.
constexpr std::size_t kChainsAtOnce = 16;
/// The trust list in use, and the one before it.
constexpr std::size_t kStoresAtOnce = 2;
/// 112 bits: no MD5, no SHA-1, RSA keys of 2048 bits and more (X509_VERIFY_PARAM_set_auth_level).
constexpr int kSecurityLevel = 2;

StorePtr buildStore(const std::vector<Bytes>& roots) {
    StorePtr store(X509_STORE_new());
    for (const Bytes& root : roots)
        if (const X509Ptr certificate = parseX509(root))
            X509_STORE_add_cert(store.get(), certificate.get()); // takes a reference of its own
    // A region may hand out an intermediate as the issuer to trust.
    X509_STORE_set_flags(store.get(), X509_V_FLAG_NO_CHECK_TIME | X509_V_FLAG_PARTIAL_CHAIN);
    X509_STORE_set_depth(store.get(), kDeepestChain);
    X509_VERIFY_PARAM_set_auth_level(X509_STORE_get0_param(store.get()), kSecurityLevel);
    return store;
}

/// A trust list may hold the roots of every region and ministry: they are read once.
X509_STORE* storeOf(const std::vector<Bytes>& roots) {
    thread_local Recent<StorePtr, kStoresAtOnce> recent;
    const std::vector<ByteView> question(roots.begin(), roots.end());
    return recent.answer(question, [&] { return buildStore(roots); }).get();
}

CertificatesPtr stackOf(const std::vector<Bytes>& certificates) {
    CertificatesPtr stack(sk_X509_new_null());
    for (const Bytes& der : certificates)
        if (X509Ptr certificate = readX509(der))
            if (sk_X509_push(stack.get(), certificate.get()) > 0)
                static_cast<void>(certificate.release()); // the stack's from now on
    return stack;
}

Chain meaningOf(int verifyError) {
    switch (verifyError) {
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE:
        return Chain::forged;
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_INVALID_NON_CA:
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
        return Chain::issuerMayNotIssue;
    case X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION:
        return Chain::extensionUnknown;
    case X509_V_ERR_CA_MD_TOO_WEAK:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_EE_KEY_TOO_SMALL:
        return Chain::weak;
    default:
        return Chain::issuerUnknown;
    }
}

Bytes derOf(X509* certificate) {
    Bytes der(static_cast<std::size_t>(std::max(0, i2d_X509(certificate, nullptr))));
    auto* at = static_cast<unsigned char*>(static_cast<void*>(der.data()));
    i2d_X509(certificate, &at);
    return der;
}

ChainCheck trustedChain(STACK_OF(X509) * chain) {
    ChainCheck check{.outcome = Chain::trusted};
    for (int i = 1; i < sk_X509_num(chain); ++i) {
        auto facts = parseCertificate(derOf(sk_X509_value(chain, i)));
        if (!facts)
            return {};
        check.issuers.push_back(std::move(*facts));
    }
    return check;
}

ChainCheck buildChain(const std::vector<Bytes>& roots, ByteView certificate,
                      const std::vector<Bytes>& between) {
    const X509Ptr leaf = readX509(certificate);
    if (!leaf)
        return {};
    const CertificatesPtr untrusted = stackOf(between);
    const StoreContextPtr context(X509_STORE_CTX_new());
    if (X509_STORE_CTX_init(context.get(), storeOf(roots), leaf.get(), untrusted.get()) != 1)
        return {};
    const bool verified = X509_verify_cert(context.get()) == 1;
    const int error = X509_STORE_CTX_get_error(context.get());
    ERR_clear_error();
    if (!verified || error != X509_V_OK)
        return {.outcome = meaningOf(error)};
    return trustedChain(X509_STORE_CTX_get0_chain(context.get()));
}

} // namespace

ChainCheck chainTo(const std::vector<Bytes>& roots, ByteView certificate,
                   const std::vector<Bytes>& between) {
    thread_local Recent<ChainCheck, kChainsAtOnce> recent;
    std::vector<ByteView> question(roots.begin(), roots.end());
    question.insert(question.end(), between.begin(), between.end());
    question.push_back(certificate);
    const std::size_t whereBetweenBegins = roots.size();
    question.push_back(std::as_bytes(std::span(&whereBetweenBegins, 1)));
    return recent.answer(question, [&] { return buildChain(roots, certificate, between); });
}

} // namespace kiosk::seal
