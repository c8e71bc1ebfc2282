// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/package.h"

#include <memory>

#include <zip.h>

#include "firmware/base/text.h"
#include "firmware/document/path_rules.h"
#include "firmware/document/zip/layout.h"

namespace kiosk::document {

namespace {

constexpr std::uint64_t kMostBytes = 64U << 20;
constexpr std::uint64_t kHighestRatio = 100;
/// Below this an entry may be packed as tightly as it likes.
constexpr std::uint64_t kSmallEntry = 1U << 20;

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using ArchiveFile = std::unique_ptr<zip_file_t, CloseFile>;

/// One line of the archive's directory.
struct Listed {
    std::uint64_t index = 0;
    std::string name;
    std::uint64_t size = 0;
};

std::unexpected<Error> damaged(std::string_view what) {
    return fail(ErrorKind::malformed, "document.damaged", Remedy::supplier, what);
}

std::unexpected<Error> notAPackage(std::string_view what) {
    return fail(ErrorKind::malformed, "document.not-a-package", Remedy::supplier, what);
}

std::unexpected<Error> tooLarge(std::string_view what) {
    return fail(ErrorKind::limitExceeded, "document.too-large", Remedy::supplier, what);
}

Result<Archive> openArchive(ByteView zip) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(zip.data(), zip.size(), 0, &error);
    if (source == nullptr)
        return damaged("cannot read from memory");
    Archive archive(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (archive)
        return archive;
    zip_source_free(source);
    if (zip_error_code_zip(&error) == ZIP_ER_NOZIP)
        return notAPackage("no ZIP archive");
    return damaged("archive directory");
}

/// Names that are not UTF-8 get replacement characters: nothing in a document can refer to them.
std::string readableName(const char* raw) {
    return isValidUtf8(raw) ? raw : toUtf8(codePoints(raw));
}

Result<Listed> listed(zip_t* archive, std::uint64_t index) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    const char* raw = zip_get_name(archive, index, ZIP_FL_ENC_RAW);
    if (raw == nullptr || zip_stat_index(archive, index, 0, &stat) != 0)
        return damaged("archive directory");
    if ((stat.valid & ZIP_STAT_SIZE) == 0 || (stat.valid & ZIP_STAT_COMP_SIZE) == 0)
        return damaged("entry without a size");
    if (stat.size > kSmallEntry && stat.size / kHighestRatio > stat.comp_size)
        return tooLarge("compression ratio");
    Listed entry{index, readableName(raw), stat.size};
    if (!isSafeEntryName(entry.name))
        return fail(ErrorKind::malformed, "document.unsafe-path", Remedy::supplier, entry.name);
    return entry;
}

/// The archive's directory, judged as a whole before a single entry is unpacked.
Result<std::vector<Listed>> listAll(zip_t* archive, std::size_t packedSize) {
    const auto count = static_cast<std::uint64_t>(zip_get_num_entries(archive, 0));
    std::vector<Listed> entries;
    std::uint64_t total = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        entries.push_back(TRY(listed(archive, i)));
        if (entries.back().size > kMostBytes - total)
            return tooLarge("unpacked size");
        total += entries.back().size;
    }
    if (total / kHighestRatio > packedSize)
        return tooLarge("compression ratio");
    return entries;
}

/// Never more than was stated, which the limits have judged.
Result<Bytes> unpack(zip_t* archive, const Listed& entry) {
    const ArchiveFile file(zip_fopen_index(archive, entry.index, 0));
    if (!file)
        return damaged(entry.name);
    Bytes bytes(entry.size);
    if (zip_fread(file.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(entry.size))
        return damaged(entry.name);
    // Reading on makes libzip compare the check sum, and shows content beyond the stated size.
    std::byte beyond{};
    if (zip_fread(file.get(), &beyond, 1) != 0)
        return damaged(entry.name);
    return bytes;
}

std::string_view withoutLeadingSlash(std::string_view path) {
    return path.starts_with('/') ? path.substr(1) : path;
}

} // namespace

Result<Package> Package::open(ByteView file) {
    TRY(zip::checkLayout(file));
    const Archive archive = TRY(openArchive(file));
    Package package;
    for (const Listed& entry : TRY(listAll(archive.get(), file.size()))) {
        if (entry.name.ends_with('/'))
            continue;
        if (!package.entries_.emplace(entry.name, TRY(unpack(archive.get(), entry))).second)
            return damaged("two entries of one name");
        package.names_.push_back(entry.name);
    }
    return package;
}

Result<ByteView> Package::entry(std::string_view path) const {
    const auto found = entries_.find(withoutLeadingSlash(path));
    if (found == entries_.end())
        return fail(ErrorKind::notFound, "document.missing-entry", Remedy::supplier, path);
    return ByteView(found->second);
}

bool Package::contains(std::string_view path) const {
    return entries_.contains(withoutLeadingSlash(path));
}

} // namespace kiosk::document
