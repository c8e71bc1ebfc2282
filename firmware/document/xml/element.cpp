// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/xml/element.h"

#include <algorithm>

#include "firmware/base/text.h"

namespace kiosk::document::xml {

std::optional<std::string_view> Element::attribute(std::string_view wanted) const {
    const auto found =
        std::ranges::find(attributes, wanted, &decltype(attributes)::value_type::first);
    return found == attributes.end() ? std::nullopt
                                     : std::optional<std::string_view>(found->second);
}

const Element* Element::child(std::string_view wanted) const {
    const auto found = std::ranges::find(children, wanted, &Element::name);
    return found == children.end() ? nullptr : &*found;
}

std::string_view Element::childText(std::string_view wanted) const {
    const Element* found = child(wanted);
    return found == nullptr ? std::string_view{} : trimmed(found->text);
}

} // namespace kiosk::document::xml
