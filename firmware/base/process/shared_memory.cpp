// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/process/shared_memory.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace kiosk {

namespace {

constexpr int kSizeIsFixed = F_SEAL_SHRINK | F_SEAL_GROW;

std::unexpected<Error> noMemory(std::string_view what) {
    return fail(ErrorKind::internal, "process.no-memory", Remedy::technician, what);
}

} // namespace

Result<SharedMemory> SharedMemory::map(Descriptor descriptor, std::size_t size) {
    if (size == 0)
        return SharedMemory(std::move(descriptor), {});
    void* start = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor.number(), 0);
    if (start == MAP_FAILED)
        return noMemory(std::strerror(errno));
    return SharedMemory(std::move(descriptor), {static_cast<std::byte*>(start), size});
}

Result<SharedMemory> SharedMemory::create(std::size_t size) {
    Descriptor descriptor(::memfd_create("shared", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!descriptor || ::ftruncate(descriptor.number(), static_cast<off_t>(size)) != 0 ||
        ::fcntl(descriptor.number(), F_ADD_SEALS, kSizeIsFixed | F_SEAL_SEAL) != 0)
        return noMemory(std::strerror(errno));
    return map(std::move(descriptor), size);
}

Result<SharedMemory> SharedMemory::holding(ByteView bytes) {
    SharedMemory memory = TRY(create(bytes.size()));
    std::ranges::copy(bytes, memory.bytes_.begin());
    return memory;
}

Result<SharedMemory> SharedMemory::received(Descriptor descriptor, std::size_t size) {
    struct stat status{};
    const bool fits = ::fstat(descriptor.number(), &status) == 0 && status.st_size >= 0 &&
                      static_cast<std::size_t>(status.st_size) >= size;
    const int seals = ::fcntl(descriptor.number(), F_GET_SEALS);
    if (!fits || seals < 0 || (seals & kSizeIsFixed) != kSizeIsFixed)
        return noMemory("not of the announced size");
    return map(std::move(descriptor), size);
}

SharedMemory::~SharedMemory() {
    if (!bytes_.empty())
        ::munmap(bytes_.data(), bytes_.size());
}

SharedMemory::SharedMemory(SharedMemory&& other) noexcept
    : descriptor_(std::move(other.descriptor_)), bytes_(std::exchange(other.bytes_, {})) {}

} // namespace kiosk
