// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include "firmware/base/bytes.h"
#include "firmware/base/handle.h"
#include "firmware/seal/digest.h"

/// OpenSSL's handles with owners. For .cpp files only, so that OpenSSL stays out of the interfaces.
namespace kiosk::seal::crypto {

using X509Ptr = Handle<X509, X509_free>;
using NamePtr = Handle<X509_NAME, X509_NAME_free>;
using KeyPtr = Handle<EVP_PKEY, EVP_PKEY_free>;
using DigestContextPtr = Handle<EVP_MD_CTX, EVP_MD_CTX_free>;
using StorePtr = Handle<X509_STORE, X509_STORE_free>;
using StoreContextPtr = Handle<X509_STORE_CTX, X509_STORE_CTX_free>;

/// GM/T 0009-2012 clause 10: the user ID where no other is agreed. Real certificates and seals all
/// use it.
inline constexpr std::string_view kDefaultUserId = "1234567812345678";

inline const unsigned char* octets(ByteView bytes) {
    // OpenSSL counts in unsigned char; byte and unsigned char may alias.
    return static_cast<const unsigned char*>(static_cast<const void*>(bytes.data()));
}

const EVP_MD* implementation(DigestAlgorithm algorithm); ///< in digest.cpp

/// The certificate, with the default user ID set on it where it is signed with SM2, or null.
/// Trailing bytes are refused.
X509Ptr parseX509(ByteView der);
/// The same, remembering those read a moment ago.
X509Ptr readX509(ByteView der);

} // namespace kiosk::seal::crypto
