// SPDX-License-Identifier: Apache-2.0
// Names with characters that many machines have no glyph for, on all the paper a kiosk gives out.
#include <cstdlib>
#include <functional>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/document/sheet/sheet_layout.h"
#include "firmware/document/sheet/sheet_pages.h"
#include "tests/support/sample_marks.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/document/sheet/paper_ink.h"

namespace kiosk::document {

namespace {

using tests::Ink;
using tests::Type;

/// A character and the font that has it.
struct Glyph {
    std::string character;
    std::string family;
};
const std::vector<Glyph> kGlyphs = {{"单", "Noto Sans CJK SC"},
                                    {"𠮷", "Noto Sans CJK SC"},
                                    {"䶮", "Noto Sans CJK SC"},
                                    {"𪚥", "HanaMinB"}};
const std::string kName = "单𠮷䶮";
const std::string kPlane2Name = "周𪚥";
const std::string kBoth = "单𠮷䶮 周𪚥";
const std::string kWithoutGlyph = "温\U0002EBF0"; ///< Extension I: in amendment 1, in no font

/// Thermal dots are coarse, and another renderer smooths otherwise than ours.
constexpr double kFound = 0.12;
constexpr double kElse = 0.3;

Slip slipFor(const std::string& name) {
    return {.heading = {"办理凭条"}, .lines = {"持证人 " + name, "云州市政务服务中心"}};
}

/// A sheet whose strip names somebody, with a licence of nothing.
Bytes sheetFor(const std::string& name) {
    SheetMarks marks = tests::sampleMarks();
    marks.purpose.value = name;
    const SheetPages pages{.count = 1,
                           .size = [](std::size_t) { return SizeMm{{86}, {54}}; },
                           .draw = [](std::size_t, cairo_t*) -> Result<> { return {}; }};
    return composeSheet(pages, marks).value().pdf;
}

constexpr BoxMm kSlipText{.x = 15, .y = 15, .width = 100, .height = 60};
constexpr BoxMm kPurposeText{.x = 14, .y = 250, .width = 100, .height = 12};
constexpr double kDpi = 200;

void keepForTheEye(const std::string& name, const Bytes& pdf) {
    if (const char* folder = std::getenv("KIOSK_PICTURES"))
        REQUIRE(writeFile(std::filesystem::path(folder) / name, pdf));
}

Ink stripOf(const std::string& name) {
    return tests::burnedStrip(slipFor(name));
}

Ink onStrip(const Glyph& glyph) {
    return tests::setAlone(glyph.character, {glyph.family, 13}, tests::kStripDpi).burned();
}

Ink slipSheetOf(const std::string& name) {
    return tests::pageOf(composeSlip(slipFor(name)).value().pdf, kDpi, kSlipText);
}

} // namespace

TEST_CASE("U8 A72 each character of a rare name is its font's own glyph on the receipt printer") {
    tests::printWithOurFonts();
    const Ink rare = stripOf(kBoth);
    const Ink usual = stripOf("林云舒");
    for (const Glyph& glyph : kGlyphs) {
        INFO(glyph.character);
        CHECK(onStrip(glyph).differenceWithin(rare) < kFound);
        CHECK(onStrip(glyph).differenceWithin(usual) > kElse);
    }
}

TEST_CASE("U8 A72 each character of a rare name is its font's own glyph on a printed sheet") {
    tests::printWithOurFonts();
    const Ink slip = slipSheetOf(kBoth);
    const Ink strip = tests::pageOf(sheetFor(kBoth), kDpi, kPurposeText);
    const Ink usual = slipSheetOf("林云舒");
    for (const Glyph& glyph : kGlyphs) {
        INFO(glyph.character);
        const Ink onSlip = tests::setAlone(glyph.character, {glyph.family, 16}, kDpi);
        CHECK(onSlip.differenceWithin(slip) < kFound);
        CHECK(onSlip.differenceWithin(usual) > kElse);
        const Type bold{glyph.family, 13, TextStyle::Weight::bold};
        CHECK(tests::setAlone(glyph.character, bold, kDpi).differenceWithin(strip) < kFound);
    }
    const std::string everything = kBoth + kWithoutGlyph;
    keepForTheEye("rare-slip.pdf", composeSlip(slipFor(everything)).value().pdf);
    keepForTheEye("rare-sheet.pdf", sheetFor(everything));
}

TEST_CASE("U8 A72 a PDF brings the glyphs of a rare name along, and gives the name back") {
    tests::printWithOurFonts();
    for (const Bytes& pdf : {composeSlip(slipFor(kBoth)).value().pdf, sheetFor(kBoth)}) {
        const std::string text = tests::textOf(pdf);
        CHECK(text.find(kName) != std::string::npos);
        CHECK(text.find(kPlane2Name) != std::string::npos);
        const std::string fonts = tests::fontsOf(pdf);
        INFO(fonts);
        CHECK(fonts.find("HanaMinB") != std::string::npos);
        CHECK(fonts.find("yes yes yes") != std::string::npos); // embedded, subset, with characters
        CHECK(fonts.find(" no ") == std::string::npos);
    }
}

TEST_CASE("U8 A72 paper without the font of plane 2 is told from paper with it") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "fonts.conf";
    REQUIRE(writeFile(file, bytesOf("<fontconfig><dir>/usr/share/fonts/opentype/noto</dir>"
                                    "</fontconfig>")));
    const Glyph& rare = kGlyphs.back();
    tests::printWithOurFonts();
    const Ink glyph = onStrip(rare);
    CHECK(glyph.differenceWithin(stripOf(kPlane2Name)) < kFound);
    tests::printWith(file);
    CHECK(glyph.differenceWithin(stripOf(kPlane2Name)) > kElse);
    tests::printWithOurFonts();
}

TEST_CASE("U8 A73 a character that no font has is boxed with its code point on paper") {
    tests::printWithOurFonts();
    const auto sheet = [](const std::string& name) {
        return tests::pageOf(sheetFor(name), kDpi, kPurposeText);
    };
    for (const auto& drawn :
         std::vector<std::function<Ink(const std::string&)>>{stripOf, slipSheetOf, sheet}) {
        const Ink box = drawn(kWithoutGlyph);
        CHECK(box.differenceWithin(drawn(kWithoutGlyph)) == 0);
        CHECK(box.differenceWithin(drawn("温\U0002EBF1")) > 0); // another last digit
        CHECK(box.differenceWithin(drawn("温\U0002EBF8")) > 0);
        CHECK(box.differenceWithin(drawn("温?")) > 0.01);
        CHECK(box.differenceWithin(drawn("温")) > 0.01);
    }
}

TEST_CASE("U8 A73 the text of a PDF has the character whose box is drawn, and none in its place") {
    tests::printWithOurFonts();
    const std::string name = kWithoutGlyph + "云 " + kName;
    for (const Bytes& pdf : {composeSlip(slipFor(name)).value().pdf, sheetFor(name)}) {
        const std::string text = tests::textOf(pdf);
        INFO(text);
        CHECK(text.find(name) != std::string::npos);
        CHECK(text.find('?') == std::string::npos);
        CHECK(text.find("\uFFFD") == std::string::npos);
    }
}

} // namespace kiosk::document
