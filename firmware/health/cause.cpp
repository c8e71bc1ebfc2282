// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/cause.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "firmware/base/error_codes.h"
#include "firmware/base/text.h"

namespace kiosk::health {

namespace {

constexpr std::size_t kRegionDigits = 6;
constexpr std::size_t kHalf = 4; ///< digits on each side of a list name's dash
constexpr std::size_t kMarkDigits = 16;
constexpr std::string_view kHex = "0123456789abcdef";

bool isSmall(char c) {
    return c >= 'a' && c <= 'z';
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// As many digits as that, in capitals, zeros before.
std::string digitsOf(std::uint32_t number, int base, std::size_t width) {
    std::array<char, std::numeric_limits<std::uint32_t>::digits10 + 1> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), number, base).ptr;
    std::string text(digits.begin(), end);
    std::ranges::transform(text, text.begin(), [](char c) {
        return isSmall(c) ? static_cast<char>(c - 'a' + 'A') : c;
    });
    text.insert(0, width - std::min(width, text.size()), '0');
    return text;
}

/// The whole text as a number to this base.
std::optional<std::uint32_t> numberIn(std::string_view text, int base) {
    std::uint32_t number = 0;
    const std::string digits(text);
    const char* end = digits.c_str() + digits.size();
    const auto read = std::from_chars(digits.c_str(), end, number, base);
    if (read.ec != std::errc() || read.ptr != end)
        return std::nullopt;
    return number;
}

} // namespace

Cause::Cause(std::string_view code, Remedy remedy)
    : code_(isErrorCode(code) ? code : kUnnamed), remedy_(remedy) {}

RegionCode::RegionCode(std::string_view digits) {
    if (digits.size() == kRegionDigits && std::ranges::all_of(digits, isDigit))
        number_ = numberIn(digits, 10).value_or(0);
}

std::string RegionCode::text() const {
    return digitsOf(number_, 10, kRegionDigits);
}

std::optional<Version> Version::of(std::string_view text) {
    constexpr std::uint32_t kMost = 9999;
    std::array<int, 3> numbers{};
    const auto words = split(text, '.');
    if (words.size() != numbers.size())
        return std::nullopt;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto number = numberIn(words[i], 10);
        if (!number || *number > kMost)
            return std::nullopt;
        numbers[i] = static_cast<int>(*number);
    }
    return Version{numbers[0], numbers[1], numbers[2]};
}

std::string Version::text() const {
    return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

std::optional<ListName> ListName::of(std::string_view text) {
    if (text.size() != 2 * kHalf + 1 || text[kHalf] != '-')
        return std::nullopt;
    const auto high = numberIn(text.substr(0, kHalf), 16);
    const auto low = numberIn(text.substr(kHalf + 1), 16);
    if (!high || !low)
        return std::nullopt;
    return ListName(*high << 16 | *low);
}

std::string ListName::text() const {
    return digitsOf(number_ >> 16, 16, kHalf) + "-" + digitsOf(number_ & 0xFFFF, 16, kHalf);
}

std::optional<RecordMark> RecordMark::of(std::string_view digest) {
    constexpr int kBitsADigit = 4;
    std::uint64_t number = 0;
    if (digest.size() < kMarkDigits)
        return std::nullopt;
    for (const char digit : digest.substr(0, kMarkDigits)) {
        const std::size_t value = kHex.find(digit);
        if (value == std::string_view::npos)
            return std::nullopt;
        number = number << kBitsADigit | value;
    }
    return RecordMark(number);
}

std::string RecordMark::text() const {
    constexpr unsigned kBitsADigit = 4;
    std::string text(kMarkDigits, '0');
    for (std::size_t i = 0; i < kMarkDigits; ++i)
        text[i] = kHex[number_ >> (kBitsADigit * (kMarkDigits - 1 - i)) & 0xFU];
    return text;
}

} // namespace kiosk::health
