// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/faces/code_square.h"
#include "tests/sandbox/issuing/faces/face_fields.h"
#include "tests/sandbox/issuing/faces/ornament.h"

namespace kiosk::sandbox {

namespace {

constexpr SizeMm kSize{{366}, {260}}; // a booklet of B5, opened
constexpr double kFold = 183;
constexpr double kLeftMiddle = 96;
constexpr double kRightMiddle = 265;
constexpr Colour kRed{168, 48, 44};
constexpr Colour kLines{150, 92, 84};
constexpr ornament::Paper kPaper{.ground = {255, 248, 242},
                                 .waves = {250, 230, 218},
                                 .inset = 12,
                                 .edge = {206, 142, 112},
                                 .band = 7};

constexpr double kTableLeft = 192;
constexpr double kTableWidth = 146;
constexpr double kLabelWidth = 32;
constexpr TextStyle kLabel{.face = Face::song, .sizeMm = 4.6};
constexpr TextStyle kValue{.face = Face::kai, .sizeMm = 5};

/// A row of the table: its label in the middle of the narrow cell, the value wrapping beside it.
struct Row {
    std::string label;
    std::string value;
    double height = 16;
};

double setRow(LicencePage& page, double top, const Row& row) {
    const PathStyle line{.stroke = kLines, .widthMm = 0.3};
    page.artwork.rectangle(kTableLeft, top, kLabelWidth, row.height, line);
    page.artwork.rectangle(kTableLeft + kLabelWidth, top, kTableWidth - kLabelWidth, row.height,
                           line);
    TextStyle centred = kLabel;
    centred.align = Align::centre;
    const double middle = top + row.height / 2 + 1.8;
    page.artwork.text(kTableLeft + kLabelWidth / 2, middle, row.label, centred);
    const double width = kTableWidth - kLabelWidth - 6;
    constexpr double kLineHeight = 6.6;
    const std::size_t lines = brokenLines(row.value, width, kValue).size();
    const unsigned first = page.values.nextId();
    page.values.paragraph(kTableLeft + kLabelWidth + 3,
                          middle - (static_cast<double>(lines) - 1) * kLineHeight / 2, width,
                          kLineHeight, row.value, kValue);
    page.tag(row.label, first);
    return top + row.height;
}

void drawStatement(LicencePage& page, const LicenceFace& face) {
    ornament::crest(page.artwork, kLeftMiddle, 54, 15, kRed);
    page.artwork.text(
        kLeftMiddle, 96, face.licence.typeName,
        {.face = Face::song, .sizeMm = 14, .colour = kRed, .align = Align::centre, .spacingMm = 4});
    page.artwork.paragraph(40, 120, 114, 9.4,
                           "　　依照有关法律法规，为保护不动产权利人合法权益，对不动产权利人申请登"
                           "记的本证所列不动产权利，经审查核实，准予登记，颁发此证。",
                           {.face = Face::kai, .sizeMm = 5.6});
    page.artwork.text(40, 182, "登记机构（章）", {.face = Face::song, .sizeMm = 5});
    setSealedIssuer(page, 118, 196, face.licence);
    setCodeSquare(page.artwork, {40, 205, 22, 22}, face.licence.identifier);
}

std::vector<Row> rowsOf(const LicenceFace& face) {
    std::vector<Row> rows{{"权利人", holderNames(face)}};
    for (const char* label :
         {"共有情况", "坐落", "不动产单元号", "权利类型", "权利性质", "用途", "面积"})
        rows.push_back({label, fieldValue(face, label)});
    rows.push_back({"使用期限", validityText(face.licence)});
    std::string others;
    for (const Field& field : otherFields(
             face, {"共有情况", "坐落", "不动产单元号", "权利类型", "权利性质", "用途", "面积"}))
        others += field.first + "：" + field.second + "；";
    rows.push_back({"权利其他状况", others, 44});
    return rows;
}

} // namespace

LicencePage setPropertyCertificate(const LicenceFace& face) {
    LicencePage page(kSize);
    ornament::paper(page.artwork, {9, 9, 348, 242}, kPaper);
    page.artwork.line(kFold, 24, kFold, 236, {.stroke = kPaper.edge, .widthMm = 0.2});
    drawStatement(page, face);
    const unsigned first = page.values.nextId();
    page.values.text(kRightMiddle, 36, face.licence.number,
                     {.face = Face::hei, .sizeMm = 5.2, .align = Align::centre});
    page.tag("不动产权证号", first);
    double top = 43;
    for (const Row& row : rowsOf(face))
        top = setRow(page, top, row);
    setIdentifier(page, kRightMiddle, 240, Align::centre, face.licence);
    return page;
}

} // namespace kiosk::sandbox
