// SPDX-License-Identifier: Apache-2.0
#include "drivers/auxiliaries/serial_board/codec/line.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "firmware/base/text.h"

namespace kiosk::drivers::serial_board {

namespace {

constexpr std::size_t kNumberDigits = 2;
constexpr std::size_t kCheckDigits = 4;
constexpr std::size_t kMostLines = 64; ///< that wait to be taken

bool isWordCharacter(char c) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool digit = c >= '0' && c <= '9';
    return letter || digit || std::string_view("=.-_").find(c) != std::string_view::npos;
}

bool isWord(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, isWordCharacter);
}

/// Exactly these digits, 0-9 and A-F.
std::optional<unsigned> hexNumber(std::string_view text, std::size_t digits) {
    const bool allDigits = text.find_first_not_of("0123456789ABCDEF") == std::string_view::npos;
    unsigned value = 0;
    if (text.size() != digits || !allDigits)
        return std::nullopt;
    std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return value;
}

std::string hexText(unsigned value, int digits) {
    char text[16];
    std::snprintf(text, sizeof text, "%0*X", digits, value);
    return text;
}

/// What stands between "$" and the line feed.
std::optional<Line> decode(std::string_view text) {
    const std::size_t star = text.rfind('*');
    if (star == std::string_view::npos)
        return std::nullopt;
    const std::string_view covered = text.substr(0, star);
    if (hexNumber(text.substr(star + 1), kCheckDigits) != checkOf(bytesOf(covered)))
        return std::nullopt;
    const auto parts = split(covered, ',');
    const auto number = hexNumber(parts.front(), kNumberDigits);
    if (!number || parts.size() < 2 || !std::all_of(parts.begin() + 1, parts.end(), isWord))
        return std::nullopt;
    return Line{static_cast<std::uint8_t>(*number), {parts.begin() + 1, parts.end()}};
}

} // namespace

std::uint16_t checkOf(ByteView bytes) {
    constexpr unsigned kPolynomial = 0x1021;
    unsigned check = 0xFFFF;
    for (const std::byte byte : bytes) {
        check ^= std::to_integer<unsigned>(byte) << 8;
        for (int bit = 0; bit < 8; ++bit)
            check = (check & 0x8000U) != 0 ? check << 1 ^ kPolynomial : check << 1;
    }
    return static_cast<std::uint16_t>(check);
}

Bytes encode(const Line& line) {
    std::string covered = hexText(line.number, kNumberDigits);
    for (const std::string& word : line.words)
        covered += "," + word;
    return toBytes("$" + covered + "*" + hexText(checkOf(bytesOf(covered)), kCheckDigits) + "\n");
}

void LineCutter::feed(ByteView bytes) {
    for (const std::byte byte : bytes)
        feed(static_cast<char>(byte));
}

void LineCutter::feed(char byte) {
    if (byte == '$') { // begins a line, even where the end of the one before was lost
        where_ = Where::inLine;
        begun_.clear();
        return;
    }
    if (where_ == Where::between || byte == '\r')
        return;
    if (byte != '\n') {
        begun_ += byte;
        if (begun_.size() + 2 > kLongestLine)
            where_ = Where::between;
        return;
    }
    where_ = Where::between;
    auto line = decode(begun_);
    if (line && lines_.size() < kMostLines)
        lines_.push_back(std::move(*line));
}

std::optional<Line> LineCutter::take() {
    if (lines_.empty())
        return std::nullopt;
    Line line = std::move(lines_.front());
    lines_.pop_front();
    return line;
}

} // namespace kiosk::drivers::serial_board
