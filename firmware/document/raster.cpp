// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/raster.h"

#include <cmath>

#include "firmware/document/paint/cairo_values.h"

namespace kiosk::document {

namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr double kMostPixels = 40e6; ///< A2 at 300 dpi, 153 MiB
constexpr double kLongestSide = 32'767; ///< Cairo's coordinates end there

Result<Picture> blankPicture(double width, double height) {
    const bool drawable = width >= 1 && height >= 1 && width <= kLongestSide &&
                          height <= kLongestSide && width * height <= kMostPixels;
    if (!drawable)
        return fail(ErrorKind::limitExceeded, "document.too-large", Remedy::configuration,
                    "page in pixels");
    Picture picture{static_cast<int>(width), static_cast<int>(height), {}};
    picture.pixels.assign(static_cast<std::size_t>(width * height), 0xFFFFFFFFU);
    return picture;
}

paint::Surface surfaceOver(Picture& picture) {
    auto* bytes = static_cast<unsigned char*>(static_cast<void*>(picture.pixels.data()));
    return paint::Surface(cairo_image_surface_create_for_data(
        bytes, CAIRO_FORMAT_ARGB32, picture.width, picture.height, picture.width * 4));
}

} // namespace

Dpi dpiForWidth(SizeMm page, int pixels) {
    return {pixels * kMillimetresPerInch / page.width.value};
}

Result<Picture> drawToPicture(const Document& document, std::size_t page, Dpi density,
                              const std::vector<Stamp>& stamps, Document::Use use) {
    if (page >= document.pageCount())
        return fail(ErrorKind::notFound, "document.no-such-page", Remedy::citizenAgain,
                    std::to_string(page + 1));
    const SizeMm size = document.pageSize(page);
    const double scale = density.value / kMillimetresPerInch;
    Picture picture = TRY(
        blankPicture(std::round(size.width.value * scale), std::round(size.height.value * scale)));
    const paint::Surface surface = surfaceOver(picture);
    const paint::Context context(cairo_create(surface.get()));
    cairo_scale(context.get(), picture.width / size.width.value,
                picture.height / size.height.value);
    TRY(document.draw(page, context.get(), use, stamps));
    cairo_surface_flush(surface.get());
    return picture;
}

} // namespace kiosk::document
