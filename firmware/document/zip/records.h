// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "firmware/base/bytes.h"

/// The records of a ZIP archive (APPNOTE.TXT 6.3) as they stand in it. Views point into the
/// archive. A function returns nothing where the record is cut short or is another one.
namespace kiosk::document::zip {

namespace flag {
inline constexpr std::uint16_t kEncrypted = 1U << 0;
inline constexpr std::uint16_t kDescriptorFollows = 1U << 3;
inline constexpr std::uint16_t kStrongEncryption = 1U << 6;
inline constexpr std::uint16_t kMaskedHeaders = 1U << 13;
} // namespace flag

namespace extra {
inline constexpr std::uint16_t kZip64 = 0x0001;
inline constexpr std::uint16_t kUnicodePath = 0x7075;
} // namespace extra

/// In a size, an offset or a count: the true value stands in a ZIP64 record.
inline constexpr std::uint32_t kElsewhere = 0xFFFFFFFF;
inline constexpr std::uint16_t kElsewhereShort = 0xFFFF;

/// What both descriptions of an entry say (4.3.7, 4.3.12).
struct EntryHeader {
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::uint32_t checkSum = 0;
    std::uint64_t packedSize = 0;
    std::uint64_t size = 0;
    ByteView name;
    ByteView extra;
};

struct CentralEntry {
    EntryHeader header;
    std::uint32_t externalAttributes = 0;
    std::uint64_t localHeaderAt = 0;
    std::size_t length = 0; ///< of this record
};

struct LocalEntry {
    EntryHeader header;
    std::uint64_t dataAt = 0;
};

/// End of central directory (4.3.16).
struct EndRecord {
    std::uint64_t at = 0;
    std::uint16_t disk = 0, directoryDisk = 0;
    std::uint16_t entriesOnDisk = 0, entries = 0;
    std::uint32_t directorySize = 0, directoryAt = 0;
    std::size_t length = 0; ///< comment included
};

/// The sizes of a data descriptor or a ZIP64 field.
struct Sizes {
    std::uint64_t packed = 0, unpacked = 0;

    bool operator==(const Sizes&) const = default;
};

std::optional<CentralEntry> readCentral(ByteView archive, std::uint64_t at);
std::optional<LocalEntry> readLocal(ByteView archive, std::uint64_t at);
std::optional<EndRecord> readEnd(ByteView archive, std::uint64_t at);

/// Every complete end record among the last bytes, as far back as a longest comment may reach.
std::vector<EndRecord> findEnds(ByteView archive);

/// An extra field by its number; nothing where there is none or the fields are cut short.
std::optional<ByteView> extraField(ByteView extra, std::uint16_t number);
/// The two sizes of a local header's ZIP64 field (4.5.3), which must hold both.
std::optional<Sizes> zip64Sizes(ByteView field);
/// Whether the bytes are a data descriptor (4.3.9), of whatever form, that says this.
bool isDescriptor(ByteView bytes, std::uint32_t checkSum, Sizes sizes);

} // namespace kiosk::document::zip
