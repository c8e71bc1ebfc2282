// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/files.h"

#include <cerrno>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kiosk {

namespace {

std::unexpected<Error> storageError(std::string_view code, const std::filesystem::path& path) {
    const ErrorKind kind = errno == ENOENT ? ErrorKind::notFound : ErrorKind::storage;
    return fail(kind, code, Remedy::technician,
                path.filename().string() + ": " + std::strerror(errno));
}

/// Closes on leaving the scope; close errors matter only after writing and are asked for there.
class OpenFile {
public:
    explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
    ~OpenFile() {
        if (descriptor_ >= 0)
            ::close(descriptor_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    bool valid() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

bool writeAll(int descriptor, ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

/// A file's new name is on the disk only when its folder is.
bool syncFolderOf(const std::filesystem::path& path) {
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    const OpenFile file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return file.valid() && ::fsync(file.descriptor()) == 0;
}

/// What could not be written whole takes no room on a disk that may be full.
std::unexpected<Error> withoutDraft(const std::filesystem::path& draft,
                                    std::unexpected<Error> error) {
    ::unlink(draft.c_str());
    return error;
}

} // namespace

Result<Bytes> readFile(const std::filesystem::path& path, std::size_t limit) {
    const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.valid())
        return storageError("file.open", path);
    Bytes bytes;
    Bytes chunk(64U << 10);
    while (true) {
        const ssize_t count = ::read(file.descriptor(), chunk.data(), chunk.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return storageError("file.read", path);
        if (count == 0)
            return bytes;
        if (bytes.size() + static_cast<std::size_t>(count) > limit)
            return fail(ErrorKind::limitExceeded, "file.too-large", Remedy::supplier,
                        path.filename().string());
        bytes.insert(bytes.end(), chunk.begin(), chunk.begin() + count);
    }
}

Result<> writeFile(const std::filesystem::path& path, ByteView bytes) {
    std::filesystem::path draft = path;
    draft += ".new";
    {
        const OpenFile file(
            ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (!file.valid())
            return storageError("file.create", path);
        if (!writeAll(file.descriptor(), bytes) || ::fsync(file.descriptor()) != 0)
            return withoutDraft(draft, storageError("file.write", path));
    }
    if (::rename(draft.c_str(), path.c_str()) != 0)
        return withoutDraft(draft, storageError("file.rename", path));
    if (!syncFolderOf(path))
        return storageError("file.write", path);
    return {};
}

Result<> overwriteFile(const std::filesystem::path& path, ByteView bytes) {
    const OpenFile file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.valid())
        return storageError("file.open", path);
    if (!writeAll(file.descriptor(), bytes) || ::fsync(file.descriptor()) != 0)
        return storageError("file.write", path);
    return {};
}

} // namespace kiosk
