// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/pdf_face.h"

#include <cairo-pdf.h>

#include "firmware/document/document.h"
#include "tests/sandbox/issuing/faces/dates.h"
#include "tests/sandbox/issuing/ofd_writer.h"
#include "tests/sandbox/issuing/pdf_seal_picture.h"
#include "tests/support/cairo_output.h"
#include "tests/support/ofd_builder.h"

namespace kiosk::sandbox {

Result<PdfFace> drawPdf(const LicenceFace& face, WallTime madeAt) {
    using document::Document;
    const LicencePage page = setLicence(face);
    const Bytes ofd = tests::makeZip(writeDocument(face, page, madeAt));
    const Document drawn = TRY(Document::open(TRY(document::Package::open(ofd))));
    PdfFace made{.pdf = {}, .size = drawn.pageSize(0), .sealX = page.sealX, .sealY = page.sealY};
    const tests::SurfacePtr surface(cairo_pdf_surface_create_for_stream(
        tests::appendOutput, &made.pdf, made.size.width.value * kPointsPerMm,
        made.size.height.value * kPointsPerMm));
    const std::string time = isoDate(Date(std::chrono::floor<std::chrono::days>(madeAt)));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   face.licence.typeName.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, time.c_str());
    const tests::ContextPtr context(cairo_create(surface.get()));
    cairo_scale(context.get(), kPointsPerMm, kPointsPerMm);
    TRY(drawn.draw(0, context.get(), Document::Use::print, {}));
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::internal, "sandbox.pdf", Remedy::supplier,
                    cairo_status_to_string(status));
    return made;
}

} // namespace kiosk::sandbox
