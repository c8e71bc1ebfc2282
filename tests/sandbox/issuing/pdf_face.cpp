// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/pdf_face.h"

#include <memory>

#include <cairo-pdf.h>

#include "firmware/document/document.h"
#include "tests/sandbox/issuing/dates.h"
#include "tests/sandbox/issuing/ofd_writer.h"
#include "tests/support/ofd_builder.h"

namespace kiosk::sandbox {

namespace {

constexpr double kPointsPerMm = 72 / 25.4;

struct CairoRelease {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};

cairo_status_t append(void* target, const unsigned char* data, unsigned size) {
    const ByteView bytes = std::as_bytes(std::span(data, size));
    auto& pdf = *static_cast<Bytes*>(target);
    pdf.insert(pdf.end(), bytes.begin(), bytes.end());
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

Result<PdfFace> drawPdf(const LicenceFace& face, WallTime madeAt) {
    using document::Document;
    const LicencePage page = setLicence(face);
    const Bytes ofd = tests::makeZip(writeDocument(face, page, madeAt));
    const Document drawn = TRY(Document::open(TRY(document::Package::open(ofd))));
    PdfFace made{.pdf = {}, .size = drawn.pageSize(0), .sealX = page.sealX, .sealY = page.sealY};
    const std::unique_ptr<cairo_surface_t, CairoRelease> surface(
        cairo_pdf_surface_create_for_stream(append, &made.pdf, made.size.width.value * kPointsPerMm,
                                            made.size.height.value * kPointsPerMm));
    const std::string time = isoDate(Date(std::chrono::floor<std::chrono::days>(madeAt)));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   face.licence.typeName.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, time.c_str());
    const std::unique_ptr<cairo_t, CairoRelease> context(cairo_create(surface.get()));
    cairo_scale(context.get(), kPointsPerMm, kPointsPerMm);
    TRY(drawn.draw(0, context.get(), Document::Use::print, {}));
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::internal, "sandbox.pdf", Remedy::supplier,
                    cairo_status_to_string(status));
    return made;
}

} // namespace kiosk::sandbox
