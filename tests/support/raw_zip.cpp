// SPDX-License-Identifier: Apache-2.0
#include "tests/support/raw_zip.h"

namespace kiosk::tests {

namespace {

std::string littleEndian(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i, value >>= 8U)
        text.push_back(static_cast<char>(value & 0xFFU));
    return text;
}

std::string sizes(std::uint32_t checkSum, std::uint32_t packed, std::uint32_t size) {
    return le32(checkSum) + le32(packed) + le32(size);
}

std::uint32_t sizeOf(const RawEntry& entry) {
    return entry.size.value_or(static_cast<std::uint32_t>(entry.content.size()));
}

std::uint32_t packedSizeOf(const RawEntry& entry) {
    return entry.packedSize.value_or(static_cast<std::uint32_t>(entry.content.size()));
}

std::string localRecord(const RawEntry& entry) {
    const std::string name = entry.localName.value_or(entry.name);
    std::string record = "PK\x03\x04" + le16(20);
    record += le16(entry.localFlags.value_or(entry.flags));
    record += le16(entry.localMethod.value_or(entry.method)) + le32(0);
    record += sizes(entry.localCheckSum.value_or(checkSumOf(entry.content)),
                    entry.localPackedSize.value_or(packedSizeOf(entry)),
                    entry.localSize.value_or(sizeOf(entry)));
    record += le16(name.size()) + le16(entry.localExtra.size());
    return record + name + entry.localExtra + entry.content + entry.behind;
}

std::string centralRecord(const RawEntry& entry, std::size_t at) {
    std::string record = "PK\x01\x02" + le16(20) + le16(20) + le16(entry.flags);
    record += le16(entry.method) + le32(0);
    record += sizes(checkSumOf(entry.content), packedSizeOf(entry), sizeOf(entry));
    record += le16(entry.name.size()) + le16(entry.centralExtra.size()) + le16(0);
    record += le16(0) + le16(0) + le32(entry.externalAttributes);
    record += le32(entry.localHeaderAt.value_or(static_cast<std::uint32_t>(at)));
    return record + entry.name + entry.centralExtra;
}

} // namespace

Bytes makeRawZip(const RawZip& zip) {
    std::string archive = zip.before;
    std::string directory;
    for (const RawEntry& entry : zip.entries) {
        directory += centralRecord(entry, archive.size());
        archive += localRecord(entry);
    }
    archive += zip.beforeDirectory;
    const std::size_t directoryAt = archive.size();
    archive += directory + zip.beforeEnd;
    const std::string count = le16(zip.count.value_or(zip.entries.size()));
    archive += "PK\x05\x06" + le16(zip.disk) + le16(zip.disk) + count + count;
    archive += le32(directory.size()) + le32(directoryAt);
    archive += le16(zip.comment.size()) + zip.comment + zip.behind;
    return toBytes(archive);
}

std::uint32_t checkSumOf(std::string_view content) {
    std::uint32_t sum = ~0U;
    for (const char c : content) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum >> 1U ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

std::string le16(std::uint64_t value) {
    return littleEndian(value, 2);
}

std::string le32(std::uint64_t value) {
    return littleEndian(value, 4);
}

std::string le64(std::uint64_t value) {
    return littleEndian(value, 8);
}

} // namespace kiosk::tests
