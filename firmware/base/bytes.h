// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/result.h"

namespace kiosk {

using Bytes = std::vector<std::byte>;
using ByteView = std::span<const std::byte>;

/// The bytes of a text, and a text from bytes: no copy of meaning, no conversion of encoding.
ByteView bytesOf(std::string_view text);
Bytes toBytes(std::string_view text);
std::string toText(ByteView bytes);

/// Lower-case hexadecimal, two characters a byte.
std::string toHex(ByteView bytes);
/// Accepts upper and lower case; anything else, or an odd length, is malformed.
Result<Bytes> fromHex(std::string_view hex);

/// Walks over received bytes with every access checked: reading past the end is an error value,
/// never undefined behaviour. Numbers are unsigned. Views stay valid as long as the source does.
class ByteReader {
public:
    explicit ByteReader(ByteView bytes) : rest_(bytes) {}

    std::size_t remaining() const { return rest_.size(); }
    bool atEnd() const { return rest_.empty(); }

    Result<std::uint8_t> u8();
    Result<std::uint16_t> u16BigEndian();
    Result<std::uint16_t> u16LittleEndian();
    Result<std::uint32_t> u32BigEndian();
    Result<std::uint32_t> u32LittleEndian();
    Result<ByteView> take(std::size_t count);

private:
    ByteView rest_;
};

} // namespace kiosk
