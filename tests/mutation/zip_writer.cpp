// SPDX-License-Identifier: Apache-2.0
#include "tests/mutation/zip_writer.h"

#include <zlib.h>

namespace kiosk::tests::mutation {

namespace {

/// APPNOTE.TXT 4.3.7 and 4.3.12: little-endian fields, then the name.
class Writer {
public:
    void u16(std::size_t value) {
        for (int i = 0; i < 2; ++i)
            bytes_.push_back(static_cast<std::byte>(value >> (8 * i)));
    }
    void u32(std::size_t value) {
        u16(value & 0xFFFF);
        u16(value >> 16);
    }
    void text(std::string_view text) {
        const ByteView view = bytesOf(text);
        bytes_.insert(bytes_.end(), view.begin(), view.end());
    }
    std::size_t size() const { return bytes_.size(); }
    Bytes take() { return std::move(bytes_); }

private:
    Bytes bytes_;
};

std::size_t crcOf(const std::string& content) {
    const ByteView view = bytesOf(content);
    return crc32(0, static_cast<const Bytef*>(static_cast<const void*>(view.data())),
                 static_cast<uInt>(view.size()));
}

/// What both headers share: from "version needed" to the length of the extra field.
void common(Writer& writer, const std::string& name, const std::string& content) {
    constexpr std::size_t kUtf8Names = 1U << 11;
    writer.u16(20);
    writer.u16(kUtf8Names);
    writer.u16(0);    // stored
    writer.u32(0x21); // 1980-01-01
    writer.u32(crcOf(content));
    writer.u32(content.size());
    writer.u32(content.size());
    writer.u16(name.size());
    writer.u16(0);
}

void localHeader(Writer& writer, const std::string& name, const std::string& content) {
    writer.u32(0x04034b50);
    common(writer, name, content);
    writer.text(name);
    writer.text(content);
}

void directoryHeader(Writer& writer, const std::string& name, const std::string& content,
                     std::size_t offset) {
    writer.u32(0x02014b50);
    writer.u16(20); // made by
    common(writer, name, content);
    writer.u16(0); // comment
    writer.u16(0); // disk
    writer.u16(0);
    writer.u32(0);
    writer.u32(offset);
    writer.text(name);
}

void endRecord(Writer& writer, std::size_t count, std::size_t directory) {
    const std::size_t size = writer.size() - directory;
    writer.u32(0x06054b50);
    writer.u32(0);
    writer.u16(count);
    writer.u16(count);
    writer.u32(size);
    writer.u32(directory);
    writer.u16(0);
}

} // namespace

Bytes writeZipWithTwoNames(const Entries& entries, std::size_t which, const std::string& ownName) {
    Writer writer;
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        offsets.push_back(writer.size());
        localHeader(writer, i == which ? ownName : entries[i].first, entries[i].second);
    }
    const std::size_t directory = writer.size();
    for (std::size_t i = 0; i < entries.size(); ++i)
        directoryHeader(writer, entries[i].first, entries[i].second, offsets[i]);
    endRecord(writer, entries.size(), directory);
    return writer.take();
}

Bytes writeZip(const Entries& entries) {
    return writeZipWithTwoNames(entries, entries.size(), "");
}

} // namespace kiosk::tests::mutation
