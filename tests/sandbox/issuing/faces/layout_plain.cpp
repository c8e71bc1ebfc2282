// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/faces/face_fields.h"
#include "tests/sandbox/issuing/faces/ornament.h"

namespace kiosk::sandbox {

namespace {

constexpr Colour kFrame{46, 92, 138};
constexpr Colour kGround{250, 252, 254};
constexpr double kMiddle = 105;

const Column kColumn{.labelX = 34,
                     .valueX = 68,
                     .valueWidth = 108,
                     .lineHeight = 8.2,
                     .gap = 4.4,
                     .label = {.face = Face::hei, .sizeMm = 4.7},
                     .value = {.face = Face::kai, .sizeMm = 5.1},
                     .labelWidth = 24};

void drawPaper(PageWriter& artwork, const std::string& title) {
    const ornament::Rectangle frame{11, 11, 188, 275};
    artwork.rectangle(frame.x, frame.y, frame.width, frame.height,
                      {.stroke = std::nullopt, .fill = kGround});
    ornament::braidedFrame(artwork, frame, 7, kFrame);
    ornament::crest(artwork, kMiddle, 36, 8.5, kFrame);
    artwork.text(kMiddle, 65, title,
                 {.face = Face::song, .sizeMm = 12, .align = Align::centre, .spacingMm = 2.4});
}

} // namespace

LicencePage setPlain(const LicenceFace& face) {
    const Licence& licence = face.licence;
    LicencePage page(kA4);
    drawPaper(page.artwork, licence.typeName);
    page.values.text(kMiddle, 77, "编号 " + licence.number,
                     {.sizeMm = 4.2, .colour = colours::kGrey, .align = Align::centre});
    double baseline = kColumn.set(page, 96, {"持证主体", licence.holder.name});
    baseline = kColumn.set(page, baseline, face.fields);
    kColumn.set(page, baseline, {"有效期限", validityText(licence)});
    setSealedIssuer(page, 146, 236, licence);
    setIdentifier(page, kMiddle, 273, Align::centre, licence);
    return page;
}

} // namespace kiosk::sandbox
