// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/bytes.h"

namespace kiosk {

/// RFC 4648 section 4, padded, on one line.
std::string toBase64(ByteView bytes);

/// Accepts line breaks and blanks between characters (XML content has them); refuses everything
/// else that is not the alphabet or correct padding.
Result<Bytes> fromBase64(std::string_view text);

} // namespace kiosk
