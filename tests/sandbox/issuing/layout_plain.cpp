// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/dates.h"
#include "tests/sandbox/issuing/layout.h"

namespace kiosk::sandbox {

namespace {

constexpr double kMiddle = 105;
constexpr double kLabelEnd = 72;
constexpr double kValueStart = 78;
constexpr double kValueWidth = 105;
constexpr double kLineHeight = 8.5;
constexpr double kFirstBaseline = 86;
constexpr Colour kFrame{36, 74, 112};

void drawFrame(PageWriter& artwork, const std::string& title) {
    artwork.rectangle(12, 12, 186, 273, {.stroke = kFrame, .widthMm = 1.2});
    artwork.rectangle(14.5, 14.5, 181, 268, {.stroke = kFrame, .widthMm = 0.3});
    artwork.text(kMiddle, 50, title,
                 {.face = Face::song, .sizeMm = 12, .align = Align::centre, .spacingMm = 3});
    artwork.line(60, 60, 150, 60, {.stroke = kFrame, .widthMm = 0.4});
}

/// One labelled value; returns the baseline of the next.
double addField(LicencePage& page, double baseline, const std::string& label,
                const std::string& value) {
    page.artwork.text(kLabelEnd, baseline, label,
                      {.face = Face::hei, .sizeMm = 4.8, .align = Align::right});
    const int lines = page.values.paragraph(kValueStart, baseline, kValueWidth, kLineHeight, value,
                                            {.face = Face::kai, .sizeMm = 5});
    return baseline + kLineHeight * lines + 4;
}

} // namespace

LicencePage setPlain(const LicenceFace& face) {
    const Licence& licence = face.licence;
    LicencePage page(kA4);
    drawFrame(page.artwork, licence.typeName);
    page.values.text(kMiddle, 69, "编号：" + licence.number,
                     {.sizeMm = 4.2, .colour = colours::kGrey, .align = Align::centre});
    double baseline = addField(page, kFirstBaseline, "持证主体", licence.holder.name);
    for (const auto& [label, value] : face.fields)
        baseline = addField(page, baseline, label, value);
    addField(page, baseline, "有效期限", validityText(licence));
    page.values.text(150, 236, licence.issuer, {.sizeMm = 5, .align = Align::centre});
    page.values.text(150, 246, faceDate(licence.issuedOn), {.sizeMm = 5, .align = Align::centre});
    page.values.text(kMiddle, 276, "电子证照标识：" + licence.identifier,
                     {.sizeMm = 2.8, .colour = colours::kGrey, .align = Align::centre});
    page.sealX = 150;
    page.sealY = 238;
    return page;
}

} // namespace kiosk::sandbox
