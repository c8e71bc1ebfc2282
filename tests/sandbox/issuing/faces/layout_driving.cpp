// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/faces/dates.h"
#include "tests/sandbox/issuing/faces/face_fields.h"
#include "tests/sandbox/issuing/faces/ornament.h"

namespace kiosk::sandbox {

namespace {

constexpr SizeMm kSize{{210}, {148}};
constexpr Colour kGreen{34, 104, 74};
constexpr ornament::Paper kPaper{
    .ground = {248, 252, 248}, .waves = {228, 241, 232}, .edge = kGreen};
constexpr double kLeft = 17;
constexpr double kRight = 193;
constexpr double kCellHeight = 13;

/// One cell of the table: a small bilingual label over the value.
struct Cell {
    double x = 0;
    double y = 0;
    double width = 0;
    std::string label;
    std::string english;
    std::string value;
};

void setCell(LicencePage& page, const Cell& cell) {
    page.artwork.rectangle(cell.x, cell.y, cell.width, kCellHeight,
                           {.stroke = kGreen, .widthMm = 0.25});
    const TextStyle small{.face = Face::hei, .sizeMm = 2.7, .colour = kGreen};
    page.artwork.text(cell.x + 2, cell.y + 4.2, cell.label + " " + cell.english, small);
    const unsigned first = page.values.nextId();
    const TextStyle large{.face = Face::song, .sizeMm = 4.7};
    page.values.text(cell.x + 2, cell.y + 10.6, cell.value,
                     fitted(large, cell.value, cell.width - 4));
    page.tag(cell.label, first);
}

void drawPaper(PageWriter& artwork, const std::string& title) {
    ornament::paper(artwork, {9, 9, 192, 130}, kPaper);
    artwork.text(105, 26, title,
                 {.face = Face::song, .sizeMm = 10, .align = Align::centre, .spacingMm = 2.2});
    artwork.text(105, 33, "DRIVING LICENCE",
                 {.face = Face::hei,
                  .sizeMm = 3.4,
                  .colour = kGreen,
                  .align = Align::centre,
                  .spacingMm = 0.8});
}

/// The rows beside the photograph are narrower than those below it.
std::vector<Cell> cellsOf(const LicenceFace& face) {
    const Licence& licence = face.licence;
    const double beside = 134;
    const auto row = [](int number) { return 39 + number * kCellHeight; };
    const std::string until = licence.expiresOn ? faceDate(*licence.expiresOn) : "长期";
    return {{kLeft, row(0), beside, "证号", "Licence No.", licence.number},
            {kLeft, row(1), 60, "姓名", "Name", licence.holder.name},
            {kLeft + 60, row(1), 30, "性别", "Sex", sexIn(licence.holder.code).value_or("")},
            {kLeft + 90, row(1), 44, "国籍", "Nationality", fieldValue(face, "国籍")},
            {kLeft, row(2), beside, "住址", "Address", fieldValue(face, "住址")},
            {kLeft, row(3), 67, "出生日期", "Date of birth",
             birthDateIn(licence.holder.code).value_or("")},
            {kLeft + 67, row(3), 67, "初次领证日期", "First issue", faceDate(licence.issuedOn)},
            {kLeft, row(4), 40, "准驾车型", "Class", fieldValue(face, "准驾车型")},
            {kLeft + 40, row(4), kRight - kLeft - 40, "有效期限", "Valid period",
             faceDate(licence.issuedOn) + " 至 " + until}};
}

} // namespace

LicencePage setDrivingLicence(const LicenceFace& face) {
    LicencePage page(kSize);
    drawPaper(page.artwork, face.licence.typeName);
    for (const Cell& cell : cellsOf(face))
        setCell(page, cell);
    ornament::portrait(page.artwork, {155, 40.5, 36.5, 49});
    page.artwork.text(kLeft + 2, 115, "发证机关 Issued by",
                      {.face = Face::hei, .sizeMm = 2.7, .colour = kGreen});
    page.values.text(kLeft + 2, 122.5, face.licence.issuer, {.face = Face::song, .sizeMm = 4.7});
    setIdentifier(page, kLeft + 2, 134, Align::left, face.licence);
    page.sealX = 173;
    page.sealY = 113;
    return page;
}

} // namespace kiosk::sandbox
