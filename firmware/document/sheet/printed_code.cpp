// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/sheet/printed_code.h"

#include <stdexcept>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

namespace kiosk::document {

namespace {

/// ZXing's 1 to 8 for L, M, Q, H.
int levelOf(CodeCorrection correction) {
    return correction == CodeCorrection::medium ? 4 : 6;
}

Result<ZXing::BitMatrix> encoded(const std::string& text, CodeCorrection correction) {
    try {
        return ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
            .setMargin(0)
            .setEccLevel(levelOf(correction))
            .setEncoding(ZXing::CharacterSet::UTF8)
            .encode(text, 0, 0);
    } catch (const std::exception& problem) {
        return fail(ErrorKind::internal, "sheet.drawing-failed", Remedy::supplier, problem.what());
    }
}

} // namespace

Result<CodeModules> codeModules(const std::string& text, CodeCorrection correction) {
    const ZXing::BitMatrix matrix = TRY(encoded(text, correction));
    CodeModules code{.side = matrix.width()};
    for (int y = 0; y < matrix.height(); ++y)
        for (int x = 0; x < matrix.width(); ++x)
            code.dark.push_back(matrix.get(x, y));
    return code;
}

Result<> drawCode(cairo_t* context, const BoxMm& box, const std::string& text,
                  CodeCorrection correction) {
    const CodeModules code = TRY(codeModules(text, correction));
    const double side = box.width / code.side;
    cairo_save(context);
    cairo_set_source_rgb(context, 0, 0, 0);
    for (int y = 0; y < code.side; ++y)
        for (int x = 0; x < code.side;) {
            // A run is one rectangle: seams between squares would show as hair lines.
            int end = x;
            while (end < code.side && code.at(end, y))
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
