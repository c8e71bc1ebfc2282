// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include "firmware/base/bytes.h"

/// OpenSSL's handles with owners. For this room's .cpp files only.
namespace kiosk::seal::crypto {

template <auto release>
struct Releaser {
    template <typename T>
    void operator()(T* handle) const {
        release(handle);
    }
};

using X509Ptr = std::unique_ptr<X509, Releaser<X509_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using DigestContextPtr = std::unique_ptr<EVP_MD_CTX, Releaser<EVP_MD_CTX_free>>;
using StorePtr = std::unique_ptr<X509_STORE, Releaser<X509_STORE_free>>;
using StoreContextPtr = std::unique_ptr<X509_STORE_CTX, Releaser<X509_STORE_CTX_free>>;

/// GM/T 0009-2012 clause 10: the user ID where no other is agreed. Real certificates and seals all
/// use it.
inline constexpr std::string_view kDefaultUserId = "1234567812345678";

inline const unsigned char* octets(ByteView bytes) {
    // OpenSSL counts in unsigned char; byte and unsigned char may alias.
    return static_cast<const unsigned char*>(static_cast<const void*>(bytes.data()));
}

/// The certificate with the default user ID set on it, or null. Trailing bytes are refused.
X509Ptr readX509(ByteView der);

} // namespace kiosk::seal::crypto
