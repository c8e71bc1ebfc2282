// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/bytes.h"

/// Commands and replies of contact cards (ISO/IEC 7816-4), short form. Pure functions over bytes.
namespace kiosk::drivers::pcsc {

/// A reply is its data and two status bytes; at most 256 bytes of data in the short form.
inline constexpr std::size_t kLongestReply = 258;

inline constexpr std::uint16_t kStatusDone = 0x9000;
inline constexpr std::uint16_t kStatusLocked = 0x6982;   ///< a PIN or key is wanted first
inline constexpr std::uint16_t kStatusNoFile = 0x6A82;   ///< neither file nor application
inline constexpr std::uint16_t kStatusNoRecord = 0x6A83; ///< the file has no such record

/// 00 A4 04 00: an application by its name, at most 16 bytes.
Bytes selectApplication(ByteView name);
/// 00 A4 02 00: a file of the application.
Bytes selectFile(std::uint16_t identifier);
/// 00 B2 nn 04: a record by its number, of the file selected; `size` 0 asks for all of it.
Bytes readRecord(std::uint8_t number, std::uint8_t size = 0);
/// 00 C0 00 00: what the card says it still holds.
Bytes getResponse(std::uint8_t size);

/// FF CA 00 00 00: the number a contactless card says of itself, answered by its reader (PC/SC part
/// 3, 3.2.2.1.3).
Bytes getCardNumber();

struct ChipReply {
    ByteView data;
    std::uint16_t status = 0;

    /// 61 nn: done, and so many bytes can be had.
    bool hasMore() const { return status >> 8 == 0x61; }
    /// 6C nn: to be asked again for just so many.
    bool wantsSize() const { return status >> 8 == 0x6C; }
    bool isDone() const { return status == kStatusDone || hasMore(); }
    std::uint8_t size() const { return static_cast<std::uint8_t>(status & 0xFF); }
};

/// Shorter than a status, or longer than kLongestReply: malformed.
Result<ChipReply> decodeReply(ByteView bytes);

/// The value of a record that is one data object: tag, length, value, each of one byte but the
/// last. Another tag, or a length that is not the record's, is malformed.
Result<ByteView> valueOf(ByteView record, std::uint8_t tag);

} // namespace kiosk::drivers::pcsc
