// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/code_files.h"

#include <cairo.h>

#include "firmware/base/files.h"
#include "firmware/base/handle.h"
#include "firmware/handout/code_picture.h"

namespace kiosk::app {

namespace {

constexpr int kPixelsPerModule = 8;

cairo_status_t append(void* file, const unsigned char* data, unsigned int length) {
    const auto* bytes = reinterpret_cast<const std::byte*>(data);
    auto& whole = *static_cast<Bytes*>(file);
    whole.insert(whole.end(), bytes, bytes + length);
    return CAIRO_STATUS_SUCCESS;
}

/// As a PNG.
Result<Bytes> pngOf(document::Picture picture) {
    const Handle<cairo_surface_t, cairo_surface_destroy> surface(
        cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(picture.pixels.data()),
                                            CAIRO_FORMAT_RGB24, picture.width, picture.height,
                                            picture.width * 4));
    Bytes png;
    if (const auto status = cairo_surface_write_to_png_stream(surface.get(), append, &png);
        status != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::internal, "sheet.drawing-failed", Remedy::supplier,
                    cairo_status_to_string(status));
    return png;
}

} // namespace

Result<> writeCodes(const std::vector<std::string>& texts, const std::filesystem::path& folder,
                    std::string_view name) {
    std::error_code refused; // told by the first file that cannot be written
    std::filesystem::create_directories(folder, refused);
    int number = 0;
    for (const std::string& text : texts)
        TRY(writeFile(folder / (std::string(name) + "-" + std::to_string(++number) + ".png"),
                      TRY(pngOf(TRY(handout::codePicture(text, kPixelsPerModule))))));
    return {};
}

} // namespace kiosk::app
