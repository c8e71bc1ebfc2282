// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/sheet/pdf_writer.h"

#include <cstddef>
#include <memory>

#include <cairo-pdf.h>

namespace kiosk::document {

namespace {

constexpr double kPointsPerMillimetre = 72 / 25.4;

struct CairoReleaser {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

cairo_status_t append(void* pdf, const unsigned char* data, unsigned int length) {
    const auto* bytes = static_cast<const std::byte*>(static_cast<const void*>(data));
    auto& whole = *static_cast<Bytes*>(pdf);
    whole.insert(whole.end(), bytes, bytes + length);
    return CAIRO_STATUS_SUCCESS;
}

std::unexpected<Error> drawingFailed(std::string_view detail) {
    return fail(ErrorKind::internal, "sheet.drawing-failed", Remedy::supplier, detail);
}

} // namespace

Result<Sheet>
writePdf(std::size_t pages,
         const std::function<Result<>(std::size_t page, cairo_t* context)>& drawPage) {
    Sheet sheet{.pages = static_cast<int>(pages)};
    const std::unique_ptr<cairo_surface_t, CairoReleaser> surface(
        cairo_pdf_surface_create_for_stream(append, &sheet.pdf,
                                            kA4.width.value * kPointsPerMillimetre,
                                            kA4.height.value * kPointsPerMillimetre));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   "电子证照副本 Licence copy");
    const std::unique_ptr<cairo_t, CairoReleaser> context(cairo_create(surface.get()));
    cairo_scale(context.get(), kPointsPerMillimetre, kPointsPerMillimetre);
    for (std::size_t page = 0; page < pages; ++page) {
        cairo_save(context.get());
        const auto drawn = drawPage(page, context.get());
        if (!drawn)
            return drawingFailed(drawn.error().code());
        cairo_restore(context.get());
        cairo_show_page(context.get());
    }
    cairo_surface_finish(surface.get());
    for (const auto status : {cairo_status(context.get()), cairo_surface_status(surface.get())})
        if (status != CAIRO_STATUS_SUCCESS)
            return drawingFailed(cairo_status_to_string(status));
    return sheet;
}

} // namespace kiosk::document
