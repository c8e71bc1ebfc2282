// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/sm2.h"

#include <openssl/err.h>

#include "firmware/seal/crypto.h"
#include "firmware/seal/der.h"

namespace kiosk::seal {

namespace {

constexpr std::size_t kScalarSize = 32;

bool isSm2WithSm3(std::string_view algorithm) {
    return algorithm == "1.2.156.10197.1.501" || algorithm == "1.2.156.10197.1.301.1";
}

/// A positive number as DER wants it: no leading zeros, but one before a high bit.
void appendScalar(Bytes& der, ByteView scalar) {
    while (scalar.size() > 1 && scalar.front() == std::byte{0})
        scalar = scalar.subspan(1);
    const bool highBit = (scalar.front() & std::byte{0x80}) != std::byte{0};
    der.push_back(std::byte{tag::kInteger});
    der.push_back(static_cast<std::byte>(scalar.size() + (highBit ? 1 : 0)));
    if (highBit)
        der.push_back(std::byte{0});
    der.insert(der.end(), scalar.begin(), scalar.end());
}

bool isDerPair(ByteView value) {
    DerReader outer(value);
    auto pair = outer.sequence();
    return pair && outer.atEnd() && pair->expect(tag::kInteger) && pair->expect(tag::kInteger) &&
           pair->atEnd();
}

/// Some issuers store r ‖ s without any wrapping, which OpenSSL does not take.
Bytes asDerPair(ByteView value) {
    if (value.size() != 2 * kScalarSize || isDerPair(value))
        return {value.begin(), value.end()};
    Bytes scalars;
    appendScalar(scalars, value.first(kScalarSize));
    appendScalar(scalars, value.last(kScalarSize));
    Bytes der{std::byte{tag::kSequence}, static_cast<std::byte>(scalars.size())};
    der.insert(der.end(), scalars.begin(), scalars.end());
    return der;
}

bool verifies(EVP_PKEY* key, ByteView message, ByteView value) {
    using namespace crypto;
    const DigestContextPtr context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* keyContext = nullptr; // owned by the digest context
    if (EVP_DigestVerifyInit(context.get(), &keyContext, EVP_sm3(), nullptr, key) != 1)
        return false;
    // Left out, OpenSSL computes with an empty ID and every genuine signature fails.
    if (EVP_PKEY_CTX_set1_id(keyContext, kDefaultUserId.data(),
                             static_cast<int>(kDefaultUserId.size())) != 1)
        return false;
    return EVP_DigestVerify(context.get(), octets(value), value.size(), octets(message),
                            message.size()) == 1;
}

} // namespace

SignatureMatch checkSignature(ByteView certificate, std::string_view algorithm, ByteView message,
                              ByteView value) {
    const crypto::X509Ptr x509 = crypto::readX509(certificate);
    if (!x509)
        return SignatureMatch::unreadableKey;
    EVP_PKEY* key = X509_get0_pubkey(x509.get()); // owned by the certificate
    const bool usable = key != nullptr && EVP_PKEY_is_a(key, "SM2") == 1;
    ERR_clear_error();
    if (!usable || !isSm2WithSm3(algorithm))
        return SignatureMatch::unknownAlgorithm;
    const bool matches = verifies(key, message, asDerPair(value));
    ERR_clear_error();
    return matches ? SignatureMatch::matches : SignatureMatch::differs;
}

} // namespace kiosk::seal
