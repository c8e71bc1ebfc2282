// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::document::xml {

/// An element with local names only: documents use several namespaces and prefixes for the same
/// thing (GB/T 33190 says http://www.ofdspec.org/2016, real files differ). Namespace declarations
/// are not attributes.
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

} // namespace kiosk::document::xml
