// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/xml/encoding.h"

#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/document/xml/cursor.h"

namespace kiosk::document::xml {

namespace {

enum class Form { utf8, utf16 };

bool startsWith(ByteView bytes, std::string_view mark) {
    return bytes.size() >= mark.size() &&
           std::ranges::equal(bytes.first(mark.size()), bytesOf(mark));
}

/// UTF-16 of either byte order, mark included.
Result<std::string> fromUtf16(ByteView bytes) {
    Bytes units(bytes.begin() + 2, bytes.end());
    if (startsWith(bytes, "\xFE\xFF") && units.size() % 2 == 0) {
        for (std::size_t i = 0; i < units.size(); i += 2)
            std::swap(units[i], units[i + 1]);
    }
    return utf8FromUtf16Le(units);
}

void normaliseLineEnds(std::string& text) {
    if (text.find('\r') == std::string::npos)
        return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
            continue;
        text[kept++] = text[i] == '\r' ? '\n' : text[i];
    }
    text.resize(kept);
}

/// `Name = "value"`, with blanks before it; nothing where it is something else.
std::optional<std::string_view> pseudoAttribute(Cursor& cursor, std::string_view name) {
    Cursor ahead = cursor;
    if (!ahead.skipBlanks() || !ahead.skip(name))
        return std::nullopt;
    ahead.skipBlanks();
    if (!ahead.skip("="))
        return std::nullopt;
    ahead.skipBlanks();
    const std::string_view quote = ahead.isAt("'") ? "'" : "\"";
    if (!ahead.skip(quote))
        return std::nullopt;
    const auto value = ahead.takeUntil(quote);
    if (value)
        cursor = ahead;
    return value;
}

bool isVersion(std::string_view value) {
    return value.size() > 2 && value.starts_with("1.") &&
           value.find_first_not_of("0123456789", 2) == std::string_view::npos;
}

/// EncName, production 81, no longer than any registered one.
bool isEncodingName(std::string_view value) {
    constexpr std::size_t kLongest = 40;
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto isPart = [isLetter](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    };
    return !value.empty() && value.size() <= kLongest && isLetter(value.front()) &&
           std::ranges::all_of(value, isPart);
}

std::string upperCase(std::string_view text) {
    std::string upper(text);
    std::ranges::transform(upper, upper.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return upper;
}

bool agrees(std::string_view encoding, Form form) {
    const std::string name = upperCase(encoding);
    return form == Form::utf16 ? name == "UTF-16" : name == "UTF-8" || name == "US-ASCII";
}

/// Moves the cursor behind the declaration (production 23), which need not be there.
Result<> readDeclaration(Cursor& cursor, Form form, std::string_view file) {
    Cursor ahead = cursor;
    if (!ahead.skip("<?xml") || !isBlank(ahead.next()))
        return {};
    cursor = ahead;
    const auto version = pseudoAttribute(cursor, "version");
    if (!version || !isVersion(*version))
        return malformedXml(file, cursor.line());
    const auto encoding = pseudoAttribute(cursor, "encoding");
    if (encoding && !isEncodingName(*encoding))
        return malformedXml(file, cursor.line());
    if (encoding && !agrees(*encoding, form))
        return fail(ErrorKind::unsupported, "document.unsupported-encoding", Remedy::supplier,
                    std::string(file).append(" in ").append(*encoding));
    const auto standalone = pseudoAttribute(cursor, "standalone");
    if (standalone && standalone != "yes" && standalone != "no")
        return malformedXml(file, cursor.line());
    cursor.skipBlanks();
    return cursor.skip("?>") ? Result<>{} : malformedXml(file, cursor.line());
}

/// Where the first character stands that XML does not know; the text's size where there is none.
std::size_t firstInvalid(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte < 0x80) { // what nearly everything is made of
            ++at;
            continue;
        }
        const DecodedCharacter next = firstCharacter(text.substr(at));
        if (next.length == 0 || !isXmlCharacter(next.character))
            return at;
        at += next.length;
    }
    return at;
}

} // namespace

std::unexpected<Error> malformedXml(std::string_view file, std::size_t line) {
    return fail(ErrorKind::malformed, "document.malformed-xml", Remedy::supplier,
                std::string(file).append(" line ").append(std::to_string(line)));
}

Result<XmlText> decodeXml(ByteView bytes, std::string_view file) {
    const bool wide = startsWith(bytes, "\xFE\xFF") || startsWith(bytes, "\xFF\xFE");
    XmlText text;
    if (wide) {
        auto converted = fromUtf16(bytes);
        if (!converted)
            return malformedXml(file, 1);
        text.characters = std::move(*converted);
    } else {
        text.characters = toText(bytes.subspan(startsWith(bytes, "\xEF\xBB\xBF") ? 3 : 0));
    }
    normaliseLineEnds(text.characters);
    Cursor cursor(text.characters);
    TRY(readDeclaration(cursor, wide ? Form::utf16 : Form::utf8, file));
    text.contentAt = cursor.offset();
    const std::string_view all = text.characters;
    if (const std::size_t at = firstInvalid(all); at < all.size())
        return malformedXml(
            file, 1 + static_cast<std::size_t>(std::ranges::count(all.substr(0, at), '\n')));
    return text;
}

} // namespace kiosk::document::xml
