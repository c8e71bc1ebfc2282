// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/private_use.h"

#include <charconv>
#include <map>

#include "firmware/base/text.h"
#include "firmware/document/paint/private_use_text.h"

namespace kiosk::document::paint {

namespace {

char32_t codePoint(std::string_view hex) {
    std::uint32_t value = 0;
    std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
    return static_cast<char32_t>(value);
}

/// Lines "E863 4DAE  # FE9F".
std::map<char32_t, char32_t> parse(std::string_view text) {
    std::map<char32_t, char32_t> table;
    for (std::string_view line : split(text, '\n')) {
        const auto words = split(line, ' ');
        if (!line.starts_with('#') && words.size() >= 2)
            table[codePoint(words[0])] = codePoint(words[1]);
    }
    return table;
}

} // namespace

std::optional<char32_t> standardCharacter(char32_t privateUse) {
    static const std::map<char32_t, char32_t> kTable = parse(kPrivateUseText);
    const auto found = kTable.find(privateUse);
    return found == kTable.end() ? std::nullopt : std::optional(found->second);
}

} // namespace kiosk::document::paint
