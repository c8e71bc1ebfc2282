// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "tests/unit/document/sheet/scan.h"

namespace kiosk::document {

namespace {

using tests::sampleMarks;

const std::string kCode = sampleMarks().code;

/// Where KIOSK_PICTURES names a folder, what the tests made is left there to be looked at.
void keepForTheEye(const std::string& name, const Bytes& pdf) {
    if (const char* folder = std::getenv("KIOSK_PICTURES"))
        REQUIRE(writeFile(std::filesystem::path(folder) / name, pdf));
}

} // namespace

TEST_CASE("R7 the code on a printed sheet reads back at 200 dpi and below") {
    for (const double dpi : {300.0, 200.0, 150.0, 120.0}) {
        INFO(dpi);
        CHECK(readCode(scan(bordered(1, 210, 297), sampleMarks(), dpi)) == kCode);
    }
}

TEST_CASE("R7 the longest code there can be still reads back") {
    SheetMarks longest = sampleMarks();
    longest.copyNumber.value = "ABCDEFGHJKLMNPQRSTUVWXYZ01234567";
    CopyCode code = tests::sampleCopyCode(longest.copyNumber.value);
    code.typeCode = "ABCDEFGHJKLMNPQRSTUVWXYZ01234567";
    code.purposeKey = "sixteen-letters-";
    longest.code = toText(code);
    CHECK(readCode(scan(bordered(1, 210, 297), longest, 200)) == longest.code);
}

TEST_CASE("R7 each page of a licence becomes one A4 sheet of a PDF") {
    const auto sheet = composeSheet(bordered(3, 210, 297), sampleMarks());
    REQUIRE(sheet);
    CHECK(sheet->pages == 3);
    const std::string pdf = toText(sheet->pdf);
    CHECK(pdf.starts_with("%PDF-"));
    CHECK(pdf.find("%%EOF") != std::string::npos);
    keepForTheEye("sheet-portrait.pdf", sheet->pdf);
    keepForTheEye("sheet-landscape.pdf", composeSheet(bordered(1, 420, 297), sampleMarks())->pdf);
    keepForTheEye("sheet-small.pdf", composeSheet(bordered(1, 86, 54), sampleMarks())->pdf);
    SheetMarks granted = sampleMarks();
    granted.facts.push_back(
        {"经办人 agent", "林**，全部用途，委托至 2027-05-31 林**, any purpose, until 2027-05-31"});
    keepForTheEye("sheet-granted.pdf", composeSheet(bordered(1, 210, 297), granted)->pdf);
}

TEST_CASE("R7 a licence that draws outside its page leaves the strip alone") {
    SheetPages pages = bordered(1, 210, 297);
    pages.draw = [](std::size_t, cairo_t* context) -> Result<> {
        cairo_set_source_rgb(context, 0, 0, 0);
        cairo_rectangle(context, -500, -500, 2000, 2000);
        cairo_fill(context);
        return {};
    };
    const Scan picture = scan(pages, sampleMarks(), 200);
    CHECK(readCode(picture) == kCode);
    CHECK_FALSE(hasInk(picture, {.x = 0, .y = 247, .width = 210, .height = 2.5}));
}

TEST_CASE("R7 no mark, however long, runs into the code or off the sheet") {
    std::string endless;
    for (int i = 0; i < 60; ++i)
        endless += "办理事项";
    SheetMarks what = sampleMarks();
    what.purpose.value = endless;
    for (SheetField& fact : what.facts)
        fact.value = endless;
    const Scan picture = scan(bordered(1, 210, 297), what, 200);
    CHECK(readCode(picture) == kCode);
    CHECK_FALSE(hasInk(picture, {.x = 160, .y = 251, .width = 5.5, .height = 32}));
    CHECK_FALSE(hasInk(picture, {.x = 0, .y = 251, .width = 13.5, .height = 45}));
    CHECK_FALSE(hasInk(picture, {.x = 0, .y = 289, .width = 210, .height = 7.5}));
}

TEST_CASE("a turned licence has its top at the sheet's right") {
    const Scan picture = scan(bordered(1, 420, 297), sampleMarks(), 100);
    const BoxMm topRight{.x = 175, .y = 10, .width = 8, .height = 8};
    const BoxMm topLeft{.x = 34, .y = 10, .width = 3, .height = 8};
    CHECK(hasInk(picture, topRight));
    CHECK_FALSE(hasInk(picture, topLeft));
}

TEST_CASE("the PDF's metadata says nothing about anybody") {
    const std::string pdf = toText(composeSheet(bordered(1, 210, 297), sampleMarks())->pdf);
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
    const auto sheet = composeSheet(pages, sampleMarks());
    REQUIRE_FALSE(sheet);
    CHECK(sheet.error().code() == "sheet.drawing-failed");
    CHECK(sheet.error().detail() == "document.page");
}

TEST_CASE("a code that no QR can hold fails the sheet") {
    SheetMarks what = sampleMarks();
    what.code.assign(5000, 'A');
    CHECK(composeSheet(bordered(1, 210, 297), what).error().code() == "sheet.drawing-failed");
}

TEST_CASE("a slip is one sheet, with and without a number and a code") {
    const Slip whole{.heading = {"您的申请已保存在本机，尚未发送", "Kept here, not sent yet"},
                     .lines = {"网络恢复后自动发送，无需再次提交。", "查询电话 12345"},
                     .code = kCode,
                     .number = "A 017"};
    const Slip plain{.heading = {"请到 3 号窗口办理"}, .lines = {"请携带身份证。"}};
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
