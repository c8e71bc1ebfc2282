// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk {

/// The code points of a UTF-8 text; each malformed byte becomes U+FFFD.
std::u32string codePoints(std::string_view utf8);
std::string toUtf8(std::u32string_view codePoints);

/// UTF-16LE as card records hold it. A lone surrogate is malformed: names are never cut or mended.
Result<std::string> utf8FromUtf16Le(ByteView utf16);
/// The reverse, for simulators. Malformed UTF-8 becomes U+FFFD.
Bytes utf16LeFromUtf8(std::string_view utf8);

bool isValidUtf8(std::string_view text);

std::string_view trimmed(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);

/// The whole text as a decimal number, or nothing.
std::optional<double> parseNumber(std::string_view text);
std::optional<std::int64_t> parseInteger(std::string_view text);

} // namespace kiosk
