// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/faces/code_square.h"
#include "tests/sandbox/issuing/faces/dates.h"
#include "tests/sandbox/issuing/faces/face_fields.h"
#include "tests/sandbox/issuing/faces/ornament.h"

namespace kiosk::sandbox {

namespace {

constexpr SizeMm kSize{{297}, {210}};
constexpr double kMiddle = 148.5;
constexpr double kFirstBaseline = 80;
constexpr Colour kGreen{52, 124, 84};
constexpr ornament::Paper kPaper{
    .ground = {252, 254, 246}, .waves = {229, 241, 222}, .inset = 12, .edge = kGreen, .band = 9};

constexpr TextStyle kLabel{.face = Face::hei, .sizeMm = 4.3, .colour = kGreen};
constexpr TextStyle kValue{.face = Face::song, .sizeMm = 4.5};

const Column kLeft{.labelX = 30,
                   .valueX = 66,
                   .valueWidth = 88,
                   .lineHeight = 6.6,
                   .gap = 5.2,
                   .label = kLabel,
                   .value = kValue,
                   .labelWidth = 30};
const Column kRight{.labelX = 172,
                    .valueX = 211,
                    .valueWidth = 58,
                    .lineHeight = 6.6,
                    .gap = 5.2,
                    .label = kLabel,
                    .value = kValue,
                    .labelWidth = 30};

const std::vector<std::string_view> kRightLabels{"日常监督管理机构", "投诉举报电话", "签发人"};

void setHead(LicencePage& page, const Licence& licence) {
    ornament::crest(page.artwork, kMiddle, 34, 9, kGreen);
    page.artwork.text(kMiddle, 61, licence.typeName,
                      {.face = Face::song, .sizeMm = 14, .align = Align::centre, .spacingMm = 5});
    const TextStyle small{.face = Face::song, .sizeMm = 4};
    page.artwork.text(206, 33, "许可证编号", small);
    const unsigned first = page.values.nextId();
    page.values.text(206, 40, licence.number, {.face = Face::hei, .sizeMm = 4.6});
    page.tag("许可证编号", first);
}

} // namespace

LicencePage setFoodPermit(const LicenceFace& face) {
    const Licence& licence = face.licence;
    LicencePage page(kSize);
    ornament::paper(page.artwork, {9, 9, 279, 192}, kPaper);
    setHead(page, licence);
    std::vector<Field> left{{"经营者名称", holderNames(face)},
                            {"社会信用代码", licence.holder.code}};
    for (const Field& field : otherFields(face, kRightLabels))
        left.push_back(field);
    left.emplace_back("有效期至", licence.expiresOn ? faceDate(*licence.expiresOn) : "长期");
    kLeft.set(page, kFirstBaseline, left);
    std::vector<Field> right;
    for (const std::string_view label : kRightLabels)
        right.emplace_back(label, fieldValue(face, label));
    right.emplace_back("发证机关", "");
    kRight.set(page, kFirstBaseline, right);
    setSealedIssuer(page, 234, 146, licence);
    setCodeSquare(page.artwork, {30, 29, 24, 24}, licence.identifier);
    setIdentifier(page, kMiddle, 188.5, Align::centre, licence);
    return page;
}

} // namespace kiosk::sandbox
