// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/xml/cursor.h"

namespace kiosk::document::xml {

namespace {

/// ASCII that ends a name; what is beyond ASCII is looked at character by character afterwards.
bool mayBeInName(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    return letter || digit || static_cast<unsigned char>(c) >= 0x80 || c == '_' || c == '-' ||
           c == '.' || c == ':';
}

bool isQualifiedName(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos)
        return isLocalName(text);
    return isLocalName(text.substr(0, colon)) && isLocalName(text.substr(colon + 1));
}

} // namespace

std::optional<std::string_view> Cursor::takeName() {
    const std::string_view before = rest_;
    const std::string_view name = takeWhile(mayBeInName);
    if (isQualifiedName(name))
        return name;
    rest_ = before;
    return std::nullopt;
}

std::size_t Cursor::line() const {
    return 1 + static_cast<std::size_t>(std::ranges::count(whole_.substr(0, offset()), '\n'));
}

std::string_view localPart(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

} // namespace kiosk::document::xml
