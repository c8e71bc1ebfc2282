// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/base/bytes.h"

namespace kiosk::document::xml {

/// An XML file as UTF-8: every character one that XML knows, every line end one line feed (2.11).
struct XmlText {
    std::string characters;
    std::size_t contentAt = 0; ///< behind the XML declaration
};

/// Reads UTF-8 with or without byte order mark, and UTF-16 with one; the declaration must agree.
/// `file` names the entry in errors: "document.malformed-xml" with the line,
/// "document.unsupported-encoding" with the encoding's name.
Result<XmlText> decodeXml(ByteView bytes, std::string_view file);

/// The error for what is not well formed, at a line counted from 1.
std::unexpected<Error> malformedXml(std::string_view file, std::size_t line);

} // namespace kiosk::document::xml
