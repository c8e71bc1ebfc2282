// SPDX-License-Identifier: Apache-2.0
#include "firmware/stick/errands.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "firmware/base/process/descriptor.h"
#include "firmware/stick/fat_files.h"

namespace kiosk::stick {

namespace {

using Stage = Progress::Stage;

constexpr std::string_view kBundleEnding = ".raucb";
constexpr std::size_t kMostBundles = 8;
constexpr std::size_t kEnd = 1U << 20; // a signature with its certificates has some kilobytes
constexpr int kWhole = 100;

/// A stick for as long as an errand takes.
class Stick {
public:
    static Result<Stick> admit(drivers::StickPort& port, const Tell& tell) {
        TRY(tell({.stage = Stage::admitting}));
        Stick stick(port);
        stick.admitted_ = TRY(port.admit());
        return stick;
    }
    ~Stick() {
        if (port_ != nullptr)
            static_cast<void>(port_->letGo());
    }
    Stick(Stick&& other) noexcept
        : port_(std::exchange(other.port_, nullptr)), admitted_(std::move(other.admitted_)) {}
    Stick& operator=(Stick&&) = delete;

    bool isWriteProtected() const { return admitted_.isWriteProtected; }
    Result<FatFiles> files() const { return FatFiles(TRY(findVolume(admitted_.node))); }
    Result<> letGo() { return std::exchange(port_, nullptr)->letGo(); }

private:
    explicit Stick(drivers::StickPort& port) : port_(&port) {}

    drivers::StickPort* port_;
    drivers::AdmittedStick admitted_{};
};

int percentOf(std::uint64_t done, std::uint64_t whole) {
    return whole == 0 ? kWhole : static_cast<int>(std::min(done, whole) * kWhole / whole);
}

/// Tells each whole percent once.
class Counted {
public:
    Counted(Progress at, std::uint64_t whole, const Tell& tell)
        : at_(at), whole_(whole), tell_(tell) {}

    Result<> add(std::uint64_t bytes) {
        done_ += bytes;
        const int percent = percentOf(done_, whole_);
        if (percent == at_.percent)
            return {};
        at_.percent = percent;
        return tell_(at_);
    }

private:
    Progress at_;
    std::uint64_t whole_;
    std::uint64_t done_ = 0;
    const Tell& tell_;
};

std::unexpected<Error> full(std::uint64_t needs, std::uint64_t free) {
    return fail(ErrorKind::storage, "stick.full", Remedy::technician,
                std::to_string(needs - std::min(needs, free)) + " bytes are missing");
}

std::unexpected<Error> differs() {
    return fail(ErrorKind::integrity, "stick.differs", Remedy::technician,
                "what was read back is not what was written");
}

/// What is on the stick now, held against what was to be there.
Result<> compare(const FatFiles& files, const Archive& archive, const Tell& tell) {
    TRY(tell({.stage = Stage::comparing}));
    TRY(settle(files.volume()));
    Counted counted({.stage = Stage::comparing}, archive.bytes.size(), tell);
    ByteView rest = archive.bytes;
    TRY(files.read(archive.name, [&](ByteView read) -> Result<> {
        if (read.size() > rest.size() || !std::ranges::equal(read, rest.first(read.size())))
            return differs();
        rest = rest.subspan(read.size());
        return counted.add(read.size());
    }));
    // What there was no room for is cut off without a word where mtools reads from a pipe, or where
    // the file system's own count was wrong.
    return rest.empty() ? Result<>() : full(rest.size(), 0);
}

Result<> writeAndCompare(const FatFiles& files, const Archive& archive, const Tell& tell) {
    const std::uint64_t needs = archive.bytes.size();
    const std::uint64_t free = TRY(files.free());
    TRY(tell({.stage = Stage::writing, .needs = needs, .free = free}));
    if (free < needs)
        return full(needs, free);
    if (const auto written = files.write(archive.name, archive.bytes); !written) {
        const auto left = files.free(); // somebody else's room, or a count that was wrong
        if (left && *left < needs)
            return full(needs, *left);
        return written;
    }
    return compare(files, archive, tell);
}

std::string folded(std::string_view name) {
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

bool isBundle(const StickFile& file) {
    return folded(file.name).ends_with(kBundleEnding);
}

Result<std::vector<StickFile>> bundlesOn(const FatFiles& files) {
    std::vector<StickFile> all = TRY(files.list());
    std::erase_if(all, [](const StickFile& file) { return !isBundle(file); });
    if (all.size() > kMostBundles)
        all.resize(kMostBundles);
    return all;
}

/// A file of a bundle's length, with nothing in it but its end; gone with this object.
class EndFile {
public:
    static Result<EndFile> make(const std::filesystem::path& room, std::uint64_t size,
                                const Bytes& end) {
        std::string pattern = (room / "bundle-XXXXXX").string();
        EndFile made;
        made.file_ = Descriptor(::mkstemp(pattern.data()));
        made.path_ = pattern;
        const auto at = static_cast<off_t>(size - end.size());
        if (!made.file_ || ::ftruncate(made.file_.number(), static_cast<off_t>(size)) != 0 ||
            ::pwrite(made.file_.number(), end.data(), end.size(), at) !=
                static_cast<ssize_t>(end.size()))
            return fail(ErrorKind::storage, "file.write", Remedy::technician, room.string());
        return made;
    }
    ~EndFile() {
        if (file_)
            ::unlink(path_.c_str());
    }
    EndFile(EndFile&&) noexcept = default;
    EndFile& operator=(EndFile&&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    EndFile() = default;

    Descriptor file_;
    std::filesystem::path path_;
};

Result<Bytes> endOf(const FatFiles& files, const StickFile& file, Counted& counted) {
    Bytes end;
    std::uint64_t whole = 0;
    TRY(files.read(file.name, [&](ByteView read) -> Result<> {
        end.insert(end.end(), read.begin(), read.end());
        whole += read.size();
        if (end.size() > 2 * kEnd)
            end.erase(end.begin(), end.end() - kEnd);
        return counted.add(read.size());
    }));
    if (whole != file.size)
        return pulled();
    if (end.size() > kEnd)
        end.erase(end.begin(), end.end() - kEnd);
    return end;
}

} // namespace

Result<> putOntoStick(drivers::StickPort& port, const Archive& archive, const Tell& tell) {
    Stick stick = TRY(Stick::admit(port, tell));
    if (stick.isWriteProtected())
        return fail(ErrorKind::refused, "stick.write-protected", Remedy::technician,
                    "it says that nothing may be written");
    const FatFiles files = TRY(stick.files());
    if (const auto written = writeAndCompare(files, archive, tell); !written) {
        files.remove(archive.name); // what is not whole is not left to be taken for it
        return written;
    }
    return stick.letGo();
}

Result<std::vector<BundleOnStick>> lookForBundles(drivers::StickPort& port, const Judge& judge,
                                                  const std::filesystem::path& room,
                                                  const Tell& tell) {
    Stick stick = TRY(Stick::admit(port, tell));
    const FatFiles files = TRY(stick.files());
    const std::vector<StickFile> found = TRY(bundlesOn(files));
    std::uint64_t whole = 0;
    for (const StickFile& file : found)
        whole += file.size;
    TRY(tell({.stage = Stage::reading}));
    Counted counted({.stage = Stage::reading}, whole, tell);
    std::vector<BundleOnStick> bundles;
    for (const StickFile& file : found) {
        const EndFile end = TRY(EndFile::make(room, file.size, TRY(endOf(files, file, counted))));
        bundles.push_back(judge(end.path()));
        bundles.back().file = file.name;
        bundles.back().size = file.size;
    }
    TRY(stick.letGo());
    return bundles;
}

Result<> giveBundle(drivers::StickPort& port, const std::string& name, const Sink& sink,
                    const Tell& tell) {
    Stick stick = TRY(Stick::admit(port, tell));
    const FatFiles files = TRY(stick.files());
    const auto found = TRY(bundlesOn(files));
    const auto file = std::ranges::find(found, name, &StickFile::name);
    if (file == found.end())
        return fail(ErrorKind::notFound, "stick.none-such", Remedy::technician,
                    "that bundle is not on the stick any more");
    TRY(tell({.stage = Stage::writing, .needs = file->size}));
    std::uint64_t given = 0;
    TRY(files.read(name, [&](ByteView read) -> Result<> {
        given += read.size();
        return sink(read);
    }));
    if (given != file->size)
        return pulled();
    return stick.letGo();
}

} // namespace kiosk::stick
