// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/window/kms/dumb_buffer.h"

#include <cstring>

#include <sys/mman.h>
#include <xf86drmMode.h>

namespace kiosk::kit {

namespace {

constexpr std::uint32_t kBitsPerPixel = 32;
constexpr std::uint8_t kDepth = 24; // XRGB8888, which every card takes

} // namespace

std::unique_ptr<DumbBuffer> DumbBuffer::make(int card, int width, int height) {
    std::unique_ptr<DumbBuffer> buffer(new DumbBuffer(card, width, height));
    if (!buffer->allocate() || !buffer->map())
        return nullptr;
    return buffer;
}

bool DumbBuffer::allocate() {
    const auto width = static_cast<std::uint32_t>(width_);
    const auto height = static_cast<std::uint32_t>(height_);
    return drmModeCreateDumbBuffer(card_, width, height, kBitsPerPixel, 0, &memory_, &pitch_,
                                   &size_) == 0 &&
           drmModeAddFB(card_, width, height, kDepth, kBitsPerPixel, pitch_, memory_, &frame_) == 0;
}

bool DumbBuffer::map() {
    std::uint64_t offset = 0;
    if (drmModeMapDumbBuffer(card_, memory_, &offset) != 0)
        return false;
    void* mapped = ::mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_SHARED, card_,
                          static_cast<off_t>(offset));
    if (mapped == MAP_FAILED)
        return false;
    mapped_ = mapped;
    std::memset(mapped_, 0, size_);
    surface_.reset(cairo_image_surface_create_for_data(static_cast<unsigned char*>(mapped_),
                                                       CAIRO_FORMAT_RGB24, width_, height_,
                                                       static_cast<int>(pitch_)));
    return cairo_surface_status(surface_.get()) == CAIRO_STATUS_SUCCESS;
}

DumbBuffer::~DumbBuffer() {
    surface_.reset();
    if (mapped_ != nullptr)
        ::munmap(mapped_, size_);
    if (frame_ != 0)
        drmModeRmFB(card_, frame_);
    if (memory_ != 0)
        drmModeDestroyDumbBuffer(card_, memory_);
}

} // namespace kiosk::kit
