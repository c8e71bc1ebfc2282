// SPDX-License-Identifier: Apache-2.0
#include "firmware/stick/draft.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "firmware/seal/running_digest.h"

namespace kiosk::stick {

namespace {

std::unexpected<Error> diskError(std::string_view code) {
    return fail(ErrorKind::storage, code, Remedy::technician, std::strerror(errno));
}

} // namespace

std::filesystem::path Draft::draftPath() const {
    std::filesystem::path path = path_;
    path += ".new";
    return path;
}

Result<Draft> Draft::begin(std::filesystem::path path) {
    Draft draft({}, std::move(path));
    draft.file_ = Descriptor(::open(draft.draftPath().c_str(),
                                    O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!draft.file_)
        return diskError("file.create");
    return draft;
}

Draft::~Draft() {
    if (file_)
        ::unlink(draftPath().c_str());
}

Result<> Draft::add(ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(file_.number(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return diskError("file.write");
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return {};
}

Result<std::string> Draft::writtenDigest() {
    // What the system remembers of it is forgotten: the disk is asked.
    if (::fsync(file_.number()) != 0 ||
        ::posix_fadvise(file_.number(), 0, 0, POSIX_FADV_DONTNEED) != 0)
        return diskError("file.write");
    seal::RunningDigest digest(seal::DigestAlgorithm::sha256);
    std::array<std::byte, 256U << 10> piece{};
    for (off_t at = 0;;) {
        const ssize_t count = ::pread(file_.number(), piece.data(), piece.size(), at);
        if (count < 0)
            return diskError("file.read");
        if (count == 0)
            return toHex(digest.end());
        digest.add(ByteView(piece).first(static_cast<std::size_t>(count)));
        at += count;
    }
}

Result<> Draft::finish() {
    if (::rename(draftPath().c_str(), path_.c_str()) != 0)
        return diskError("file.rename");
    file_ = Descriptor();
    const Descriptor folder(
        ::open(path_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder || ::fsync(folder.number()) != 0)
        return diskError("file.write");
    return {};
}

} // namespace kiosk::stick
