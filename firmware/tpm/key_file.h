// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/bytes.h"

namespace kiosk::tpm {

/// A key as its TPM gives it out: its public part, and its private part sealed by the TPM's storage
/// key, of no use to anybody else. Both as TPM 2.0 Library Part 2 marshals them, with their sizes
/// (TPM2B_PUBLIC, TPM2B_PRIVATE).
struct KeyBlob {
    Bytes publicPart;
    Bytes privatePart;
};

/// The file of such a key, in PEM: "TSS2 PRIVATE KEY", a loadable key without a pass phrase under
/// the storage key of the owner's hierarchy (ASN.1 Specification for TPM 2.0 Key Files), as
/// OpenSSL's provider tpm2 reads it too.
std::string keyFileOf(const KeyBlob& key);

bool isKeyFile(std::string_view text);

/// Error "tpm.key-file" (storage, technician) for anything else.
Result<KeyBlob> keyIn(std::string_view text);

} // namespace kiosk::tpm
