// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "firmware/base/clock.h"
#include "firmware/base/result.h"

namespace kiosk {

/// What the QR on a printed copy says: the region's word, signed when the copy was reserved, that
/// such a copy was to be printed. Anyone who trusts the region can check it without asking:
///
///   LK2:990000:A7K2-93QX-0001:11990000MB0000001X001:SCHOOL:‹27 characters›‹96 characters›
///       region copy number    licence type          purpose time, digest,   signature
///                                                           key
///
/// All of it in the characters of a QR's alphanumeric mode; the last two parts are Base45 of 18 and
/// 64 bytes. Signed, with SM2 and SM3, is the text before the signature, as it stands. Holds no
/// personal data and is no URL: it is read, and asked about at its region, never opened.
struct CopyCode {
    /// The first bytes of SM3 over the licence's file.
    using FileDigest = std::array<std::byte, 8>;
    /// The first bytes of SM3 over the signer's SubjectPublicKeyInfo.
    using SignerKey = std::array<std::byte, 6>;
    using Signature = std::array<std::byte, 64>; ///< r ‖ s

    std::string regionCode;  ///< six digits
    std::string copyNumber;  ///< 8 to 32 characters of 0-9 A-Z and '-'
    std::string typeCode;    ///< of the licence (GB/T 36902): 1 to 32 characters of 0-9 A-Z
    std::string purposeKey;  ///< Purpose::key: 1 to 16 characters of a-z 0-9 and '-'
    WallTime reservedAt{};   ///< whole seconds, 1970 to 2106
    FileDigest fileDigest{}; ///< which file the copy shows
    SignerKey signerKey{};   ///< whose signature it is
    Signature signature{};

    bool operator==(const CopyCode&) const = default;
};

/// Whether a code can carry this key.
bool isPurposeKey(std::string_view key);

std::string toText(const CopyCode& code);

/// What the signature stands for: the code's text without it.
std::string signedText(const CopyCode& code);

/// Reads, does not believe. Accepts exactly what toText() writes. Errors:
///
///   code                       remedy        meaning
///   "code.not-a-licence-code"  citizenAgain  a random QR is somebody's, but not ours
///   "code.unknown-version"     attendant     ours, of an older or a newer form
///   "code.misread"             citizenAgain  ours, and not whole
Result<CopyCode> parseCopyCode(std::string_view text);

} // namespace kiosk
