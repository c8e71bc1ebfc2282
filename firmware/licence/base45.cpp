// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/base45.h"

#include <algorithm>

namespace kiosk {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr std::uint32_t kBase = 45;

std::unexpected<Error> malformed() {
    return fail(ErrorKind::malformed, "base45.malformed", Remedy::citizenAgain);
}

/// The number a group of two or three characters stands for, least significant first.
Result<std::uint32_t> valueOf(std::string_view group) {
    std::uint32_t value = 0;
    for (const char c : std::string(group.rbegin(), group.rend())) {
        const std::size_t digit = kAlphabet.find(c);
        if (digit == std::string_view::npos)
            return malformed();
        value = value * kBase + static_cast<std::uint32_t>(digit);
    }
    return value;
}

} // namespace

std::string toBase45(ByteView bytes) {
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        const bool pair = at + 1 < bytes.size();
        auto value = std::to_integer<std::uint32_t>(bytes[at]);
        if (pair)
            value = value << 8U | std::to_integer<std::uint32_t>(bytes[at + 1]);
        for (int digit = 0; digit < (pair ? 3 : 2); ++digit, value /= kBase)
            text += kAlphabet[value % kBase];
    }
    return text;
}

Result<Bytes> fromBase45(std::string_view text) {
    Bytes bytes;
    for (; !text.empty(); text.remove_prefix(std::min<std::size_t>(3, text.size()))) {
        const std::string_view group = text.substr(0, 3);
        const std::uint32_t value = TRY(valueOf(group));
        const bool pair = group.size() == 3;
        if (group.size() == 1 || value > (pair ? 0xFFFFU : 0xFFU))
            return malformed();
        if (pair)
            bytes.push_back(static_cast<std::byte>(value >> 8U));
        bytes.push_back(static_cast<std::byte>(value & 0xFFU));
    }
    return bytes;
}

} // namespace kiosk
