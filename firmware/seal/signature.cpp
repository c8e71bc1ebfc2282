// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/signature.h"

#include <array>

#include <openssl/err.h>
#include <openssl/rsa.h>

#include "firmware/seal/crypto.h"
#include "firmware/seal/der.h"
#include "firmware/seal/signature_scheme.h"

namespace kiosk::seal {

namespace {

using Kind = SignatureScheme::Kind;

constexpr std::size_t kScalarSize = 32;
constexpr int kShortestSafeRsaKey = 2048; // bits; NIST SP 800-131A

enum class KeyKind { sm2, rsa, rsaPssOnly, ecdsa, other };

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

KeyKind kindOfCurve(EVP_PKEY* key) {
    std::array<char, 64> group{};
    EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr);
    const std::string_view name(group.data());
    return name == "prime256v1" || name == "secp384r1" ? KeyKind::ecdsa : KeyKind::other;
}

KeyKind kindOf(EVP_PKEY* key) {
    if (key == nullptr)
        return KeyKind::other;
    if (EVP_PKEY_is_a(key, "SM2") == 1)
        return KeyKind::sm2;
    if (EVP_PKEY_is_a(key, "RSA") == 1)
        return KeyKind::rsa;
    if (EVP_PKEY_is_a(key, "RSA-PSS") == 1)
        return KeyKind::rsaPssOnly;
    return EVP_PKEY_is_a(key, "EC") == 1 ? kindOfCurve(key) : KeyKind::other;
}

bool canHaveMade(KeyKind key, Kind scheme) {
    switch (scheme) {
    case Kind::sm2:
        return key == KeyKind::sm2;
    case Kind::rsaPkcs1:
        return key == KeyKind::rsa;
    case Kind::rsaPss:
        return key == KeyKind::rsa || key == KeyKind::rsaPssOnly;
    case Kind::ecdsa:
        return key == KeyKind::ecdsa;
    }
    return false;
}

/// What is not the same for all schemes, set before the first byte is hashed.
bool prepare(EVP_PKEY_CTX* context, const SignatureScheme& scheme) {
    if (scheme.kind == Kind::sm2) // left out, OpenSSL computes with an empty ID
        return EVP_PKEY_CTX_set1_id(context, crypto::kDefaultUserId.data(),
                                    static_cast<int>(crypto::kDefaultUserId.size())) == 1;
    if (scheme.kind == Kind::rsaPss)
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
               EVP_PKEY_CTX_set_rsa_pss_saltlen(context, scheme.saltLength) == 1;
    return true;
}

bool verifies(EVP_PKEY* key, const SignatureScheme& scheme, ByteView message, ByteView value) {
    using namespace crypto;
    const DigestContextPtr context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* keyContext = nullptr; // owned by the digest context
    return EVP_DigestVerifyInit(context.get(), &keyContext, implementation(scheme.digest), nullptr,
                                key) == 1 &&
           prepare(keyContext, scheme) &&
           EVP_DigestVerify(context.get(), octets(value), value.size(), octets(message),
                            message.size()) == 1;
}

bool isWeak(EVP_PKEY* key, const SignatureScheme& scheme) {
    const bool rsa = scheme.kind == Kind::rsaPkcs1 || scheme.kind == Kind::rsaPss;
    const bool shortKey = rsa && EVP_PKEY_get_bits(key) < kShortestSafeRsaKey;
    return shortKey || !isCollisionResistant(scheme.digest);
}

SignatureMatch judge(EVP_PKEY* key, const SignatureScheme& scheme, ByteView message,
                     ByteView value) {
    const KeyKind kind = kindOf(key);
    if (kind == KeyKind::other)
        return SignatureMatch::unknownAlgorithm;
    if (!canHaveMade(kind, scheme.kind))
        return SignatureMatch::misfit;
    const Bytes wrapped = kind == KeyKind::sm2 ? asDerPair(value) : Bytes{};
    if (!verifies(key, scheme, message, wrapped.empty() ? value : ByteView(wrapped)))
        return SignatureMatch::differs;
    return isWeak(key, scheme) ? SignatureMatch::weak : SignatureMatch::matches;
}

} // namespace

std::optional<DigestAlgorithm> digestOf(const SignatureAlgorithm& algorithm) {
    const ReadScheme read = readScheme(algorithm);
    if (read.outcome == ReadScheme::Outcome::unknown)
        return std::nullopt;
    return read.scheme.digest;
}

SignatureMatch checkSignature(ByteView certificate, const SignatureAlgorithm& algorithm,
                              ByteView message, ByteView value) {
    const crypto::X509Ptr x509 = crypto::readX509(certificate);
    if (!x509)
        return SignatureMatch::unreadableKey;
    const ReadScheme read = readScheme(algorithm);
    if (read.outcome == ReadScheme::Outcome::unknown)
        return SignatureMatch::unknownAlgorithm;
    if (read.outcome == ReadScheme::Outcome::contradictory)
        return SignatureMatch::misfit;
    EVP_PKEY* key = X509_get0_pubkey(x509.get()); // owned by the certificate
    const SignatureMatch match = judge(key, read.scheme, message, value);
    ERR_clear_error();
    return match;
}

} // namespace kiosk::seal
