// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "screens/kit/draw/canvas.h"

namespace kiosk::test {

/// The pixel with 32 tones a channel: nobody sees the difference, and files halve.
constexpr std::uint32_t coarse(std::uint32_t pixel) {
    return (pixel & 0xF8F8F8U) | (pixel >> 5U & 0x070707U); // white stays white
}

/// Many screens side by side, small, in rows.
class ContactSheet {
public:
    ContactSheet(const kit::Board& board, int columns, int count, double scale);

    void add(const kit::Canvas& canvas);
    /// In coarse tones. Error "screen.picture-not-written" (technician).
    Result<> write(const std::filesystem::path& file) const;

private:
    struct Destroy {
        void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    };

    int columns_;
    double scale_;
    kit::RectPx cell_;
    std::unique_ptr<cairo_surface_t, Destroy> surface_;
    int count_ = 0;
};

} // namespace kiosk::test
