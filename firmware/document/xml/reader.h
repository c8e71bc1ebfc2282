// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/bytes.h"
#include "firmware/document/xml/element.h"

namespace kiosk::document::xml {

/// Reads a whole XML file. Refused besides what is not well formed: document type declarations (no
/// entities, no bombs), depth over 64, more than 16 MiB, more than 400 000 elements, more than
/// 64 attributes on one element or a million in all, encodings other than UTF-8 and UTF-16.
///
/// `file` names the entry in the error: "document.malformed-xml" with the line,
/// "document.unsupported-encoding", "document.too-large".
Result<Element> parseXml(ByteView xml, std::string_view file);

} // namespace kiosk::document::xml
