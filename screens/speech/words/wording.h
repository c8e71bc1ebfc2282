// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "screens/speech/words/tokens.h"

namespace kiosk::speech {

/// A text with its numbers, dates and codes written out as they are spoken in `language` (BCP 47:
/// "zh-CN", "zh-Hant", "en", "ug"; A75). In Chinese 1 is 幺 within a code.
std::string worded(std::string_view text, std::string_view language);

/// One language's way to say a token that is no words.
std::u32string inChinese(const Token& token, std::u32string_view before, std::u32string_view after);
std::u32string inEnglish(const Token& token);
std::u32string inUyghur(const Token& token);

/// The parts of "2030-01-31" or "10:32".
std::vector<int> numbersIn(std::u32string_view text);
/// A code in pieces that are read alike: one character each, but hidden ones together.
std::vector<std::u32string> piecesOf(std::u32string_view code);

} // namespace kiosk::speech
