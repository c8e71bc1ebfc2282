// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "firmware/base/handle.h"

namespace kiosk::sandbox {

using KeyHandle = Handle<EVP_PKEY, EVP_PKEY_free>;
using KeyContextHandle = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using CertificateHandle = Handle<X509, X509_free>;
using BioHandle = Handle<BIO, BIO_free_all>;

inline BioHandle memoryOf(std::string_view text) {
    return BioHandle(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

/// What was written into a memory BIO.
inline std::string textIn(BIO* memory) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return std::string(data, static_cast<std::size_t>(size));
}

} // namespace kiosk::sandbox
