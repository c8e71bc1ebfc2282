// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/sheet/printed_code.h"

#include <stdexcept>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

namespace kiosk::document {

namespace {

/// One bit per module, without a margin.
Result<ZXing::BitMatrix> modules(const std::string& text) {
    constexpr int kLevelQ = 6; // of ZXing's 1 to 8 for L, M, Q, H
    try {
        return ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
            .setMargin(0)
            .setEccLevel(kLevelQ)
            .setEncoding(ZXing::CharacterSet::UTF8)
            .encode(text, 0, 0);
    } catch (const std::exception& problem) {
        return fail(ErrorKind::internal, "sheet.drawing-failed", Remedy::supplier, problem.what());
    }
}

} // namespace

Result<> drawCode(cairo_t* context, const BoxMm& box, const std::string& text) {
    const ZXing::BitMatrix matrix = TRY(modules(text));
    const double side = box.width / matrix.width();
    cairo_save(context);
    cairo_set_source_rgb(context, 0, 0, 0);
    for (int y = 0; y < matrix.height(); ++y)
        for (int x = 0; x < matrix.width();) {
            // A run is one rectangle: seams between squares would show as hair lines.
            int end = x;
            while (end < matrix.width() && matrix.get(end, y))
                ++end;
            if (end > x)
                cairo_rectangle(context, box.x + x * side, box.y + y * side, (end - x) * side,
                                side);
            x = end > x ? end : x + 1;
        }
    cairo_fill(context);
    cairo_restore(context);
    return {};
}

} // namespace kiosk::document
