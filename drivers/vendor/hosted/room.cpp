// SPDX-License-Identifier: Apache-2.0
#include "drivers/vendor/hosted/room.h"

#include <algorithm>
#include <cstring>

namespace kiosk::drivers::vendor::hosted {

namespace {

constexpr std::size_t kBeforeRoom = 4096; ///< a page for the word that says stop

} // namespace

Result<Room> Room::create() {
    return Room(TRY(SharedMemory::create(kBeforeRoom + kSize)));
}

Result<Room> Room::received(Descriptor descriptor) {
    return Room(TRY(SharedMemory::received(std::move(descriptor), kBeforeRoom + kSize)));
}

std::span<std::byte> Room::use(std::size_t size) {
    used_ = std::min(size, kSize);
    return memory_.bytes().subspan(kBeforeRoom, used_);
}

void Room::wipe() {
    ::explicit_bzero(memory_.bytes().data() + kBeforeRoom, used_);
    used_ = 0;
}

std::atomic_ref<std::uint32_t> Room::stopWord() const {
    return std::atomic_ref(*reinterpret_cast<std::uint32_t*>(memory_.bytes().data()));
}

} // namespace kiosk::drivers::vendor::hosted
