// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <zip.h>

#include "firmware/app/kioskctl/bundle.h"

namespace kiosk::app {

namespace {

std::unexpected<Error> notPacked() {
    return fail(ErrorKind::internal, "bundle.not-packed", Remedy::supplier);
}

struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct DropArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;
using Archive = std::unique_ptr<zip_t, DropArchive>;

/// The archive takes the source over where it is added.
bool add(zip_t* archive, const BundleFile& file, WallTime now) {
    zip_source_t* source = zip_source_buffer(archive, file.content.data(), file.content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, file.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto at = static_cast<zip_uint64_t>(index);
    return zip_file_set_mtime(archive, at, std::chrono::system_clock::to_time_t(now), 0) == 0 &&
           zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, 9) == 0;
}

Result<Bytes> contentOf(zip_source_t* source) {
    zip_stat_t facts;
    if (zip_source_stat(source, &facts) != 0 || zip_source_open(source) != 0)
        return notPacked();
    Bytes bytes(facts.size);
    const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    return read == static_cast<zip_int64_t>(bytes.size()) ? Result<Bytes>(std::move(bytes))
                                                          : notPacked();
}

} // namespace

/// In memory: what goes to the disk goes there whole or not at all.
Result<Bytes> packed(const std::vector<BundleFile>& files, WallTime now) {
    zip_error_t error;
    zip_error_init(&error);
    const Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
    Archive archive(source ? zip_open_from_source(source.get(), ZIP_TRUNCATE, &error) : nullptr);
    zip_error_fini(&error);
    if (!archive)
        return notPacked();
    zip_source_keep(source.get()); // beyond the archive's end
    for (const BundleFile& file : files)
        if (!add(archive.get(), file, now))
            return notPacked();
    if (zip_close(archive.get()) != 0)
        return notPacked();
    static_cast<void>(archive.release()); // closed is freed
    return contentOf(source.get());
}

} // namespace kiosk::app
