// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "firmware/base/bytes.h"

namespace kiosk {

/// Base45 (RFC 9285): the characters of a QR code's alphanumeric mode, which packs two bytes into
/// 16.5 bits, where Base32 takes 17.6.
std::string toBase45(ByteView bytes);
/// Strict: another character, a group that stands for too much and a lone character are malformed,
/// "base45.malformed" (citizenAgain).
Result<Bytes> fromBase45(std::string_view text);

} // namespace kiosk
