// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/faces/dates.h"
#include "tests/sandbox/issuing/faces/face_fields.h"
#include "tests/sandbox/issuing/faces/ornament.h"

namespace kiosk::sandbox {

namespace {

constexpr SizeMm kSize{{250}, {176}}; // a booklet, opened
constexpr double kFold = 125;
constexpr double kLeftMiddle = 66;
constexpr Colour kRed{178, 34, 42};
constexpr ornament::Paper kPaper{
    .ground = {255, 250, 248}, .waves = {250, 232, 229}, .inset = 9, .edge = kRed, .band = 6.5};

const Column kColumn{.labelX = 138,
                     .valueX = 172,
                     .valueWidth = 62,
                     .lineHeight = 7.4,
                     .gap = 5.4,
                     .label = {.face = Face::kai, .sizeMm = 5, .colour = kRed},
                     .value = {.face = Face::song, .sizeMm = 5},
                     .labelWidth = 28};

void drawPaper(PageWriter& artwork, const std::string& title) {
    ornament::paper(artwork, {8, 8, 234, 160}, kPaper);
    artwork.line(kFold, 20, kFold, 150, {.stroke = kRed, .widthMm = 0.15});
    artwork.text(kLeftMiddle, 46, "囍",
                 {.face = Face::hei, .sizeMm = 20, .colour = kRed, .align = Align::centre});
    artwork.text(
        kLeftMiddle, 69, title,
        {.face = Face::song, .sizeMm = 13, .colour = kRed, .align = Align::centre, .spacingMm = 5});
    artwork.text(kLeftMiddle, 146, "结婚申请，符合法律规定，予以登记，发给此证。",
                 {.face = Face::kai, .sizeMm = 4.1, .align = Align::centre});
}

/// Both of them side by side in one picture.
void drawCouple(PageWriter& artwork) {
    ornament::portrait(artwork, {kLeftMiddle - 28, 80, 28, 36});
    ornament::portrait(artwork, {kLeftMiddle, 80, 28, 36});
    artwork.rectangle(kLeftMiddle - 29, 79, 58, 38, {.stroke = kRed, .widthMm = 0.4});
}

std::vector<Field> fieldsOf(const LicenceFace& face) {
    const Licence& licence = face.licence;
    std::vector<Field> fields{{"持证人", licence.holder.name},
                              {"登记日期", faceDate(licence.issuedOn)},
                              {"结婚证字号", licence.number}};
    if (const auto sex = sexIn(licence.holder.code))
        fields.emplace_back("性别", *sex);
    fields.emplace_back("身份证件号", licence.holder.code);
    for (const Field& field : otherFields(face, {"持证人", "登记机关"}))
        fields.push_back(field);
    return fields;
}

} // namespace

LicencePage setMarriageCertificate(const LicenceFace& face) {
    LicencePage page(kSize);
    drawPaper(page.artwork, face.licence.typeName);
    drawCouple(page.artwork);
    kColumn.set(page, 38, fieldsOf(face));
    page.artwork.text(138, 122.8, "登记机关", {.face = Face::kai, .sizeMm = 5, .colour = kRed});
    setSealedIssuer(page, 200, 130, face.licence);
    setIdentifier(page, kFold, 157, Align::centre, face.licence);
    return page;
}

} // namespace kiosk::sandbox
