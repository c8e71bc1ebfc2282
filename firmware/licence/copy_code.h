// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "firmware/base/result.h"

namespace kiosk {

/// What the QR on a printed copy says: which authority vouches for it and the copy's own number.
/// "LK1:990000:A7K2-…:CHECK". Holds no personal data and is no URL: it is sent to the authority of
/// `regionCode`, never opened.
struct CopyCode {
    std::string regionCode; ///< six digits
    std::string copyNumber; ///< 8 to 32 characters of 0-9 A-Z and '-'

    bool operator==(const CopyCode&) const = default;
};

std::string toText(const CopyCode& code);

/// Any other text is "code.not-a-licence-code": a random QR is somebody's, but not ours.
Result<CopyCode> parseCopyCode(std::string_view text);

} // namespace kiosk
