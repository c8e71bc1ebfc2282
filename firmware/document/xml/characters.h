// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Which characters XML 1.0 (fifth edition) allows where.
namespace kiosk::document::xml {

/// S, production 3. Carriage returns are gone by then, unless written as references.
constexpr bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Char, production 2: no control characters, no surrogates, no U+FFFE and U+FFFF.
bool isXmlCharacter(char32_t c);

/// Whether the text is a name without colon (Namespaces in XML, NCName). UTF-8 must be valid.
bool isLocalName(std::string_view text);

/// One character at the beginning of a UTF-8 text.
struct DecodedCharacter {
    char32_t character = 0;
    std::size_t length = 0; ///< in bytes; 0 where the text is empty or malformed
};

DecodedCharacter firstCharacter(std::string_view utf8);

} // namespace kiosk::document::xml
