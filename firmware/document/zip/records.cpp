// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/zip/records.h"

#include <algorithm>
#include <array>

namespace kiosk::document::zip {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kLocal = "PK\x03\x04"sv;
constexpr std::string_view kCentral = "PK\x01\x02"sv;
constexpr std::string_view kEnd = "PK\x05\x06"sv;
constexpr std::string_view kDescriptor = "PK\x07\x08"sv;

/// Reads on after a failure without effect: whether all was there is asked once, at the end.
class Fields {
public:
    Fields(ByteView archive, std::uint64_t at, std::string_view signature)
        : reader_(archive.subspan(std::min<std::uint64_t>(at, archive.size()))),
          whole_(reader_.remaining()) {
        good_ = std::ranges::equal(bytes(signature.size()), bytesOf(signature));
    }

    std::uint16_t u16() { return value(reader_.u16LittleEndian()); }
    std::uint32_t u32() { return value(reader_.u32LittleEndian()); }
    ByteView bytes(std::size_t count) { return value(reader_.take(count)); }

    bool good() const { return good_; }
    std::size_t consumed() const { return whole_ - reader_.remaining(); }

private:
    template <typename T>
    T value(const Result<T>& read) {
        good_ = good_ && read.has_value();
        return read.value_or(T{});
    }

    ByteReader reader_;
    std::size_t whole_;
    bool good_ = true;
};

/// The part that both descriptions share, from the flags to the sizes.
EntryHeader commonPart(Fields& fields) {
    EntryHeader header;
    header.flags = fields.u16();
    header.method = fields.u16();
    fields.u32(); // time and date
    header.checkSum = fields.u32();
    header.packedSize = fields.u32();
    header.size = fields.u32();
    return header;
}

std::uint64_t u64(ByteView bytes, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = 8; i-- > 0;)
        value = value << 8U | std::to_integer<std::uint64_t>(bytes[at + i]);
    return value;
}

std::uint64_t u32(ByteView bytes, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8U | std::to_integer<std::uint64_t>(bytes[at + i]);
    return value;
}

} // namespace

std::optional<CentralEntry> readCentral(ByteView archive, std::uint64_t at) {
    Fields fields(archive, at, kCentral);
    CentralEntry entry;
    fields.u32(); // versions
    entry.header = commonPart(fields);
    const std::size_t nameLength = fields.u16();
    const std::size_t extraLength = fields.u16();
    const std::size_t commentLength = fields.u16();
    fields.u32(); // volume, internal attributes
    entry.externalAttributes = fields.u32();
    entry.localHeaderAt = fields.u32();
    entry.header.name = fields.bytes(nameLength);
    entry.header.extra = fields.bytes(extraLength);
    fields.bytes(commentLength);
    entry.length = fields.consumed();
    return fields.good() ? std::optional(entry) : std::nullopt;
}

std::optional<LocalEntry> readLocal(ByteView archive, std::uint64_t at) {
    Fields fields(archive, at, kLocal);
    LocalEntry entry;
    fields.u16(); // version
    entry.header = commonPart(fields);
    const std::size_t nameLength = fields.u16();
    const std::size_t extraLength = fields.u16();
    entry.header.name = fields.bytes(nameLength);
    entry.header.extra = fields.bytes(extraLength);
    entry.dataAt = at + fields.consumed();
    return fields.good() ? std::optional(entry) : std::nullopt;
}

std::optional<EndRecord> readEnd(ByteView archive, std::uint64_t at) {
    Fields fields(archive, at, kEnd);
    EndRecord end;
    end.at = at;
    end.disk = fields.u16();
    end.directoryDisk = fields.u16();
    end.entriesOnDisk = fields.u16();
    end.entries = fields.u16();
    end.directorySize = fields.u32();
    end.directoryAt = fields.u32();
    fields.bytes(fields.u16());
    end.length = fields.consumed();
    return fields.good() ? std::optional(end) : std::nullopt;
}

std::vector<EndRecord> findEnds(ByteView archive) {
    constexpr std::size_t kLongest = 22 + 0xFFFF;
    std::vector<EndRecord> ends;
    std::size_t at = archive.size() - std::min(archive.size(), kLongest);
    while (true) {
        const ByteView rest = archive.subspan(at);
        const auto found = std::ranges::search(rest, bytesOf(kEnd));
        if (found.empty())
            return ends;
        at += static_cast<std::size_t>(found.begin() - rest.begin());
        if (const auto end = readEnd(archive, at))
            ends.push_back(*end);
        ++at;
    }
}

std::optional<ByteView> extraField(ByteView extra, std::uint16_t number) {
    ByteReader reader(extra);
    while (!reader.atEnd()) {
        const auto found = reader.u16LittleEndian();
        const auto length = reader.u16LittleEndian();
        const auto content = length ? reader.take(*length) : Result<ByteView>(ByteView{});
        if (!found || !length || !content)
            return std::nullopt;
        if (*found == number)
            return *content;
    }
    return std::nullopt;
}

std::optional<Sizes> zip64Sizes(ByteView field) {
    if (field.size() < 16)
        return std::nullopt;
    return Sizes{.packed = u64(field, 8), .unpacked = u64(field, 0)};
}

bool isDescriptor(ByteView bytes, std::uint32_t checkSum, Sizes sizes) {
    if (bytes.size() % 8 == 0) { // the forms with a signature are 16 and 24 bytes long
        if (bytes.size() < 16 || !std::ranges::equal(bytes.first(4), bytesOf(kDescriptor)))
            return false;
        bytes = bytes.subspan(4);
    }
    if (bytes.size() == 12)
        return u32(bytes, 0) == checkSum && Sizes{u32(bytes, 4), u32(bytes, 8)} == sizes;
    return bytes.size() == 20 && u32(bytes, 0) == checkSum &&
           Sizes{u64(bytes, 4), u64(bytes, 12)} == sizes;
}

} // namespace kiosk::document::zip
