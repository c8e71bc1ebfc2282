// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/faces/face_fields.h"
#include "tests/sandbox/issuing/faces/ornament.h"

namespace kiosk::sandbox {

namespace {

constexpr SizeMm kSize{{210}, {148}};
constexpr Colour kTeal{22, 108, 120};
constexpr ornament::Paper kPaper{
    .ground = {244, 250, 250}, .waves = {221, 238, 239}, .edge = kTeal};

const Column kColumn{.labelX = 24,
                     .valueX = 54,
                     .valueWidth = 84,
                     .lineHeight = 6.6,
                     .gap = 3.2,
                     .label = {.face = Face::hei, .sizeMm = 3.9, .colour = kTeal},
                     .value = {.face = Face::song, .sizeMm = 4.6},
                     .labelWidth = 23.4};

void drawPaper(PageWriter& artwork, const Licence& licence) {
    const ornament::Rectangle card{9, 9, 192, 130};
    ornament::paper(artwork, card, kPaper);
    ornament::rosette(artwork, 62, 88, 40, 36, {.stroke = kPaper.waves, .widthMm = 0.15});
    artwork.rectangle(card.x, card.y, card.width, 24, {.stroke = std::nullopt, .fill = kTeal});
    constexpr Colour kWhite{255, 255, 255};
    ornament::crest(artwork, 26, 21, 7.5, kWhite);
    artwork.text(38, 24.6, licence.region.name + licence.typeName,
                 {.face = Face::hei, .sizeMm = 9, .colour = kWhite, .spacingMm = 1.6});
    artwork.text(193, 23.6, "RESIDENCE PERMIT",
                 {.face = Face::hei,
                  .sizeMm = 3.4,
                  .colour = kWhite,
                  .align = Align::right,
                  .spacingMm = 0.4});
}

std::vector<Field> fieldsOf(const LicenceFace& face) {
    const Licence& licence = face.licence;
    std::vector<Field> fields{{"姓名", licence.holder.name}};
    if (const auto sex = sexIn(licence.holder.code))
        fields.emplace_back("性别", *sex);
    if (const auto birth = birthDateIn(licence.holder.code))
        fields.emplace_back("出生日期", *birth);
    fields.insert(fields.end(), face.fields.begin(), face.fields.end());
    fields.emplace_back("公民身份号码", licence.holder.code);
    fields.emplace_back("签发机关", licence.issuer);
    fields.emplace_back("有效期限", validityText(licence));
    return fields;
}

} // namespace

LicencePage setResidencePermit(const LicenceFace& face) {
    LicencePage page(kSize);
    drawPaper(page.artwork, face.licence);
    ornament::portrait(page.artwork, {152, 40, 34, 44});
    kColumn.set(page, 45.5, fieldsOf(face));
    setIdentifier(page, 24, 133.5, Align::left, face.licence);
    page.sealX = 172;
    page.sealY = 110;
    return page;
}

} // namespace kiosk::sandbox
