// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/faces/code_square.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

namespace kiosk::sandbox {

namespace {

std::string rectanglePath(double x, double y, double width, double height) {
    const std::string left = mm(x) + " ";
    const std::string right = mm(x + width) + " ";
    const std::string top = mm(y) + " ";
    const std::string bottom = mm(y + height) + " ";
    return "M " + left + top + "L " + right + top + "L " + right + bottom + "L " + left + bottom +
           "C ";
}

} // namespace

void setCodeSquare(PageWriter& page, const ornament::Rectangle& area, const std::string& text) {
    const auto modules =
        ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode).setMargin(0).encode(text, 0, 0);
    const double side = area.width / modules.width();
    std::string data;
    for (int y = 0; y < modules.height(); ++y)
        for (int x = 0; x < modules.width(); ++x) {
            const int begin = x; // a run is one rectangle: no seams between squares
            while (x < modules.width() && modules.get(x, y))
                ++x;
            if (x > begin)
                data += rectanglePath(area.x + begin * side, area.y + y * side, (x - begin) * side,
                                      side);
        }
    page.path(data, {.stroke = std::nullopt, .fill = colours::kInk});
}

} // namespace kiosk::sandbox
