// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "firmware/handout/device_key.h"

namespace kiosk::handout {

/// Form of the codes; a reader refuses what it does not know.
inline constexpr char kCodeForm = 1;

/// No code holds more characters: at error correction M and in the alphanumeric alphabet that is
/// version 14 of ISO/IEC 18004, 73 modules, 51 mm wide where a module has 0.63 mm.
inline constexpr std::size_t kMostCharacters = 528;
inline constexpr std::size_t kMostCodes = 9; ///< a technician scans them one by one

/// What a text is signed for: a signature counts for that and for nothing else.
struct CodePurpose {
    std::string_view mark;     ///< three characters that each code begins with: "KH1"
    std::string_view signedAs; ///< the first line of what is signed
};

/// A text as texts of QR codes, to be scanned in any order.
struct SignedCodes {
    std::string number;             ///< "3F7A09C2": of these very bytes
    std::vector<std::string> texts; ///< 1 to kMostCodes
};

/// The text, deflated and signed:
///
///     code    = mark "/" kiosk "/" number "/" part "/" total "/" data "."
///     kiosk   = the first four digits of the key's fingerprint
///     number  = the first four bytes of SHA-256 of all data together, in capitals
///     data    = Base45 (RFC 9285) of a part of: form ‖ signature (64) ‖ point (65) ‖ text,
///               deflated (RFC 1951)
///
/// The signature is over signedAs ‖ form ‖ point ‖ deflated text. The full stop keeps a blank at
/// the end of the data through programs that trim texts. Each code is made of characters that one
/// holds densest. Errors: DeviceKey::sign()'s, and "handout.too-long" (supplier) for a text that
/// would need more than kMostCodes.
Result<SignedCodes> signedCodes(const CodePurpose& purpose, std::string_view text,
                                const DeviceKey& key);

/// What codes said, and by which key.
struct ReadCodes {
    std::string text;
    Bytes point;
};

enum class CodesFault {
    notWhole, ///< no codes of this purpose, or one is missing
    altered   ///< not what was signed
};

/// The text of these codes, in any order, twice or once, of at most 64 KiB: only where the key that
/// they name has signed just that for this purpose. Whose key it is, fingerprintOf() says.
std::expected<ReadCodes, CodesFault> readSignedCodes(const CodePurpose& purpose,
                                                     const std::vector<std::string>& texts);

} // namespace kiosk::handout
