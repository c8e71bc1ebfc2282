// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/readiness.h"

#include <cairo.h>

#include "firmware/app/handout_words.h"
#include "firmware/base/files.h"
#include "firmware/base/handle.h"
#include "firmware/handout/code_picture.h"
#include "firmware/visit/visit_view.h"

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

Result<> writeCodes(const handout::Handout& handout, const std::filesystem::path& folder) {
    std::error_code refused; // told by the first file that cannot be written
    std::filesystem::create_directories(folder, refused);
    int number = 0;
    for (const std::string& text : handout.codes.texts)
        TRY(writeFile(folder / ("health-code-" + std::to_string(++number) + ".png"),
                      TRY(pngOf(TRY(handout::codePicture(text, kPixelsPerModule))))));
    return {};
}

Result<> writeSlip(const handout::Handout& handout, const Config& config,
                   const std::filesystem::path& file) {
    const kit::Catalogue catalogue = TRY(kit::Catalogue::load(config.assets / "texts"));
    const auto notice =
        handout::noticeOf(handout, config.place, handoutWordsOf(catalogue, visit::Language{}.tag));
    return writeFile(file, TRY(document::composeNotice(notice)).pdf);
}

} // namespace

Result<handout::Handout> signedHandout(const std::string& report, const Config& config) {
    const auto key = TRY(handout::DeviceKey::openOrMake(config.state / handout::kKeyFileName));
    return handout::handoutOf(report, key);
}

Result<> handOut(const handout::Handout& handout, const Config& config,
                 const ReadinessOutlets& outlets) {
    if (outlets.slip)
        TRY(writeSlip(handout, config, *outlets.slip));
    if (outlets.codes)
        TRY(writeCodes(handout, *outlets.codes));
    return {};
}

} // namespace kiosk::app
