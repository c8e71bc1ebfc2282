// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/vector.h"

#include <cairo-pdf.h>

#include "firmware/document/paint/cairo_values.h"

namespace kiosk::document {

namespace {

constexpr double kPointsPerMm = 72 / 25.4;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
    const auto* from = static_cast<const std::byte*>(static_cast<const void*>(data));
    static_cast<Bytes*>(bytes)->insert(static_cast<Bytes*>(bytes)->end(), from, from + length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

Result<Bytes> drawToPdf(const Document& document, std::size_t first, std::size_t count,
                        const std::vector<Stamp>& stamps) {
    Bytes bytes;
    const paint::Surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, 1, 1));
    for (std::size_t page = first; page < first + count; ++page) {
        const SizeMm size = document.pageSize(page);
        cairo_pdf_surface_set_size(surface.get(), size.width.value * kPointsPerMm,
                                   size.height.value * kPointsPerMm);
        const paint::Context context(cairo_create(surface.get()));
        cairo_scale(context.get(), kPointsPerMm, kPointsPerMm);
        TRY(document.draw(page, context.get(), Document::Use::print, stamps));
        cairo_show_page(context.get());
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::internal, "document.not-drawn", Remedy::supplier,
                    cairo_status_to_string(status));
    return bytes;
}

} // namespace kiosk::document
