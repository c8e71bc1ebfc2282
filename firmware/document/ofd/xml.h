// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk::document::ofd {

/// An element with local names only: documents use several namespaces and prefixes for the same
/// thing (GB/T 33190 says http://www.ofdspec.org/2016, real files differ).
struct Element {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<Element> children;
    std::string text; ///< all character data directly inside, blanks kept

    std::optional<std::string_view> attribute(std::string_view wanted) const;
    /// The first child of that name, or null.
    const Element* child(std::string_view wanted) const;
    /// The trimmed text of the first child of that name, or "".
    std::string_view childText(std::string_view wanted) const;
};

/// Parses a whole XML file. Refused: document type declarations (no entities, no bombs), depth over
/// 64, more than 16 MiB, more than 400 000 elements. `file` names the entry in the error, which is
/// "document.malformed-xml" or "document.too-large".
Result<Element> parseXml(ByteView xml, std::string_view file);

} // namespace kiosk::document::ofd
