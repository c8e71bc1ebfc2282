// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <cairo-pdf.h>

#include "firmware/base/bytes.h"
#include "firmware/base/handle.h"

namespace kiosk::tests {

/// A PDF of A4 portrait pages as Cairo writes it: a filled path, a line of text and, where asked
/// for, a picture on each.
struct SamplePdf {
    enum class Picture { none, grey };

    int pages = 1;
    std::string text = "SAMPLE LICENCE";
    Picture picture = Picture::none;
};

inline cairo_status_t appendTo(void* target, const unsigned char* data, unsigned size) {
    const auto bytes = std::as_bytes(std::span(data, size));
    auto* file = static_cast<Bytes*>(target);
    file->insert(file->end(), bytes.begin(), bytes.end());
    return CAIRO_STATUS_SUCCESS;
}

using SurfacePtr = Handle<cairo_surface_t, cairo_surface_destroy>;
using ContextPtr = Handle<cairo_t, cairo_destroy>;

inline void drawSamplePage(cairo_t* context, const SamplePdf& sample) {
    cairo_rectangle(context, 72, 72, 100, 50);
    cairo_fill(context);
    cairo_move_to(context, 72, 200);
    cairo_show_text(context, sample.text.c_str());
    if (sample.picture == SamplePdf::Picture::grey) {
        const SurfacePtr grey(cairo_image_surface_create(CAIRO_FORMAT_A8, 8, 8));
        cairo_mask_surface(context, grey.get(), 300, 300);
    }
    cairo_show_page(context);
}

inline Bytes makePdf(const SamplePdf& sample = {}) {
    Bytes file;
    {
        const SurfacePtr surface(
            cairo_pdf_surface_create_for_stream(appendTo, &file, 595.28, 841.89));
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                       "2026-11-23T10:00:00Z");
        const ContextPtr context(cairo_create(surface.get()));
        for (int page = 0; page < sample.pages; ++page)
            drawSamplePage(context.get(), sample);
        cairo_surface_finish(surface.get());
    }
    return file;
}

} // namespace kiosk::tests
