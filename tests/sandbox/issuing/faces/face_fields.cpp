// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/faces/face_fields.h"

#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/licence/check_characters.h"
#include "tests/sandbox/issuing/faces/dates.h"

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

std::string holderNames(const LicenceFace& face) {
    std::string names = face.licence.holder.name;
    for (const Holder& holder : face.coHolders)
        names += "、" + holder.name;
    return names;
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
    const unsigned first = page.values.nextId();
    const int lines =
        page.values.paragraph(valueX, baseline, valueWidth, lineHeight, field.second, value);
    page.tag(field.first, first);
    return baseline + lineHeight * std::max(lines, 1) + gap;
}

double Column::set(LicencePage& page, double baseline, const std::vector<Field>& fields) const {
    for (const Field& field : fields)
        baseline = set(page, baseline, field);
    return baseline;
}

void setIdentifier(LicencePage& page, double x, double baseline, Align align,
                   const Licence& licence) {
    constexpr std::string_view kName = "电子证照标识";
    const TextStyle style{.sizeMm = 2.7, .colour = colours::kGrey};
    const double nameWidth = textWidthMm(kName, style) + style.sizeMm;
    const double width = nameWidth + textWidthMm(licence.identifier, style);
    const double left = align == Align::left ? x : x - (align == Align::centre ? width / 2 : width);
    page.artwork.text(left, baseline, kName, style);
    const unsigned first = page.values.nextId();
    page.values.text(left + nameWidth, baseline, licence.identifier, style);
    page.tag(kName, first);
}

void setSealedIssuer(LicencePage& page, double x, double y, const Licence& licence) {
    constexpr double kWidest = 68;
    const TextStyle style{.sizeMm = 5, .align = Align::centre};
    const unsigned issuer = page.values.nextId();
    page.values.text(x, y - 7.2, licence.issuer, fitted(style, licence.issuer, kWidest));
    page.tag("发证机关", issuer);
    const unsigned date = page.values.nextId();
    page.values.text(x, y + 6.4, faceDate(licence.issuedOn), style);
    page.tag("发证日期", date);
    page.sealX = x;
    page.sealY = y;
}

} // namespace kiosk::sandbox
