// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "firmware/base/bytes.h"

namespace kiosk::seal {

enum class SignatureMatch {
    matches,
    differs,
    unknownAlgorithm, ///< neither SM2 with SM3 nor a key for it
    unreadableKey,    ///< the certificate cannot be read
};

/// Whether `value` is the signature of `message` by the certificate's key. SM2 with SM3
/// (GB/T 32918.2) under the default user ID. `value` is a DER SEQUENCE{r, s} or the raw 64 bytes
/// r ‖ s; `algorithm` is a dotted OID: 1.2.156.10197.1.501 or 1.2.156.10197.1.301.1.
SignatureMatch checkSignature(ByteView certificate, std::string_view algorithm, ByteView message,
                              ByteView value);

} // namespace kiosk::seal
