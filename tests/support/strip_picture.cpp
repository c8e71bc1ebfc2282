// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <cairo.h>

#include "tests/support/receipt_printer_model.h"

namespace kiosk::tests {

Result<> writePng(const ReceiptPrinterModel::Strip& strip, const std::filesystem::path& file) {
    constexpr std::size_t kWidth = ReceiptPrinterModel::kBytesPerRow * 8;
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(kWidth),
                                   static_cast<int>(strip.rows)),
        cairo_surface_destroy);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get())) / 4;
    auto* pixels = static_cast<std::uint32_t*>(
        static_cast<void*>(cairo_image_surface_get_data(surface.get())));
    for (std::size_t y = 0; y < strip.rows; ++y)
        for (std::size_t x = 0; x < kWidth; ++x) {
            const std::byte dots = strip.dots[y * ReceiptPrinterModel::kBytesPerRow + x / 8];
            const bool black = (dots & std::byte{0x80} >> (x % 8)) != std::byte{};
            pixels[y * stride + x] = black ? 0x00000000 : 0x00FFFFFF;
        }
    cairo_surface_mark_dirty(surface.get());
    const cairo_status_t written = cairo_surface_write_to_png(surface.get(), file.c_str());
    if (written != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::internal, "printer-rig.picture", Remedy::supplier,
                    cairo_status_to_string(written));
    return {};
}

} // namespace kiosk::tests
