// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <span>

#include "firmware/base/process/shared_memory.h"

namespace kiosk::drivers::vendor::hosted {

/// Memory that the kiosk and a supplier's process both see: whether the call being made is asked to
/// stop, and room for what is too large for a packet. What stands in it may change at any time:
/// whoever wants to rely on it copies it first.
class Room {
public:
    static constexpr std::size_t kSize = std::size_t{64} << 20; ///< costs nothing until it is used

    static Result<Room> create();
    static Result<Room> received(Descriptor descriptor);

    int descriptor() const { return memory_.descriptor(); }

    void askToStop(std::uint32_t call) { stopWord().store(call); }
    bool isAskedToStop(std::uint32_t call) const { return stopWord().load() == call; }

    /// The first `size` bytes, at most kSize, until wipe().
    std::span<std::byte> use(std::size_t size);
    void wipe();

private:
    explicit Room(SharedMemory memory) : memory_(std::move(memory)) {}
    std::atomic_ref<std::uint32_t> stopWord() const;

    SharedMemory memory_;
    std::size_t used_ = 0;
};

} // namespace kiosk::drivers::vendor::hosted
