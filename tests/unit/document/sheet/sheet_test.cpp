// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <memory>

#include <ZXing/ReadBarcode.h>
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/document/sheet/sheet_pages.h"
#include "firmware/licence/copy_code.h"

namespace kiosk::document {

namespace {

const std::string kCode = toText(CopyCode{.regionCode = "990000", .copyNumber = "A7K2-88MP-3X9Q"});

SheetMarks marks() {
    return {.purpose = "子女入学",
            .copyNumber = "A7K2-88MP-3X9Q",
            .code = kCode,
            .printedAt = "2026-11-23 10:32",
            .statusLine = "状态截至 2026-11-23 10:31: 有效",
            .kioskName = "云桥市政务服务中心 1 号机"};
}

/// Pages that show their own border, so that a look at the sheet tells where they went.
SheetPages bordered(std::size_t count, double width, double height) {
    return {.count = count,
            .size = [=](std::size_t) { return SizeMm{{width}, {height}}; },
            .draw = [=](std::size_t, cairo_t* context) -> Result<> {
                cairo_set_source_rgb(context, 0.7, 0.1, 0.1);
                cairo_set_line_width(context, 2);
                cairo_rectangle(context, 3, 3, width - 6, height - 6);
                cairo_stroke(context);
                cairo_rectangle(context, 3, 3, 40, 20); // the page's top left corner
                cairo_fill(context);
                return {};
            }};
}

struct SurfaceReleaser {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceReleaser>;

/// The sheet as a scanner at `dpi` sees it, 8-bit grey.
struct Scan {
    Surface surface;
    int width = 0, height = 0;

    std::vector<std::uint8_t> grey() const {
        std::vector<std::uint8_t> pixels;
        const unsigned char* data = cairo_image_surface_get_data(surface.get());
        const int stride = cairo_image_surface_get_stride(surface.get());
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                pixels.push_back(data[y * stride + 4 * x + 1]);
        return pixels;
    }
};

Scan scan(const SheetPages& pages, const SheetMarks& what, double dpi) {
    const double scale = dpi / 25.4;
    Scan scan{.width = static_cast<int>(210 * scale), .height = static_cast<int>(297 * scale)};
    scan.surface.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, scan.width, scan.height));
    const std::unique_ptr<cairo_t, SurfaceReleaser> context(cairo_create(scan.surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), scale, scale);
    REQUIRE(drawSheet(pages, 0, what, context.get()));
    cairo_surface_flush(scan.surface.get());
    return scan;
}

std::string readCode(const Scan& picture) {
    const auto pixels = picture.grey();
    const ZXing::ImageView view(pixels.data(), picture.width, picture.height,
                                ZXing::ImageFormat::Lum);
    return ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode))
        .text();
}

/// Is anything darker than light grey within the box (millimetres)?
bool hasInk(const Scan& picture, const BoxMm& box) {
    const auto pixels = picture.grey();
    const double scale = picture.width / 210.0;
    for (int y = static_cast<int>(box.y * scale); y < (box.y + box.height) * scale; ++y)
        for (int x = static_cast<int>(box.x * scale); x < (box.x + box.width) * scale; ++x)
            if (pixels[static_cast<std::size_t>(y * picture.width + x)] < 200)
                return true;
    return false;
}

/// Where KIOSK_PICTURES names a folder, what the tests made is left there to be looked at.
void keepForTheEye(const std::string& name, const Bytes& pdf) {
    if (const char* folder = std::getenv("KIOSK_PICTURES"))
        REQUIRE(writeFile(std::filesystem::path(folder) / name, pdf));
}

} // namespace

TEST_CASE("R7 the code on a printed sheet reads back at 200 dpi and below") {
    for (const double dpi : {300.0, 200.0, 150.0, 100.0}) {
        INFO(dpi);
        CHECK(readCode(scan(bordered(1, 210, 297), marks(), dpi)) == kCode);
    }
}

TEST_CASE("R7 the longest copy number there can be still reads back") {
    SheetMarks longest = marks();
    longest.copyNumber = "ABCDEFGHJKLMNPQRSTUVWXYZ01234567";
    longest.code = toText(CopyCode{.regionCode = "990000", .copyNumber = longest.copyNumber});
    CHECK(readCode(scan(bordered(1, 210, 297), longest, 200)) == longest.code);
}

TEST_CASE("R7 each page of a licence becomes one A4 sheet of a PDF") {
    const auto sheet = composeSheet(bordered(3, 210, 297), marks());
    REQUIRE(sheet);
    CHECK(sheet->pages == 3);
    const std::string pdf = toText(sheet->pdf);
    CHECK(pdf.starts_with("%PDF-"));
    CHECK(pdf.find("%%EOF") != std::string::npos);
    keepForTheEye("sheet-portrait.pdf", sheet->pdf);
    keepForTheEye("sheet-landscape.pdf", composeSheet(bordered(1, 420, 297), marks())->pdf);
    keepForTheEye("sheet-small.pdf", composeSheet(bordered(1, 86, 54), marks())->pdf);
}

TEST_CASE("R7 a licence that draws outside its page leaves the strip alone") {
    SheetPages pages = bordered(1, 210, 297);
    pages.draw = [](std::size_t, cairo_t* context) -> Result<> {
        cairo_set_source_rgb(context, 0, 0, 0);
        cairo_rectangle(context, -500, -500, 2000, 2000);
        cairo_fill(context);
        return {};
    };
    const Scan picture = scan(pages, marks(), 200);
    CHECK(readCode(picture) == kCode);
    CHECK_FALSE(hasInk(picture, {.x = 0, .y = 247, .width = 210, .height = 2.5}));
}

TEST_CASE("R7 no mark, however long, runs into the code or off the sheet") {
    std::string endless;
    for (int i = 0; i < 60; ++i)
        endless += "办理事项";
    SheetMarks what = marks();
    what.purpose = what.statusLine = what.kioskName = what.printedAt = endless;
    const Scan picture = scan(bordered(1, 210, 297), what, 200);
    CHECK(readCode(picture) == kCode);
    CHECK_FALSE(hasInk(picture, {.x = 163, .y = 251, .width = 4.5, .height = 32}));
    CHECK_FALSE(hasInk(picture, {.x = 0, .y = 251, .width = 13.5, .height = 45}));
    CHECK_FALSE(hasInk(picture, {.x = 0, .y = 289, .width = 210, .height = 7.5}));
}

TEST_CASE("a turned licence has its top at the sheet's right") {
    const Scan picture = scan(bordered(1, 420, 297), marks(), 100);
    const BoxMm topRight{.x = 175, .y = 10, .width = 8, .height = 8};
    const BoxMm topLeft{.x = 34, .y = 10, .width = 3, .height = 8};
    CHECK(hasInk(picture, topRight));
    CHECK_FALSE(hasInk(picture, topLeft));
}

TEST_CASE("the PDF's metadata says nothing about anybody") {
    const std::string pdf = toText(composeSheet(bordered(1, 210, 297), marks())->pdf);
    for (const auto* key : {"/Author", "/Subject", "/Keywords"})
        CHECK(pdf.find(key) == std::string::npos);
}

TEST_CASE("a page that cannot be drawn fails the sheet, and says which error it was") {
    SheetPages pages = bordered(2, 210, 297);
    pages.draw = [](std::size_t page, cairo_t*) -> Result<> {
        if (page == 1)
            return fail(ErrorKind::malformed, "document.page", Remedy::supplier);
        return {};
    };
    const auto sheet = composeSheet(pages, marks());
    REQUIRE_FALSE(sheet);
    CHECK(sheet.error().code() == "sheet.drawing-failed");
    CHECK(sheet.error().detail() == "document.page");
}

TEST_CASE("a code that no QR can hold fails the sheet") {
    SheetMarks what = marks();
    what.code.assign(5000, 'A');
    CHECK(composeSheet(bordered(1, 210, 297), what).error().code() == "sheet.drawing-failed");
}

TEST_CASE("a slip is one sheet, with and without a number and a code") {
    const Slip whole{.heading = "您的申请已保存在本机，尚未发送",
                     .lines = {"网络恢复后自动发送，无需再次提交。", "Kept here, not sent yet.",
                               "查询电话 12345"},
                     .code = kCode,
                     .number = "A 017"};
    const Slip plain{.heading = "请到 3 号窗口办理", .lines = {"请携带身份证。"}};
    for (const Slip& slip : {whole, plain}) {
        const auto sheet = composeSlip(slip);
        REQUIRE(sheet);
        CHECK(sheet->pages == 1);
        CHECK(toText(sheet->pdf).starts_with("%PDF-"));
    }
    keepForTheEye("slip.pdf", composeSlip(whole)->pdf);
    keepForTheEye("slip-plain.pdf", composeSlip(plain)->pdf);
}

} // namespace kiosk::document
