// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "firmware/base/bytes.h"
#include "firmware/base/process/descriptor.h"

namespace kiosk {

/// Memory that two processes see: anonymous, of a size that nobody can change afterwards, so that
/// neither can pull it from under the other. Movable; unmapped on destruction.
class SharedMemory {
public:
    /// `size` zeros. Error "process.no-memory" (internal).
    static Result<SharedMemory> create(std::size_t size);
    static Result<SharedMemory> holding(ByteView bytes);
    /// What the other side made. Error "process.no-memory" where it is smaller than `size` or
    /// could still shrink.
    static Result<SharedMemory> received(Descriptor descriptor, std::size_t size);

    ~SharedMemory();
    SharedMemory(SharedMemory&& other) noexcept;
    SharedMemory& operator=(SharedMemory&&) = delete;

    int descriptor() const { return descriptor_.number(); }
    std::span<std::byte> bytes() const { return bytes_; }

private:
    SharedMemory(Descriptor descriptor, std::span<std::byte> bytes)
        : descriptor_(std::move(descriptor)), bytes_(bytes) {}
    static Result<SharedMemory> map(Descriptor descriptor, std::size_t size);

    Descriptor descriptor_;
    std::span<std::byte> bytes_;
};

} // namespace kiosk
