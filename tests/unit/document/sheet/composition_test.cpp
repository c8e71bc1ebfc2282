// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/document/sheet/sheet_layout.h"
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/document/sheet/scan.h"

namespace kiosk::document {

namespace {

using tests::sampleMarks;

constexpr double kDpi = 100;
constexpr double kPixelsPerMm = kDpi / 25.4;
constexpr std::uint32_t kMagenta = 0xFF00FF;
constexpr std::uint32_t kCyan = 0x00FFFF;

/// A page that is magenta from edge to edge, with a cyan first corner: whatever is drawn over it,
/// cut off it or moved shows.
SheetPages magenta(const std::vector<SizeMm>& sizes) {
    return {.count = sizes.size(),
            .size = [=](std::size_t page) { return sizes.at(page); },
            .draw = [=](std::size_t page, cairo_t* context) -> Result<> {
                cairo_set_source_rgb(context, 1, 0, 1);
                cairo_paint(context);
                const SizeMm size = sizes.at(page);
                cairo_set_source_rgb(context, 0, 1, 1);
                cairo_rectangle(context, 0, 0, size.width.value / 8, size.height.value / 8);
                cairo_fill(context);
                return {};
            }};
}

std::uint32_t colourAt(const Scan& scan, int x, int y) {
    const unsigned char* data = cairo_image_surface_get_data(scan.surface.get());
    const unsigned char* pixel =
        data + y * cairo_image_surface_get_stride(scan.surface.get()) + 4 * x;
    return static_cast<std::uint32_t>(pixel[2] << 16 | pixel[1] << 8 | pixel[0]);
}

bool isLicence(std::uint32_t colour) {
    return colour == kMagenta || colour == kCyan;
}

/// Pixels within the licence's place that are not the licence's, and pixels of it elsewhere. The
/// rim of a pixel, where paper shines through, counts for neither.
struct Strays {
    int covered = 0;
    int elsewhere = 0;
};

Strays straysOn(const Scan& scan, const BoxMm& box) {
    Strays strays;
    for (int y = 0; y < scan.height; ++y)
        for (int x = 0; x < scan.width; ++x) {
            const double left = x / kPixelsPerMm - box.x;
            const double top = y / kPixelsPerMm - box.y;
            constexpr double kRim = 1.5 / kPixelsPerMm;
            const bool inside =
                left > kRim && top > kRim && left < box.width - kRim && top < box.height - kRim;
            const bool outside =
                left < -kRim || top < -kRim || left > box.width + kRim || top > box.height + kRim;
            const bool ours = isLicence(colourAt(scan, x, y));
            // Between magenta and cyan a row of pixels is mixed.
            const bool mixed = (colourAt(scan, x, y) & 0xFFU) == 0xFFU;
            strays.covered += inside && !ours && !mixed ? 1 : 0;
            strays.elsewhere += outside && ours ? 1 : 0;
        }
    return strays;
}

const std::vector<SizeMm> kSizes = {{{420}, {297}}, {{297}, {420}}, {{210}, {140}}, {{140}, {210}},
                                    {{210}, {297}}, {{297}, {210}}, {{95}, {125}},  {{86}, {54}},
                                    {{198}, {240}}, {{600}, {30}}};

SheetMarks endlessMarks() {
    SheetMarks marks = sampleMarks();
    for (int i = 0; i < 100; ++i)
        marks.purpose.value += "办理";
    for (SheetField& fact : marks.facts)
        fact.value = marks.purpose.value;
    return marks;
}

/// The first row of pixels, in millimetres from the strip's head, without any ink to its foot.
double lowestInk(const Scan& picture, double left, double right) {
    double lowest = 0;
    for (double y = kStrip.y; y < 297; y += 0.5)
        if (hasInk(picture, {.x = left, .y = y, .width = right - left, .height = 0.5}))
            lowest = y - kStrip.y;
    return lowest;
}

} // namespace

TEST_CASE(
    "R7 no point of a licence is covered, on a document of mixed sizes, however long the marks") {
    const SheetPages pages = magenta(kSizes);
    for (const SheetMarks& marks : {sampleMarks(), endlessMarks()})
        for (std::size_t page = 0; page < kSizes.size(); ++page) {
            INFO(kSizes[page].width.value << " x " << kSizes[page].height.value);
            const Scan sheet = scan(pages, marks, kDpi, page);
            const Strays strays = straysOn(sheet, place(kSizes[page]).box);
            CHECK(strays.covered == 0);
            CHECK(strays.elsewhere == 0);
        }
}

TEST_CASE("R4 a fifth fact, of the grant, stands apart from the others and above the foot") {
    SheetMarks marks = sampleMarks();
    marks.facts.push_back({"经办人", "林**，全部用途，委托至 2027-05-31"});
    const Scan sheet = scan(magenta({{{210}, {297}}}), marks, 300);
    constexpr double kRow = 0.3;
    int lines = 0; // below the strip's rule, at the labels
    bool ink = false;
    for (double y = kStrip.y + 1; y < 295; y += kRow) {
        const bool now = hasInk(sheet, {.x = kStrip.x, .y = y, .width = 8, .height = kRow});
        lines += now && !ink ? 1 : 0;
        ink = now;
    }
    CHECK(lines == 2 + 5 + 1); // purpose and number, facts, foot
}

TEST_CASE("R7 a licence's first corner stands where its turn puts it, so nothing was cut off") {
    const SheetPages pages = magenta(kSizes);
    for (std::size_t page = 0; page < kSizes.size(); ++page) {
        INFO(kSizes[page].width.value << " x " << kSizes[page].height.value);
        const Placement placement = place(kSizes[page]);
        const Scan sheet = scan(pages, sampleMarks(), kDpi, page);
        const double inward = 0.05 * std::min(placement.box.width, placement.box.height);
        const double x = placement.turn == Turn::quarter
                             ? placement.box.x + placement.box.width - inward
                             : placement.box.x + inward;
        const double y = placement.box.y + inward;
        CHECK(colourAt(sheet, int(x * kPixelsPerMm), int(y * kPixelsPerMm)) == kCyan);
        CHECK(placement.scale <= 1);
    }
}

TEST_CASE("R7 a purpose of 200 characters is there to its end, above the foot of the strip") {
    const Scan shortOne = scan(magenta({{{210}, {297}}}), sampleMarks(), 200);
    SheetMarks marks = sampleMarks();
    marks.purpose.value.clear();
    for (int i = 0; i < 199; ++i)
        marks.purpose.value += "丨"; // next to no ink, so that the end can be told
    SheetMarks ended = marks;
    ended.purpose.value += "■";
    const Scan without = scan(magenta({{{210}, {297}}}), marks, 200);
    const Scan with = scan(magenta({{{210}, {297}}}), ended, 200);
    CHECK(with.grey() != without.grey());
    CHECK(lowestInk(with, kStrip.x, 158) <= kStrip.height);
    CHECK(lowestInk(shortOne, kStrip.x, 158) <= kStrip.height);
}

TEST_CASE("R7 the sheet says how much smaller it is only where it is") {
    int asked = 0;
    SheetMarks marks = sampleMarks();
    marks.reducedLine = [&asked](int percent) {
        ++asked;
        CHECK(percent == 57);
        return std::string("57");
    };
    static_cast<void>(scan(magenta({{{86}, {54}}}), marks, 100));
    CHECK(asked == 0);
    static_cast<void>(scan(magenta({{{420}, {297}}}), marks, 100));
    CHECK(asked == 1);
}

TEST_CASE("U8 rare characters of a place are on the sheet as themselves, not as boxes") {
    const std::string rare = "𠮷䶮𫟼㙍";
    SheetMarks marks = sampleMarks();
    marks.facts.back().value = rare;
    const auto sheet = composeSheet(magenta({{{86}, {54}}}), marks);
    REQUIRE(sheet);
    const tests::TemporaryFolder folder;
    const auto pdf = folder.path() / "sheet.pdf";
    const auto text = folder.path() / "sheet.txt";
    REQUIRE(writeFile(pdf, sheet->pdf));
    auto reader = tests::ChildProcess::start({.command = {"pdftotext", pdf, text}});
    REQUIRE(reader);
    reader->wait();
    // A box would be a drawing: a glyph that stands for no character.
    CHECK(toText(readFile(text).value()).find(rare) != std::string::npos);
}

} // namespace kiosk::document
