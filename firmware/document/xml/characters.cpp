// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/xml/characters.h"

#include <algorithm>
#include <array>

namespace kiosk::document::xml {

namespace {

struct Range {
    char32_t first, last;
};

/// NameStartChar, production 4, without the colon.
constexpr std::array kNameStart{
    Range{'A', 'Z'},       Range{'_', '_'},       Range{'a', 'z'},         Range{0xC0, 0xD6},
    Range{0xD8, 0xF6},     Range{0xF8, 0x2FF},    Range{0x370, 0x37D},     Range{0x37F, 0x1FFF},
    Range{0x200C, 0x200D}, Range{0x2070, 0x218F}, Range{0x2C00, 0x2FEF},   Range{0x3001, 0xD7FF},
    Range{0xF900, 0xFDCF}, Range{0xFDF0, 0xFFFD}, Range{0x10000, 0xEFFFF},
};

/// What NameChar, production 4a, adds.
constexpr std::array kNameRest{
    Range{'-', '.'}, Range{'0', '9'}, Range{0xB7, 0xB7}, Range{0x300, 0x36F}, Range{0x203F, 0x2040},
};

template <typename Ranges>
bool isIn(const Ranges& ranges, char32_t c) {
    return std::ranges::any_of(ranges, [c](const Range& r) { return r.first <= c && c <= r.last; });
}

std::size_t lengthOf(unsigned lead) {
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead < 0xE0)
        return 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

bool isShortestForm(char32_t c, std::size_t length) {
    constexpr std::array<char32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
    return c >= kSmallest.at(length) && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

} // namespace

bool isXmlCharacter(char32_t c) {
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r';
    return c <= 0xD7FF || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

bool isLocalName(std::string_view text) {
    bool isFirst = true;
    while (!text.empty()) {
        const DecodedCharacter next = firstCharacter(text);
        if (next.length == 0)
            return false;
        if (!isIn(kNameStart, next.character) && (isFirst || !isIn(kNameRest, next.character)))
            return false;
        text.remove_prefix(next.length);
        isFirst = false;
    }
    return !isFirst;
}

DecodedCharacter firstCharacter(std::string_view utf8) {
    if (utf8.empty())
        return {};
    const unsigned lead = static_cast<unsigned char>(utf8[0]);
    const std::size_t length = lengthOf(lead);
    if (length <= 1 || length > utf8.size())
        return {lead, length > utf8.size() ? 0 : length};
    char32_t character = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const unsigned next = static_cast<unsigned char>(utf8[i]);
        if ((next & 0xC0U) != 0x80U)
            return {};
        character = character << 6U | (next & 0x3FU);
    }
    return {character, isShortestForm(character, length) ? length : 0};
}

} // namespace kiosk::document::xml
