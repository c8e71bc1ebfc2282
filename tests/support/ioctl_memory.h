// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cerrno>
#include <cstddef>
#include <memory>
#include <span>

#include <umockdev.h>

namespace kiosk::tests {

/// A piece of memory of the program that called ioctl() on an emulated node, as umockdev mirrors
/// it.
using IoctlMemory = std::unique_ptr<UMockdevIoctlData, void (*)(void*)>;

/// The program was killed while its ioctl() was being carried out. Nobody is left to be answered:
/// whoever carries it out stops, as a kernel would.
struct CallerVanished {};

/// Runs `deed`, which carries an ioctl() out and answers it; what its caller no longer sees ends
/// with EFAULT.
template <typename Deed>
void whileCallerLives(UMockdevIoctlClient* client, Deed deed) {
    try {
        deed();
    } catch (const CallerVanished&) {
        umockdev_ioctl_client_complete(client, -1, EFAULT);
    }
}

/// The argument of an ioctl(). The accessor gives out its own object; the reference is ours to add.
inline IoctlMemory argumentOf(UMockdevIoctlClient* client) {
    return {static_cast<UMockdevIoctlData*>(g_object_ref(umockdev_ioctl_client_get_arg(client))),
            g_object_unref};
}

/// What the pointer at `offset` bytes of `parent` points to, `size` bytes long.
/// \throws CallerVanished when that memory is no more.
inline IoctlMemory memoryBehind(const IoctlMemory& parent, std::size_t offset, std::size_t size) {
    IoctlMemory memory{umockdev_ioctl_data_resolve(parent.get(), offset, size, nullptr),
                       g_object_unref};
    if (!memory)
        throw CallerVanished();
    return memory;
}

/// Puts `bytes` at the beginning of `memory`, which is at least as long.
inline void overwrite(const IoctlMemory& memory, std::span<const std::byte> bytes) {
    // umockdev copies what it is given, yet its signature asks for something it may change.
    auto* first = const_cast<guint8*>(reinterpret_cast<const guint8*>(bytes.data()));
    umockdev_ioctl_data_update(memory.get(), 0, first, static_cast<gint>(bytes.size()));
}

} // namespace kiosk::tests
