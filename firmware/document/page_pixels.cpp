// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/page_pixels.h"

#include "firmware/document/paint/cairo_values.h"

namespace kiosk::document {

namespace {

paint::Surface surfaceOver(Picture& picture) {
    auto* bytes = static_cast<unsigned char*>(static_cast<void*>(picture.pixels.data()));
    return paint::Surface(cairo_image_surface_create_for_data(
        bytes, CAIRO_FORMAT_ARGB32, picture.width, picture.height, picture.width * 4));
}

} // namespace

Result<PagePixels> pagePixels(const Document& document, std::size_t page, Dpi density) {
    if (page >= document.pageCount())
        return fail(ErrorKind::notFound, "document.no-such-page", Remedy::citizenAgain,
                    std::to_string(page + 1));
    return pagePixels(document.pageSize(page), density);
}

Result<> drawRows(const Document& document, std::size_t page, PagePixels pixels,
                  const RowsWanted& wanted, Picture& rows) {
    rows.pixels.assign(static_cast<std::size_t>(rows.width) * static_cast<std::size_t>(rows.height),
                       kWhite);
    const paint::Surface surface = surfaceOver(rows);
    cairo_surface_set_device_offset(surface.get(), 0, -wanted.top);
    const paint::Context context(cairo_create(surface.get()));
    const SizeMm size = document.pageSize(page);
    cairo_scale(context.get(), pixels.width / size.width.value, pixels.height / size.height.value);
    TRY(document.draw(page, context.get(), wanted.use, wanted.stamps));
    cairo_surface_flush(surface.get());
    return {};
}

} // namespace kiosk::document
