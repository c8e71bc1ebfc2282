// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/tpm/key_file.h"

namespace kiosk::tpm {

/// A sealed key as it lies in the header of the disk that it opens: a token of LUKS2 (LUKS2 On-Disk
/// Format Specification, 3.5), in JSON, of a type of our own, "kiosk-tpm2", for keyslot 0. Its
/// fields "public" and "private" are the blob's parts in base64 (RFC 4648).
std::string diskTokenOf(const KeyBlob& sealed);

/// Error "tpm.key-file" (storage, technician) for anything else.
Result<KeyBlob> sealedKeyIn(std::string_view diskToken);

} // namespace kiosk::tpm
