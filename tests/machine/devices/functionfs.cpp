// SPDX-License-Identifier: Apache-2.0
#include "tests/machine/devices/functionfs.h"

#include <cerrno>
#include <cstring>

#include <linux/usb/ch9.h>
#include <linux/usb/functionfs.h>
#include <sys/mount.h>

namespace kiosk::machine {

namespace {

constexpr std::uint8_t kPacketSize = 64;
constexpr std::size_t kHeadSize = 4 * sizeof(std::uint32_t);

void append(Bytes& to, std::uint32_t word) {
    for (int shift = 0; shift < 32; shift += 8)
        to.push_back(static_cast<std::byte>(word >> shift));
}

void append(Bytes& to, std::initializer_list<std::uint8_t> values) {
    for (const std::uint8_t value : values)
        to.push_back(static_cast<std::byte>(value));
}

} // namespace

Bytes vendorInterface(const std::vector<std::uint8_t>& bulkPipes) {
    const auto pipes = static_cast<std::uint8_t>(bulkPipes.size());
    const std::size_t size =
        kHeadSize + USB_DT_INTERFACE_SIZE + bulkPipes.size() * USB_DT_ENDPOINT_SIZE;
    Bytes bytes;
    append(bytes, FUNCTIONFS_DESCRIPTORS_MAGIC_V2);
    append(bytes, static_cast<std::uint32_t>(size));
    append(bytes, FUNCTIONFS_HAS_FS_DESC);
    append(bytes, std::uint32_t{1} + pipes); // descriptors that follow
    append(bytes,
           {USB_DT_INTERFACE_SIZE, USB_DT_INTERFACE, 0, 0, pipes, USB_CLASS_VENDOR_SPEC, 0, 0, 0});
    for (const std::uint8_t address : bulkPipes)
        append(bytes, {USB_DT_ENDPOINT_SIZE, USB_DT_ENDPOINT, address, USB_ENDPOINT_XFER_BULK,
                       kPacketSize, 0, 0});
    return bytes;
}

Bytes noNames() {
    Bytes bytes;
    append(bytes, FUNCTIONFS_STRINGS_MAGIC);
    append(bytes, static_cast<std::uint32_t>(kHeadSize));
    append(bytes, std::uint32_t{0}); // texts
    append(bytes, std::uint32_t{0}); // languages
    return bytes;
}

Result<FunctionMount> FunctionMount::make(const std::string& function,
                                          const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    if (::mount(function.c_str(), folder.c_str(), "functionfs", 0, nullptr) != 0)
        return fail(ErrorKind::device, "machine.device-file", Remedy::technician,
                    std::string("functionfs: ") + std::strerror(errno));
    return FunctionMount(folder);
}

FunctionMount::~FunctionMount() {
    if (!folder_.empty())
        ::umount(folder_.c_str());
}

} // namespace kiosk::machine
