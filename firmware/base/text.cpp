// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/text.h"

#include <charconv>

namespace kiosk {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
    char32_t codePoint;
    std::size_t length; ///< bytes consumed, at least 1
    bool valid;
};

constexpr Decoded kMalformed{kReplacement, 1, false};

std::size_t sequenceLength(unsigned lead) {
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead < 0xE0)
        return 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    if (lead >= 0xF0 && lead < 0xF5)
        return 4;
    return 0;
}

bool isShortestForm(char32_t codePoint, std::size_t length) {
    constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = codePoint >= 0xD800 && codePoint < 0xE000;
    return codePoint >= kSmallest[length] && codePoint <= 0x10FFFF && !surrogate;
}

Decoded decode(std::string_view text) {
    const unsigned lead = static_cast<unsigned char>(text[0]);
    const std::size_t length = sequenceLength(lead);
    if (length == 0 || length > text.size())
        return kMalformed;
    if (length == 1)
        return {lead, 1, true};
    char32_t codePoint = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const unsigned next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80U)
            return kMalformed;
        codePoint = codePoint << 6 | (next & 0x3FU);
    }
    return isShortestForm(codePoint, length) ? Decoded{codePoint, length, true} : kMalformed;
}

void append(std::string& text, char32_t c) {
    const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

template <typename Number>
std::optional<Number> parseWhole(std::string_view text) {
    Number value{};
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stopped != end)
        return std::nullopt;
    return value;
}

} // namespace

std::u32string codePoints(std::string_view utf8) {
    std::u32string result;
    while (!utf8.empty()) {
        const Decoded next = decode(utf8);
        result.push_back(next.codePoint);
        utf8.remove_prefix(next.length);
    }
    return result;
}

std::string toUtf8(std::u32string_view codePoints) {
    std::string text;
    for (char32_t c : codePoints)
        append(text, c);
    return text;
}

Result<std::string> utf8FromUtf16Le(ByteView utf16) {
    std::string text;
    ByteReader reader(utf16);
    while (!reader.atEnd()) {
        const char32_t unit = TRY(reader.u16LittleEndian());
        if (unit < 0xD800 || unit > 0xDFFF) {
            append(text, unit);
            continue;
        }
        if (unit > 0xDBFF || reader.remaining() < 2)
            return fail(ErrorKind::malformed, "text.lone-surrogate", Remedy::supplier);
        const char32_t low = TRY(reader.u16LittleEndian());
        if (low < 0xDC00 || low > 0xDFFF)
            return fail(ErrorKind::malformed, "text.lone-surrogate", Remedy::supplier);
        append(text, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
    }
    return text;
}

Bytes utf16LeFromUtf8(std::string_view utf8) {
    Bytes bytes;
    const auto put = [&bytes](char32_t unit) {
        bytes.push_back(static_cast<std::byte>(unit & 0xFF));
        bytes.push_back(static_cast<std::byte>(unit >> 8));
    };
    for (char32_t c : codePoints(utf8)) {
        if (c < 0x10000) {
            put(c);
        } else {
            put(0xD800 + ((c - 0x10000) >> 10));
            put(0xDC00 + ((c - 0x10000) & 0x3FF));
        }
    }
    return bytes;
}

bool isValidUtf8(std::string_view text) {
    while (!text.empty()) {
        const Decoded next = decode(text);
        if (!next.valid)
            return false;
        text.remove_prefix(next.length);
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::optional<double> parseNumber(std::string_view text) {
    return parseWhole<double>(text);
}

std::optional<std::int64_t> parseInteger(std::string_view text) {
    return parseWhole<std::int64_t>(text);
}

} // namespace kiosk
