// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/code_reader.h"
#include "firmware/document/sheet/sheet_layout.h"
#include "tests/support/photocopy.h"
#include "tests/unit/document/sheet/scan.h"

namespace kiosk::document {

namespace {

using tests::GreyPicture;

constexpr double kDpi = 200;

/// The lower right of the sheet, as somebody holds it before a camera to have its code read.
GreyPicture aroundCode(const Scan& scan) {
    constexpr double kMargin = 8; // millimetres
    const double scale = kDpi / 25.4;
    const auto left = static_cast<int>((kSheetCode.x - kMargin) * scale);
    const auto top = static_cast<int>((kSheetCode.y - kMargin) * scale);
    GreyPicture part{static_cast<int>((kSheetCode.width + 2 * kMargin) * scale),
                     static_cast<int>((kSheetCode.height + 2 * kMargin) * scale),
                     {}};
    const auto pixels = scan.grey();
    for (int y = top; y < top + part.height; ++y)
        for (int x = left; x < left + part.width; ++x)
            part.levels.push_back(pixels.at(static_cast<std::size_t>(y * scan.width + x)));
    return part;
}

} // namespace

TEST_CASE("R7 the code is read from a photocopy at 200 dpi") {
    // One look at a copy must succeed in nine of ten cases: the camera takes ten and more a second,
    // each from a hand that moves, so a reader that holds this never makes a person wait.
    constexpr int kVariations = 200;
    constexpr int kLeastRead = 180;
    const SheetMarks marks = tests::sampleMarks();
    const GreyPicture sheet = aroundCode(scan(bordered(1, 210, 297), marks, kDpi));
    int read = 0;
    for (std::uint64_t seed = 1; seed <= kVariations; ++seed) {
        const auto code = drivers::readCode(photocopied(sheet, tests::copierWay(seed)));
        read += code ? 1 : 0;
        if (code)
            CHECK(code->text == marks.code);
    }
    WARN("read " << read << " of " << kVariations << " photocopies");
    CHECK(read >= kLeastRead);
}

} // namespace kiosk::document
