// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "firmware/base/bytes.h"

namespace kiosk::seal {

enum class DigestAlgorithm { sm3, sha256, sha384, sha512, sha1, md5 };

/// The algorithm a licence file names, by dotted OID or by name in any case: "SM3",
/// "1.2.156.10197.1.401". Nothing for what is unknown, keyed SM3 (….401.2) included.
std::optional<DigestAlgorithm> digestAlgorithm(std::string_view oidOrName);

/// False for MD5 and SHA-1: two documents with one digest can be made.
bool isCollisionResistant(DigestAlgorithm algorithm);

Bytes digest(DigestAlgorithm algorithm, ByteView bytes);

inline Bytes sm3(ByteView bytes) {
    return digest(DigestAlgorithm::sm3, bytes);
}

} // namespace kiosk::seal
