// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cairo-pdf.h>
#include <catch2/catch.hpp>

#include "firmware/document/raster.h"
#include "tests/support/ofd_builder.h"

namespace kiosk::tests {

inline document::Document openOfd(const OfdParts& parts) {
    const auto package = document::Package::open(makeOfd(parts));
    REQUIRE(package);
    auto opened = document::Document::open(*package);
    INFO((opened ? "" : opened.error().line()));
    REQUIRE(opened);
    return std::move(*opened);
}

/// The code of the error that opening ends with, "opened" without one.
inline std::string openingCode(const OfdParts& parts) {
    const auto package = document::Package::open(makeOfd(parts));
    REQUIRE(package);
    const auto opened = document::Document::open(*package);
    return opened ? "opened" : opened.error().code();
}

/// A page drawn at ten pixels a millimetre, asked for its colours in millimetres.
struct Drawn {
    document::Picture picture;

    /// 0xRRGGBB
    std::uint32_t at(double xMm, double yMm) const {
        const auto x = static_cast<std::size_t>(xMm * 10);
        const auto y = static_cast<std::size_t>(yMm * 10);
        return picture.pixels.at(y * static_cast<std::size_t>(picture.width) + x) & 0xFFFFFFU;
    }
    bool hasInk() const {
        return std::ranges::any_of(picture.pixels,
                                   [](std::uint32_t pixel) { return pixel != 0xFFFFFFFFU; });
    }
};

inline Drawn drawn(const document::Document& file, const std::vector<document::Stamp>& stamps = {},
                   document::Document::Use use = document::Document::Use::screen) {
    auto picture = document::drawToPicture(file, 0, {254}, stamps, use);
    INFO((picture ? "" : picture.error().line()));
    REQUIRE(picture);
    return {std::move(*picture)};
}

inline Drawn drawn(const OfdParts& parts) {
    return drawn(openOfd(parts));
}

/// The first page as a PDF file, its streams compressed.
inline std::string pdfOf(const document::Document& file) {
    std::string bytes;
    const auto append = [](void* to, const unsigned char* data, unsigned length) {
        static_cast<std::string*>(to)->append(data, data + length);
        return CAIRO_STATUS_SUCCESS;
    };
    const SizeMm size = file.pageSize(0);
    cairo_surface_t* surface =
        cairo_pdf_surface_create_for_stream(append, &bytes, size.width.value, size.height.value);
    cairo_t* context = cairo_create(surface);
    CHECK(file.draw(0, context, document::Document::Use::print, {}));
    cairo_destroy(context);
    cairo_surface_finish(surface);
    CHECK(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS);
    cairo_surface_destroy(surface);
    return bytes;
}

inline constexpr std::uint32_t kWhite = 0xFFFFFF;
inline constexpr std::uint32_t kRed = 0xFF0000;
inline constexpr std::uint32_t kGreen = 0x00FF00;
inline constexpr std::uint32_t kBlue = 0x0000FF;

} // namespace kiosk::tests
