// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/base64.h"

#include <algorithm>

namespace kiosk {

namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::unexpected<Error> badBase64(std::string_view detail) {
    return fail(ErrorKind::malformed, "bytes.base64", Remedy::supplier, detail);
}

std::string withoutBlanks(std::string_view text) {
    std::string dense;
    dense.reserve(text.size());
    std::ranges::copy_if(text, std::back_inserter(dense),
                         [](char c) { return c != ' ' && c != '\n' && c != '\r' && c != '\t'; });
    return dense;
}

} // namespace

std::string toBase64(ByteView bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t have = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < have ? std::to_integer<std::uint32_t>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text.push_back(k <= have ? kAlphabet[group >> (18 - 6 * k) & 63U] : '=');
    }
    return text;
}

Result<Bytes> fromBase64(std::string_view text) {
    const std::string dense = withoutBlanks(text);
    if (dense.size() % 4 != 0)
        return badBase64("length is not a multiple of four");
    const auto end = dense.find('=');
    const std::string_view digits = std::string_view(dense).substr(0, end);
    if (dense.size() - digits.size() > 2)
        return badBase64("too much padding");
    if (std::string_view(dense).substr(digits.size()).find_first_not_of('=') != std::string::npos)
        return badBase64("padding before the end");
    Bytes bytes;
    bytes.reserve(dense.size() / 4 * 3);
    std::uint32_t group = 0;
    unsigned bits = 0;
    for (char c : digits) {
        const auto value = kAlphabet.find(c);
        if (value == std::string_view::npos)
            return badBase64("a character outside the alphabet");
        group = group << 6 | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::byte>(group >> bits & 255U));
        }
    }
    return bytes;
}

} // namespace kiosk
