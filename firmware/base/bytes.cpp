// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/bytes.h"

#include <optional>

namespace kiosk {

namespace {

std::optional<unsigned> hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f')
        return static_cast<unsigned>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F')
        return static_cast<unsigned>(c - 'A' + 10);
    return std::nullopt;
}

} // namespace

ByteView bytesOf(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

Bytes toBytes(std::string_view text) {
    const ByteView view = bytesOf(text);
    return {view.begin(), view.end()};
}

std::string toText(ByteView bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (std::byte b : bytes)
        text.push_back(static_cast<char>(b));
    return text;
}

std::string toHex(ByteView bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (std::byte b : bytes) {
        hex.push_back(kDigits[std::to_integer<unsigned>(b) >> 4]);
        hex.push_back(kDigits[std::to_integer<unsigned>(b) & 15U]);
    }
    return hex;
}

Result<Bytes> fromHex(std::string_view hex) {
    if (hex.size() % 2 != 0)
        return fail(ErrorKind::malformed, "bytes.hex-length", Remedy::supplier);
    Bytes bytes;
    bytes.reserve(hex.size() / 2);
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const auto high = hexDigit(hex[i]);
        const auto low = hexDigit(hex[i + 1]);
        if (!high || !low)
            return fail(ErrorKind::malformed, "bytes.hex-digit", Remedy::supplier);
        bytes.push_back(static_cast<std::byte>(*high * 16 + *low));
    }
    return bytes;
}

Result<ByteView> ByteReader::take(std::size_t count) {
    if (count > rest_.size())
        return fail(ErrorKind::malformed, "bytes.too-short", Remedy::supplier);
    const ByteView taken = rest_.first(count);
    rest_ = rest_.subspan(count);
    return taken;
}

Result<std::uint8_t> ByteReader::u8() {
    return std::to_integer<std::uint8_t>(TRY(take(1))[0]);
}

Result<std::uint16_t> ByteReader::u16BigEndian() {
    const ByteView b = TRY(take(2));
    return static_cast<std::uint16_t>(std::to_integer<unsigned>(b[0]) << 8 |
                                      std::to_integer<unsigned>(b[1]));
}

Result<std::uint16_t> ByteReader::u16LittleEndian() {
    const ByteView b = TRY(take(2));
    return static_cast<std::uint16_t>(std::to_integer<unsigned>(b[1]) << 8 |
                                      std::to_integer<unsigned>(b[0]));
}

Result<std::uint32_t> ByteReader::u32BigEndian() {
    const std::uint32_t high = TRY(u16BigEndian());
    const std::uint32_t low = TRY(u16BigEndian());
    return high << 16 | low;
}

Result<std::uint32_t> ByteReader::u32LittleEndian() {
    const std::uint32_t low = TRY(u16LittleEndian());
    const std::uint32_t high = TRY(u16LittleEndian());
    return high << 16 | low;
}

} // namespace kiosk
