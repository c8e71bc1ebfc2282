// SPDX-License-Identifier: Apache-2.0
#include "firmware/handout/code_picture.h"

#include "firmware/document/sheet/printed_code.h"

namespace kiosk::handout {

namespace {

constexpr std::uint32_t kBlack = 0xFF000000;
constexpr std::uint32_t kWhite = 0xFFFFFFFF;

} // namespace

Result<document::Picture> codePicture(const std::string& text, int pixelsPerModule) {
    const auto code = TRY(document::codeModules(text, document::CodeCorrection::medium));
    const int side = (code.side + 2 * document::kCodeMargin) * pixelsPerModule;
    document::Picture picture{side, side, {}};
    const auto isDark = [&](int x, int y) {
        const int column = x / pixelsPerModule - document::kCodeMargin;
        const int row = y / pixelsPerModule - document::kCodeMargin;
        return column >= 0 && row >= 0 && column < code.side && row < code.side &&
               code.at(column, row);
    };
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            picture.pixels.push_back(isDark(x, y) ? kBlack : kWhite);
    return picture;
}

Result<int> modulesAcross(const std::string& text) {
    return TRY(document::codeModules(text, document::CodeCorrection::medium)).side +
           2 * document::kCodeMargin;
}

} // namespace kiosk::handout
