// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include <cairo.h>

namespace kiosk::kit {

/// Memory that a card shows, 32 bits a pixel, without a graphics processor: the kernel's "dumb
/// buffer" (Linux, Documentation/gpu/drm-kms.rst, "Dumb Buffer Objects"). Ends with its owner, who
/// keeps the card open longer.
class DumbBuffer {
public:
    /// Black. Nothing where the card has no such memory; errno says why.
    static std::unique_ptr<DumbBuffer> make(int card, int width, int height);
    ~DumbBuffer();
    DumbBuffer(const DumbBuffer&) = delete;
    DumbBuffer& operator=(const DumbBuffer&) = delete;

    std::uint32_t frame() const { return frame_; } ///< the kernel's name of it as a picture
    int width() const { return width_; }
    int height() const { return height_; }
    /// Its memory as Cairo draws on it; often slow to read.
    cairo_surface_t* surface() const { return surface_.get(); }

private:
    struct Destroy {
        void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    };

    DumbBuffer(int card, int width, int height) : card_(card), width_(width), height_(height) {}
    bool allocate();
    bool map();

    int card_;
    int width_;
    int height_;
    std::uint32_t memory_ = 0;
    std::uint32_t pitch_ = 0;
    std::uint64_t size_ = 0;
    std::uint32_t frame_ = 0;
    void* mapped_ = nullptr;
    std::unique_ptr<cairo_surface_t, Destroy> surface_;
};

} // namespace kiosk::kit
