// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>

/// How the table lies in its file, which is mapped as it is: the header; the entries of each board,
/// sorted by code and then by rank; for each board the places of its entries, sorted by character;
/// the codes, one after the other. Of the machine it was built for: written and read by the same
/// source, never sent anywhere.
namespace kiosk::typing {

static_assert(std::endian::native == std::endian::little);

/// Pinyin and strokes, in the order of Board; digits need no table.
inline constexpr std::size_t kTabledBoards = 2;

struct TableHeader {
    static constexpr std::array<char, 8> kMagic{'K', 'T', 'Y', 'P', 'E', '0', '1', '\n'};

    std::array<char, 8> magic = kMagic;
    std::array<std::uint32_t, kTabledBoards> entries{};
    std::uint32_t codeBytes = 0;
    std::uint32_t unused = 0;
};

/// One way to type one character.
struct TableEntry {
    char32_t character = 0;
    std::uint32_t code = 0; ///< where it begins among the codes
    std::uint32_t codeLength = 0;
    std::uint32_t rank = 0; ///< 0 is the most frequent of its board
};

} // namespace kiosk::typing
