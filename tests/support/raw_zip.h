// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk::tests {

/// An entry of a ZIP archive written record by record, so that a test can lie in any of them. What
/// is not named is told truthfully; `content` is stored as it is.
struct RawEntry {
    std::string name;
    std::string content;
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
    std::uint32_t externalAttributes = 0;
    std::optional<std::uint32_t> size;       ///< instead of the content's, in both headers
    std::optional<std::uint32_t> packedSize; ///< in both headers
    std::optional<std::string> localName;    ///< in the local header alone, as the next ones
    std::optional<std::uint16_t> localFlags;
    std::optional<std::uint16_t> localMethod;
    std::optional<std::uint32_t> localSize;
    std::optional<std::uint32_t> localPackedSize;
    std::optional<std::uint32_t> localCheckSum;
    std::optional<std::uint32_t> localHeaderAt; ///< where the directory says the entry begins
    std::string localExtra, centralExtra;
    std::string
        behind; ///< bytes behind the content: a data descriptor, or what should not be there
};

struct RawZip {
    std::vector<RawEntry> entries;
    std::string before;          ///< the first entry
    std::string beforeDirectory; ///< behind the last entry
    std::string beforeEnd;       ///< between directory and end record
    std::string comment;
    std::string behind;                 ///< the whole archive
    std::optional<std::uint16_t> count; ///< of entries, as the end record has it
    std::uint16_t disk = 0;
};

Bytes makeRawZip(const RawZip& zip);

/// As ZIP computes it (CRC-32 of ISO 3309).
std::uint32_t checkSumOf(std::string_view content);

/// Numbers as the records hold them: little-endian, of 2, 4 and 8 bytes.
std::string le16(std::uint64_t value);
std::string le32(std::uint64_t value);
std::string le64(std::uint64_t value);

} // namespace kiosk::tests
