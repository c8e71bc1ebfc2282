// SPDX-License-Identifier: Apache-2.0
#include "firmware/audit/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "firmware/base/files.h"
#include "firmware/base/process/descriptor.h"
#include "firmware/base/text.h"

namespace kiosk::audit {

namespace {

namespace fs = std::filesystem;

constexpr const char* kLockName = "lock";
constexpr const char* kHeadName = "head";
constexpr std::string_view kEnding = ".jsonl";
constexpr std::size_t kDigits = 10;
constexpr std::size_t kSlot = 4096;
constexpr std::size_t kSlots = 2;
/// No line is longer than a part of this.
constexpr std::size_t kTail = std::size_t{16} << 10;
constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;

std::unexpected<Error> notWritten(std::string_view what) {
    return fail(ErrorKind::storage, "audit.not-written", Remedy::technician,
                std::string(what) + ": " + std::strerror(errno));
}

/// Of the owner alone, where it is made.
Descriptor opened(const fs::path& path, int flags) {
    return Descriptor(::open(path.c_str(), flags | O_CLOEXEC, kOwnerOnly));
}

bool writeAll(int file, std::string_view text, off_t at) {
    while (!text.empty()) {
        const ssize_t written = ::pwrite(file, text.data(), text.size(), at);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(written));
        at += written;
    }
    return true;
}

std::vector<fs::path> segmentsIn(const fs::path& folder) {
    std::vector<fs::path> all;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none))
        if (firstNumberOf(entry.path()))
            all.push_back(entry.path());
    std::ranges::sort(all); // of one length: by number
    return all;
}

/// Up to the line's end; of what was cut all there is.
std::vector<std::string> headsIn(const fs::path& folder) {
    std::vector<std::string> heads;
    const auto bytes = readFile(folder / kHeadName, kSlots * kSlot);
    const std::string text = bytes ? toText(*bytes) : std::string();
    for (std::size_t at = 0; at < text.size(); at += kSlot) {
        const std::string slot = text.substr(at, kSlot);
        if (const std::string head(trimmed(slot.substr(0, slot.find('\n')))); !head.empty())
            heads.push_back(head);
    }
    return heads;
}

void addLines(Stored& stored, std::string_view text) {
    while (true) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos)
            break;
        stored.lines.push_back(std::exchange(stored.rest, {}).append(text.substr(0, end)));
        text.remove_prefix(end + 1);
    }
    stored.rest.append(text);
}

std::uintmax_t sizeOf(const fs::path& file) {
    std::error_code none;
    const auto size = fs::file_size(file, none);
    return none ? 0 : size;
}

} // namespace

std::optional<std::uint64_t> firstNumberOf(const fs::path& segment) {
    const std::string name = segment.filename().string();
    if (name.size() != kDigits + kEnding.size() || !name.ends_with(kEnding) ||
        name.find_first_not_of("0123456789") != kDigits)
        return std::nullopt;
    const auto number = parseInteger(name.substr(0, kDigits));
    return number ? std::optional(static_cast<std::uint64_t>(*number)) : std::nullopt;
}

Result<Stored> readFolder(const fs::path& folder, Reads reads) {
    std::error_code none;
    if (!fs::is_directory(folder, none))
        return fail(ErrorKind::notFound, "audit.none", Remedy::technician, "no record here");
    // A copy of the folder has no lock that could be missing.
    const Descriptor lock = opened(folder / kLockName, O_RDONLY);
    if (lock)
        ::flock(lock.number(), LOCK_SH);
    Stored stored;
    std::vector<fs::path> segments = segmentsIn(folder);
    // The newest may have been begun a moment ago.
    constexpr std::ptrdiff_t kNewest = 2;
    if (reads == Reads::newest && std::ssize(segments) > kNewest)
        segments.erase(segments.begin(), segments.end() - kNewest);
    for (const fs::path& segment : segments) {
        const auto bytes = readFile(segment);
        if (!bytes)
            return fail(ErrorKind::storage, "audit.not-read", Remedy::technician,
                        bytes.error().detail());
        addLines(stored, toText(*bytes));
    }
    stored.heads = headsIn(folder);
    return stored;
}

Stored readCopy(std::string_view text) {
    Stored stored;
    addLines(stored, text);
    while (!stored.lines.empty() && headIn(stored.lines.back())) {
        stored.heads.push_back(stored.lines.back());
        stored.lines.pop_back();
    }
    return stored;
}

std::string copyOf(const Stored& stored, const Known& known) {
    std::string text;
    for (const std::string& line : stored.lines)
        text += line + "\n";
    std::optional<Head> newest;
    std::string newestText;
    for (const std::string& each : stored.heads)
        if (auto head = headIn(each); head && isBy(Signs::head, head->text, known) &&
                                      (!newest || head->number > newest->number)) {
            newest = std::move(head);
            newestText = each + "\n";
        }
    return text + newestText;
}

Result<Files> Files::open(const fs::path& folder) {
    Files files(folder);
    TRY(files.makeFolder());
    const int flags = files.mayMake_ ? O_RDWR | O_CREAT : O_RDONLY;
    files.lock_ = ::open((folder / kLockName).c_str(), flags | O_CLOEXEC, kOwnerOnly);
    if (files.lock_ < 0 && errno == ENOENT)
        return fail(ErrorKind::notFound, "audit.not-begun", Remedy::technician,
                    "the kiosk itself begins its record");
    if (files.lock_ < 0 || ::flock(files.lock_, LOCK_EX) != 0)
        return notWritten(kLockName);
    return files;
}

Files::Files(Files&& other) noexcept
    : folder_(std::move(other.folder_)),
      lock_(std::exchange(other.lock_, -1)),
      mayMake_(other.mayMake_) {}

Files::~Files() {
    if (lock_ >= 0)
        ::close(lock_); // and gives the lock back
}

Result<> Files::makeFolder() {
    struct stat facts{};
    const fs::path above = folder_.has_parent_path() ? folder_.parent_path() : ".";
    if (::stat(folder_.c_str(), &facts) != 0 && ::stat(above.c_str(), &facts) == 0 &&
        facts.st_uid == ::geteuid() && ::mkdir(folder_.c_str(), kOwnerOnly | S_IXUSR) == 0) {
        const Descriptor parent = opened(above, O_RDONLY | O_DIRECTORY);
        if (!parent || ::fsync(parent.number()) != 0)
            return notWritten("folder");
    }
    mayMake_ = ::stat(folder_.c_str(), &facts) == 0 && facts.st_uid == ::geteuid();
    return {};
}

Result<> Files::syncFolder() const {
    const Descriptor folder = opened(folder_, O_RDONLY | O_DIRECTORY);
    if (!folder || ::fsync(folder.number()) != 0)
        return notWritten("folder");
    return {};
}

std::vector<fs::path> Files::segments() const {
    return segmentsIn(folder_);
}

std::vector<std::string> Files::heads() const {
    return headsIn(folder_);
}

Result<> Files::begin(std::uint64_t number) const {
    std::string name = std::to_string(number);
    name.insert(0, kDigits - std::min(kDigits, name.size()), '0');
    const Descriptor file = opened(folder_ / name.append(kEnding), O_WRONLY | O_CREAT);
    if (!file)
        return notWritten(name);
    return syncFolder();
}

Result<> Files::append(std::string_view text) const {
    const std::vector<fs::path> all = segments();
    if (all.empty())
        return fail(ErrorKind::notFound, "audit.not-begun", Remedy::technician);
    const Descriptor file = opened(all.back(), O_WRONLY);
    const auto before = static_cast<off_t>(sizeOf(all.back()));
    if (!file)
        return notWritten("record");
    if (writeAll(file.number(), text, before) && ::fdatasync(file.number()) == 0)
        return {};
    auto error = notWritten("record");
    // What could not be written whole takes no room on a disk that may be full.
    static_cast<void>(::ftruncate(file.number(), before) == 0);
    return error;
}

Result<> Files::truncate(const fs::path& segment, std::uintmax_t size) const {
    const Descriptor file = opened(segment, O_WRONLY);
    if (!file || ::ftruncate(file.number(), static_cast<off_t>(size)) != 0 ||
        ::fdatasync(file.number()) != 0)
        return notWritten("record");
    return {};
}

Result<> Files::writeHead(std::uint64_t number, std::string_view text) const {
    const fs::path path = folder_ / kHeadName;
    std::error_code none;
    const bool isNew = !fs::exists(path, none);
    if (isNew && !mayMake_)
        return fail(ErrorKind::notFound, "audit.not-begun", Remedy::technician);
    std::string slot = std::string(text) + "\n";
    slot.resize(std::max(slot.size(), kSlot), ' ');
    const Descriptor file = opened(path, isNew ? O_WRONLY | O_CREAT : O_WRONLY);
    const auto at = static_cast<off_t>(number % kSlots * kSlot);
    if (slot.size() > kSlot || !file || !writeAll(file.number(), slot, at) ||
        ::fdatasync(file.number()) != 0)
        return notWritten(kHeadName);
    return isNew ? syncFolder() : Result<>();
}

Result<> Files::remove(const fs::path& segment) const {
    if (::unlink(segment.c_str()) != 0)
        return notWritten("oldest");
    return syncFolder();
}

Result<Ending> endingOf(const fs::path& segment) {
    const Descriptor file = opened(segment, O_RDONLY);
    if (!file)
        return notWritten("record");
    const std::uintmax_t size = sizeOf(segment);
    std::string tail(static_cast<std::size_t>(std::min<std::uintmax_t>(size, kTail)), '\0');
    const ssize_t count =
        ::pread(file.number(), tail.data(), tail.size(), static_cast<off_t>(size - tail.size()));
    if (count != static_cast<ssize_t>(tail.size()))
        return notWritten("record");
    Ending ending;
    const std::size_t end = tail.rfind('\n');
    ending.rest = end == std::string::npos ? tail : tail.substr(end + 1);
    ending.wholeSize = size - ending.rest.size();
    if (end == std::string::npos)
        return ending;
    const std::size_t begin = end == 0 ? std::string::npos : tail.rfind('\n', end - 1);
    const std::size_t from = begin == std::string::npos ? 0 : begin + 1;
    ending.line = tail.substr(from, end - from);
    return ending;
}

} // namespace kiosk::audit
