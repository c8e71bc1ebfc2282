// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/images.h"
#include "tests/fuzz/input.h"

using namespace kiosk;
namespace paint = document::paint;

/// What is decoded is a whole surface within the limits.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto image = paint::decodeImage(fuzz::input(data, size));
    if (!image)
        return 0;
    cairo_surface_t* surface = image->get();
    fuzz::expectAlways(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS);
    const auto width = static_cast<std::uint64_t>(cairo_image_surface_get_width(surface));
    const auto height = static_cast<std::uint64_t>(cairo_image_surface_get_height(surface));
    fuzz::expectAlways(width > 0 && height > 0 && width * height <= paint::kMostPixels);
    return 0;
}
