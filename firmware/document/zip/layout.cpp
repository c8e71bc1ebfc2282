// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/zip/layout.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "firmware/base/text.h"
#include "firmware/document/zip/records.h"

namespace kiosk::document::zip {

namespace {

std::unexpected<Error> damaged(std::string_view what) {
    return fail(ErrorKind::malformed, "document.damaged", Remedy::supplier, what);
}

std::unexpected<Error> ambiguous(std::string_view what) {
    return fail(ErrorKind::malformed, "document.ambiguous", Remedy::supplier, what);
}

std::string nameOf(const EntryHeader& header) {
    return toUtf8(codePoints(toText(header.name)));
}

std::unexpected<Error> ambiguous(std::string_view what, const EntryHeader& header) {
    return ambiguous(std::string(what).append(": ").append(nameOf(header)));
}

/// The one end record, at the very end and right behind the directory.
Result<EndRecord> endRecord(ByteView archive) {
    const std::vector<EndRecord> ends = findEnds(archive);
    if (ends.empty())
        return fail(ErrorKind::malformed, "document.not-a-package", Remedy::supplier,
                    "no end of a ZIP archive");
    const auto closes = [&archive](const EndRecord& each) {
        return each.at + each.length == archive.size();
    };
    const EndRecord& end = ends.back();
    if (std::ranges::count_if(ends, closes) != 1 || !closes(end))
        return ambiguous("several ends");
    if (std::uint64_t{end.directoryAt} + std::uint64_t{end.directorySize} != end.at)
        return ambiguous("bytes between directory and end");
    if (end.disk != 0 || end.directoryDisk != 0 || end.entriesOnDisk != end.entries)
        return ambiguous("several volumes");
    if (end.entries == 0)
        return fail(ErrorKind::malformed, "document.not-a-package", Remedy::supplier, "no entries");
    if (end.entries > kMostEntries)
        return fail(ErrorKind::limitExceeded, "document.too-large", Remedy::supplier, "entries");
    return end;
}

Result<std::vector<CentralEntry>> directory(ByteView archive, const EndRecord& end) {
    std::vector<CentralEntry> entries;
    std::uint64_t at = end.directoryAt;
    for (int i = 0; i < end.entries; ++i) {
        const auto entry = readCentral(archive.first(end.at), at);
        if (!entry)
            return damaged("archive directory");
        at += entry->length;
        entries.push_back(*entry);
    }
    if (at != end.at)
        return ambiguous("bytes behind the directory");
    return entries;
}

/// Links and devices: the upper half is the mode of Unix, 0 from other systems.
bool isPlainFile(const CentralEntry& entry) {
    constexpr std::uint32_t kKind = 0170000, kRegular = 0100000, kFolder = 0040000;
    const std::uint32_t kind = entry.externalAttributes >> 16U & kKind;
    return kind == 0 || kind == kRegular || kind == kFolder;
}

/// Info-ZIP's field gives the name once more in UTF-8, behind a version and a check sum.
bool namesAgree(const EntryHeader& header) {
    constexpr std::size_t kBeforeName = 5;
    const auto field = extraField(header.extra, extra::kUnicodePath);
    return !field || (field->size() >= kBeforeName &&
                      std::ranges::equal(field->subspan(kBeforeName), header.name));
}

/// What the directory says of one entry, judged by itself.
Result<> checkListed(const CentralEntry& entry) {
    const EntryHeader& header = entry.header;
    if ((header.flags & (flag::kEncrypted | flag::kStrongEncryption | flag::kMaskedHeaders)) != 0)
        return fail(ErrorKind::unsupported, "document.encrypted", Remedy::supplier, nameOf(header));
    if (!isPlainFile(entry))
        return fail(ErrorKind::malformed, "document.unsafe-path", Remedy::supplier, nameOf(header));
    constexpr std::uint16_t kStored = 0, kDeflated = 8;
    if (header.method != kStored && header.method != kDeflated)
        return fail(ErrorKind::unsupported, "document.unsupported-compression", Remedy::supplier,
                    nameOf(header));
    if (header.packedSize == kElsewhere || header.size == kElsewhere ||
        entry.localHeaderAt == kElsewhere || extraField(header.extra, extra::kZip64))
        return ambiguous("ZIP64", header);
    if (header.method == kStored && header.packedSize != header.size)
        return ambiguous("two sizes", header);
    if (nameOf(header).ends_with('/') && header.size != 0)
        return ambiguous("a folder with content", header);
    return namesAgree(header) ? Result<>{} : ambiguous("two names", header);
}

bool sizesAgree(const CentralEntry& listed, const LocalEntry& local) {
    const Sizes sizes{listed.header.packedSize, listed.header.size};
    const bool later = (local.header.flags & flag::kDescriptorFollows) != 0;
    const auto agree = [&](Sizes said) { return said == sizes || (later && said == Sizes{}); };
    const auto field = extraField(local.header.extra, extra::kZip64);
    const Sizes said{local.header.packedSize, local.header.size};
    if (!field)
        return agree(said);
    const auto there = zip64Sizes(*field);
    return there && agree(*there) && (agree(said) || said == Sizes{kElsewhere, kElsewhere});
}

/// The two descriptions of one entry against each other.
Result<> checkLocal(const CentralEntry& listed, const LocalEntry& local) {
    constexpr std::uint16_t kTelling = flag::kEncrypted | flag::kDescriptorFollows |
                                       flag::kStrongEncryption | flag::kMaskedHeaders;
    const EntryHeader& header = listed.header;
    if (!std::ranges::equal(local.header.name, header.name) || !namesAgree(local.header))
        return ambiguous("two names", header);
    if ((local.header.flags & kTelling) != (header.flags & kTelling) ||
        local.header.method != header.method)
        return ambiguous("two ways of packing", header);
    const bool later = (header.flags & flag::kDescriptorFollows) != 0;
    if (local.header.checkSum != header.checkSum && !(later && local.header.checkSum == 0))
        return ambiguous("two check sums", header);
    return sizesAgree(listed, local) ? Result<>{} : ambiguous("two sizes", header);
}

/// Entries in the order they stand, without a byte between them that is nobody's.
Result<> checkPlaces(ByteView archive, std::vector<CentralEntry> entries, std::uint64_t end) {
    std::ranges::sort(entries, {}, &CentralEntry::localHeaderAt);
    std::uint64_t at = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const EntryHeader& header = entries[i].header;
        if (entries[i].localHeaderAt != at)
            return ambiguous("bytes before an entry", header);
        const auto local = readLocal(archive.first(end), at);
        if (!local)
            return damaged(nameOf(header));
        TRY(checkLocal(entries[i], *local));
        const std::uint64_t next = i + 1 < entries.size() ? entries[i + 1].localHeaderAt : end;
        const std::uint64_t dataEnd = local->dataAt + header.packedSize;
        if (dataEnd > next || next > end)
            return ambiguous("overlapping entries", header);
        const ByteView behind = archive.subspan(dataEnd, next - dataEnd);
        const bool described = (header.flags & flag::kDescriptorFollows) != 0;
        if (described ? !isDescriptor(behind, header.checkSum, {header.packedSize, header.size})
                      : !behind.empty())
            return ambiguous("bytes behind an entry", header);
        at = next;
    }
    return {};
}

/// "a", "A" and "a/" are one name to somebody.
Result<> checkNames(const std::vector<CentralEntry>& entries) {
    std::set<std::string> seen;
    for (const CentralEntry& entry : entries) {
        std::string name = toText(entry.header.name);
        std::ranges::transform(name, name.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        if (name.ends_with('/'))
            name.pop_back();
        if (!seen.insert(std::move(name)).second)
            return ambiguous("two entries of one name", entry.header);
    }
    return {};
}

} // namespace

Result<> checkLayout(ByteView archive) {
    const EndRecord end = TRY(endRecord(archive));
    const std::vector<CentralEntry> entries = TRY(directory(archive, end));
    for (const CentralEntry& entry : entries)
        TRY(checkListed(entry));
    TRY(checkNames(entries));
    TRY(checkPlaces(archive, entries, end.directoryAt));
    return {};
}

} // namespace kiosk::document::zip
