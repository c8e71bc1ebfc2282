// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/faces/dates.h"
#include "tests/sandbox/issuing/faces/face_fields.h"
#include "tests/sandbox/issuing/faces/ornament.h"

namespace kiosk::sandbox {

namespace {

constexpr SizeMm kSize{{297}, {210}};
constexpr double kMiddle = 148.5;
constexpr double kFirstBaseline = 92;
constexpr Colour kGold{164, 124, 62};
constexpr Colour kCrest{186, 44, 38};
constexpr ornament::Paper kPaper{
    .ground = {255, 253, 247}, .waves = {247, 238, 219}, .inset = 12, .edge = kGold, .band = 9};

constexpr TextStyle kLabel{.face = Face::song, .sizeMm = 4.5};
constexpr TextStyle kValue{.face = Face::song, .sizeMm = 4.5};

const Column kLeft{.labelX = 33,
                   .valueX = 62,
                   .valueWidth = 84,
                   .lineHeight = 7.4,
                   .gap = 5,
                   .label = kLabel,
                   .value = kValue,
                   .labelWidth = 22.5};
const Column kRight{.labelX = 162,
                    .valueX = 191,
                    .valueWidth = 74,
                    .lineHeight = 7.4,
                    .gap = 5,
                    .label = kLabel,
                    .value = kValue,
                    .labelWidth = 22.5};

void drawPaper(PageWriter& artwork) {
    ornament::paper(artwork, {9, 9, 279, 192}, kPaper);
    ornament::crest(artwork, kMiddle, 37, 10.5, kCrest);
    artwork.text(kMiddle, 68, "营业执照",
                 {.face = Face::song, .sizeMm = 17, .align = Align::centre, .spacingMm = 9});
    artwork.text(kMiddle, 78, "（副本）",
                 {.face = Face::song, .sizeMm = 5.6, .align = Align::centre, .spacingMm = 1.5});
}

/// The number in a box of its own at the upper left.
void setCreditCode(LicencePage& page, const std::string& code) {
    page.artwork.text(33, 42, "统一社会信用代码", {.face = Face::song, .sizeMm = 4});
    page.values.text(33, 50, code, {.face = Face::hei, .sizeMm = 5});
    page.artwork.line(33, 53, 95, 53, {.stroke = kGold, .widthMm = 0.25});
}

} // namespace

LicencePage setBusinessLicence(const LicenceFace& face) {
    const Licence& licence = face.licence;
    LicencePage page(kSize);
    drawPaper(page.artwork);
    setCreditCode(page, licence.number);
    kLeft.set(page, kFirstBaseline,
              {{"名称", licence.holder.name},
               {"类型", fieldValue(face, "类型")},
               {"法定代表人", fieldValue(face, "法定代表人")},
               {"经营范围", fieldValue(face, "经营范围")}});
    std::vector<Field> right{{"注册资本", fieldValue(face, "注册资本")},
                             {"成立日期", faceDate(licence.issuedOn)},
                             {"营业期限", validityText(licence)},
                             {"住所", fieldValue(face, "住所")}};
    for (const Field& field :
         otherFields(face, {"类型", "法定代表人", "经营范围", "注册资本", "住所"}))
        right.push_back(field);
    kRight.set(page, kFirstBaseline, right);
    page.artwork.text(170, 154.8, "登记机关", {.face = Face::song, .sizeMm = 5, .spacingMm = 1.2});
    setSealedIssuer(page, 230, 162, licence);
    setIdentifier(page, kMiddle, 188.5, Align::centre, licence);
    return page;
}

} // namespace kiosk::sandbox
