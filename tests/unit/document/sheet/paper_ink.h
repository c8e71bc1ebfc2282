// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "firmware/document/sheet/printed_text.h"
#include "firmware/document/sheet/sheet.h"
#include "tests/support/ink.h"

/// What came out of the printers, dot by dot, and glyphs to find there again.
namespace kiosk::tests {

/// From now on texts of this thread are printed with the fonts of a fontconfig file alone.
void printWith(const std::filesystem::path& fontsFile);
/// As a kiosk does.
void printWithOurFonts();

/// A text set by the font itself, without our text engine and without another font in its place.
struct Type {
    std::string family;
    double points = 13;
    document::TextStyle::Weight weight = document::TextStyle::Weight::regular;
};
Ink setAlone(const std::string& text, const Type& type, double dotsPerInch);

/// A strip that the receipt printer burned and cut off.
Ink burnedStrip(const document::Slip& slip);
inline constexpr double kStripDpi = 203;

/// The first page as another renderer draws it, `area` in millimetres.
Ink pageOf(const Bytes& pdf, double dotsPerInch, const document::BoxMm& area);
/// What another program reads in it, without bidi isolates.
std::string textOf(const Bytes& pdf);
/// The fonts in it, a line each: name, type, encoding, whether embedded, whether a subset.
std::string fontsOf(const Bytes& pdf);

} // namespace kiosk::tests
