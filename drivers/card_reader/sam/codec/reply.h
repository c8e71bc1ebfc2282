// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/base/bytes.h"

namespace kiosk::drivers::sam {

/// A command without data. The names are those of the vendors' common table.
struct Command {
    std::uint8_t command;
    std::uint8_t parameter;

    bool operator==(const Command&) const = default;
};

inline constexpr Command kResetModule{0x10, 0xFF};
inline constexpr Command kModuleStatus{0x11, 0xFF};
inline constexpr Command kReadSamId{0x12, 0xFF};
inline constexpr Command kFindCard{0x20, 0x01};
inline constexpr Command kSelectCard{0x20, 0x02};
inline constexpr Command kReadTextAndPhoto{0x30, 0x01};
inline constexpr Command kReadNewestAddress{0x30, 0x03};

Bytes encodeRequest(Command command);

/// What a module answered. `data` views into the frame it came from.
struct Reply {
    std::uint8_t status = 0; ///< third status byte; the first two repeat the card's own
    ByteView data;
};

/// The payload of a frame of at least kShortestReply.
Result<Reply> decodeReply(ByteView payload);

/// Whether a reply can be the one to this command. Replies name no command; what comes late may
/// answer an earlier one, which shows in how much data it brings.
bool canAnswer(Command command, const Reply& reply);

inline constexpr std::size_t kNewestAddressSize = 70;
inline constexpr std::size_t kRecordSize = 256;
inline constexpr std::size_t kPhotoSize = 1024;

/// How many bytes of fingerprints stand at the end of this reply: the kiosk asks for none, but
/// modules exist that send the block (2 × 512 bytes) unasked. They are wiped, never read.
std::size_t fingerprintBytes(Command command, const Reply& reply);

/// Text and photo as kReadTextAndPhoto delivers them, in either form: with two lengths, or with a
/// third for fingerprints.
struct CardData {
    ByteView record; ///< kRecordSize bytes
    ByteView photo;  ///< kPhotoSize bytes
};

/// Other lengths are "card.read-failed".
Result<CardData> decodeCardData(ByteView data);

/// "05.03-20100101-000012345-012345678" from the 16 bytes of kReadSamId; other lengths
/// are "reader.garbled".
Result<std::string> formatSamNumber(ByteView data);

} // namespace kiosk::drivers::sam
