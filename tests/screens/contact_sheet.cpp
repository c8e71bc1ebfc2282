// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/contact_sheet.h"

#include <algorithm>
#include <span>

namespace kiosk::test {
namespace {

constexpr int kGap = 12;

} // namespace

ContactSheet::ContactSheet(const kit::Board& board, int columns, int count, double scale)
    : columns_(columns),
      scale_(scale),
      cell_{0, 0, static_cast<int>(board.widthPx * scale),
            static_cast<int>(board.heightPx * scale)},
      surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns * (cell_.width + kGap) + kGap,
                                          (count + columns - 1) / columns * (cell_.height + kGap) +
                                              kGap)) {
    cairo_t* cairo = cairo_create(surface_.get());
    cairo_set_source_rgb(cairo, 0.80, 0.83, 0.84);
    cairo_paint(cairo);
    cairo_destroy(cairo);
}

void ContactSheet::add(const kit::Canvas& canvas) {
    cairo_t* cairo = cairo_create(surface_.get());
    cairo_translate(cairo, kGap + count_ % columns_ * (cell_.width + kGap),
                    kGap + count_ / columns_ * (cell_.height + kGap));
    cairo_rectangle(cairo, 0, 0, cell_.width, cell_.height);
    cairo_clip(cairo);
    cairo_scale(cairo, scale_, scale_);
    cairo_set_source_surface(cairo, cairo_get_target(canvas.cairo()), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BEST);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    ++count_;
}

Result<> ContactSheet::write(const std::filesystem::path& file) const {
    cairo_surface_flush(surface_.get());
    unsigned char* bytes = cairo_image_surface_get_data(surface_.get());
    const std::span pixels(
        reinterpret_cast<std::uint32_t*>(bytes), // Cairo's RGB24 is made of these
        static_cast<std::size_t>(cairo_image_surface_get_stride(surface_.get()) / 4 *
                                 cairo_image_surface_get_height(surface_.get())));
    std::ranges::transform(pixels, pixels.begin(), coarse);
    cairo_surface_mark_dirty(surface_.get());
    if (cairo_surface_write_to_png(surface_.get(), file.c_str()) != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::storage, "screen.picture-not-written", Remedy::technician,
                    file.string());
    return {};
}

} // namespace kiosk::test
