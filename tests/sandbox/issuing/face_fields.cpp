// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/face_fields.h"

#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/licence/check_characters.h"
#include "tests/sandbox/issuing/dates.h"

namespace kiosk::sandbox {

std::string fieldValue(const LicenceFace& face, std::string_view label) {
    const auto found = std::ranges::find(face.fields, label, &Field::first);
    return found != face.fields.end() ? found->second : "";
}

std::vector<Field> otherFields(const LicenceFace& face,
                               const std::vector<std::string_view>& labels) {
    std::vector<Field> others;
    std::ranges::copy_if(face.fields, std::back_inserter(others), [&](const Field& field) {
        return std::ranges::find(labels, field.first) == labels.end();
    });
    return others;
}

std::string validityText(const Licence& licence) {
    return faceDate(licence.issuedOn) + "至" +
           (licence.expiresOn ? faceDate(*licence.expiresOn) : "长期");
}

std::optional<std::string> sexIn(std::string_view citizenNumber) {
    if (!isCitizenNumber(citizenNumber))
        return std::nullopt;
    return (citizenNumber[16] - '0') % 2 == 1 ? "男" : "女";
}

std::optional<std::string> birthDateIn(std::string_view citizenNumber) {
    if (!isCitizenNumber(citizenNumber))
        return std::nullopt;
    const std::string digits(citizenNumber.substr(6, 8));
    return digits.substr(0, 4) + "年" + digits.substr(4, 2) + "月" + digits.substr(6, 2) + "日";
}

double Column::set(LicencePage& page, double baseline, const Field& field) const {
    TextStyle spaced = label;
    const auto letters = static_cast<double>(codePoints(field.first).size());
    const double natural = textWidthMm(field.first, label);
    if (letters > 1 && natural < labelWidth)
        spaced.spacingMm = (labelWidth - natural) / (letters - 1);
    page.artwork.text(labelX, baseline, field.first, spaced);
    const int lines =
        page.values.paragraph(valueX, baseline, valueWidth, lineHeight, field.second, value);
    return baseline + lineHeight * std::max(lines, 1) + gap;
}

double Column::set(LicencePage& page, double baseline, const std::vector<Field>& fields) const {
    for (const Field& field : fields)
        baseline = set(page, baseline, field);
    return baseline;
}

void setIdentifier(LicencePage& page, double x, double baseline, Align align,
                   const Licence& licence) {
    page.values.text(x, baseline, "电子证照标识 " + licence.identifier,
                     {.sizeMm = 2.7, .colour = colours::kGrey, .align = align});
}

void setSealedIssuer(LicencePage& page, double x, double y, const Licence& licence) {
    const TextStyle style{.sizeMm = 5, .align = Align::centre};
    page.values.text(x, y - 7.2, licence.issuer, style);
    page.values.text(x, y + 6.4, faceDate(licence.issuedOn), style);
    page.sealX = x;
    page.sealY = y;
}

} // namespace kiosk::sandbox
