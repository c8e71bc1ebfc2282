// SPDX-License-Identifier: Apache-2.0
#include "firmware/stick/volume.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <blkid/blkid.h>
#include <fcntl.h>
#include <unistd.h>

#include "firmware/base/handle.h"
#include "firmware/base/process/descriptor.h"

namespace kiosk::stick {

namespace {

using Probe = Handle<blkid_struct_probe, blkid_free_probe>;

constexpr std::uint64_t kSector = 512; // blkid's, whatever the stick's own are

struct Place {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

std::uint64_t sizeOf(int descriptor) {
    const off_t end = ::lseek(descriptor, 0, SEEK_END);
    return end < 0 ? 0 : static_cast<std::uint64_t>(end);
}

/// What could be read of it, but for an extended partition, which holds nothing itself.
std::vector<Place> partitionsOf(int descriptor) {
    std::vector<Place> places;
    const Probe probe(blkid_new_probe());
    if (!probe || blkid_probe_set_device(probe.get(), descriptor, 0, 0) != 0)
        return places;
    blkid_probe_enable_superblocks(probe.get(), 0);
    blkid_probe_enable_partitions(probe.get(), 1);
    blkid_partlist list = blkid_probe_get_partitions(probe.get());
    const int count = list == nullptr ? 0 : blkid_partlist_numof_partitions(list);
    for (int i = 0; i < count; ++i) {
        blkid_partition partition = blkid_partlist_get_partition(list, i);
        if (blkid_partition_is_extended(partition) == 0)
            places.push_back(
                {static_cast<std::uint64_t>(blkid_partition_get_start(partition)) * kSector,
                 static_cast<std::uint64_t>(blkid_partition_get_size(partition)) * kSector});
    }
    return places;
}

/// "vfat", "ntfs"; empty where there is none that is known.
std::string fileSystemAt(int descriptor, const Place& place) {
    const Probe probe(blkid_new_probe());
    if (!probe || blkid_probe_set_device(probe.get(), descriptor, static_cast<off_t>(place.offset),
                                         static_cast<off_t>(place.size)) != 0)
        return {};
    blkid_probe_enable_superblocks(probe.get(), 1);
    blkid_probe_set_superblocks_flags(probe.get(), BLKID_SUBLKS_TYPE);
    const char* type = nullptr;
    if (blkid_do_safeprobe(probe.get()) != 0 ||
        blkid_probe_lookup_value(probe.get(), "TYPE", &type, nullptr) != 0)
        return {};
    return type;
}

std::unexpected<Error> cannotUse(std::string_view code, std::string_view detail) {
    return fail(ErrorKind::unsupported, code, Remedy::technician, detail);
}

} // namespace

std::unexpected<Error> pulled() {
    return fail(ErrorKind::device, "stick.pulled", Remedy::technician,
                "the stick was pulled, or cannot be read");
}

Result<Volume> findVolume(const std::filesystem::path& node) {
    const Descriptor file(::open(node.c_str(), O_RDONLY | O_CLOEXEC));
    const std::uint64_t whole = file ? sizeOf(file.number()) : 0;
    if (whole == 0)
        return pulled();
    const Place all{0, whole};
    // A file system without a table begins where a table would: it is asked for first.
    std::string other = fileSystemAt(file.number(), all);
    if (other == "vfat")
        return Volume{node, 0, whole};
    std::optional<Place> found;
    for (const Place& place : partitionsOf(file.number())) {
        if (place.size == 0 || place.offset >= whole || place.size > whole - place.offset)
            continue; // its table tells of more than there is
        const std::string type = fileSystemAt(file.number(), place);
        if (type == "vfat" && found)
            return cannotUse("stick.two-partitions", "it has several that could be meant");
        if (type == "vfat")
            found = place;
        else if (!type.empty())
            other = type;
    }
    if (found)
        return Volume{node, found->offset, found->size};
    if (!other.empty())
        return cannotUse("stick.other-file-system", other);
    return cannotUse("stick.no-file-system", "nothing that could be read as one");
}

bool isThere(const Volume& volume) {
    const Descriptor file(::open(volume.node.c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, kSector> sector{};
    return file && sizeOf(file.number()) >= volume.offset + volume.size &&
           ::pread(file.number(), sector.data(), sector.size(),
                   static_cast<off_t>(volume.offset)) == static_cast<ssize_t>(sector.size());
}

Result<> settle(const Volume& volume) {
    const Descriptor file(::open(volume.node.c_str(), O_RDWR | O_CLOEXEC));
    if (!file || ::fsync(file.number()) != 0 ||
        ::posix_fadvise(file.number(), 0, 0, POSIX_FADV_DONTNEED) != 0 || !isThere(volume))
        return pulled();
    return {};
}

} // namespace kiosk::stick
