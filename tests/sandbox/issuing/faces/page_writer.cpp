// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/faces/page_writer.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "firmware/base/text.h"

namespace kiosk::sandbox {

namespace {

struct FontResource {
    Face face;
    unsigned id;
    std::string_view name;
};

constexpr std::array kFonts{
    FontResource{Face::song, 2, "SimSun"},
    FontResource{Face::kai, 3, "KaiTi"},
    FontResource{Face::hei, 4, "SimHei"},
};

unsigned fontId(Face face) {
    for (const FontResource& font : kFonts)
        if (font.face == face)
            return font.id;
    return kFonts.front().id;
}

/// Advance in parts of the size: the Chinese faces named here have Latin letters half as wide as a
/// character, and so has what a kiosk draws in their place.
double advance(char32_t letter) {
    return letter < 0x80 ? 0.5 : 1.0;
}

std::string colourElement(std::string_view element, Colour colour) {
    return "<ofd:" + std::string(element) + " Value=\"" + std::to_string(colour.red) + " " +
           std::to_string(colour.green) + " " + std::to_string(colour.blue) + "\"/>";
}

std::string box(double x, double y, double width, double height) {
    return mm(x) + " " + mm(y) + " " + mm(width) + " " + mm(height);
}

double startOf(double x, double width, Align align) {
    switch (align) {
    case Align::left:
        return x;
    case Align::centre:
        return x - width / 2;
    case Align::right:
        return x - width;
    }
    return x;
}

/// The steps between letters: one fewer than there are letters.
std::string deltas(const std::u32string& letters, const TextStyle& style) {
    std::string steps;
    for (std::size_t i = 0; i + 1 < letters.size(); ++i)
        steps += (i > 0 ? " " : "") + mm(advance(letters[i]) * style.sizeMm + style.spacingMm);
    return steps;
}

bool mayNotBeginLine(char32_t letter) {
    return std::u32string_view(U"，。、；：）》”！？").contains(letter);
}

bool mayNotEndLine(char32_t letter) {
    return std::u32string_view(U"（《“").contains(letter);
}

bool isWordPart(char32_t letter) {
    return letter > U' ' && letter < 0x80 && letter != U'/' && letter != U'-';
}

/// Whether a line may end before the letter at `at`.
bool mayBreak(std::u32string_view letters, std::size_t at) {
    return !mayNotBeginLine(letters[at]) && !mayNotEndLine(letters[at - 1]) &&
           !(isWordPart(letters[at]) && isWordPart(letters[at - 1]));
}

/// Where the next line ends: as many letters as fit, at a place where a line may end if there is
/// one near.
std::size_t lettersThatFit(std::u32string_view letters, double width, const TextStyle& style) {
    double used = 0;
    std::size_t count = 0;
    while (count < letters.size() && used + advance(letters[count]) * style.sizeMm <= width) {
        used += advance(letters[count]) * style.sizeMm + style.spacingMm;
        ++count;
    }
    count = std::max<std::size_t>(count, 1);
    if (count == letters.size())
        return count;
    constexpr std::size_t kFurthestBack = 12;
    for (std::size_t back = 0; back < std::min(kFurthestBack, count); ++back)
        if (mayBreak(letters, count - back))
            return count - back;
    return count;
}

} // namespace

std::string escapedXml(std::string_view text) {
    std::string escaped;
    for (char c : text) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

std::string mm(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3f", value);
    std::string number = text.data();
    number.erase(number.find_last_not_of('0') + 1);
    if (number.back() == '.')
        number.pop_back();
    return number == "-0" ? "0" : number;
}

std::string xmlFile(std::string_view root, std::string_view content) {
    const std::string name = "ofd:" + std::string(root.substr(0, root.find(' ')));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ofd:" + std::string(root) +
           " xmlns:ofd=\"http://www.ofdspec.org/2016\">" + std::string(content) + "</" + name + ">";
}

double textWidthMm(std::string_view text, const TextStyle& style) {
    const std::u32string letters = codePoints(text);
    double width = 0;
    for (char32_t letter : letters)
        width += advance(letter) * style.sizeMm + style.spacingMm;
    return letters.empty() ? 0 : width - style.spacingMm;
}

TextStyle fitted(TextStyle style, std::string_view text, double width) {
    if (const double natural = textWidthMm(text, style); natural > width)
        style.sizeMm *= width / natural;
    return style;
}

std::vector<std::string> brokenLines(std::string_view text, double width, const TextStyle& style) {
    const std::u32string letters = codePoints(text);
    std::u32string_view rest = letters;
    std::vector<std::string> lines;
    while (!rest.empty()) {
        const std::size_t count = lettersThatFit(rest, width, style);
        lines.push_back(toUtf8(rest.substr(0, count)));
        rest.remove_prefix(count);
    }
    return lines;
}

void PageWriter::text(double x, double baseline, std::string_view text, const TextStyle& style) {
    const std::u32string letters = codePoints(text);
    if (letters.empty())
        return;
    const double width = textWidthMm(text, style);
    const double top = baseline - style.sizeMm;
    const std::string size = mm(style.sizeMm);
    objects_ += "<ofd:TextObject ID=\"" + std::to_string(nextId_++) + "\" Boundary=\"" +
                box(startOf(x, width, style.align), top, width + 0.5, style.sizeMm * 1.35) +
                "\" Font=\"" + std::to_string(fontId(style.face)) + "\" Size=\"" + size + "\">" +
                colourElement("FillColor", style.colour) + "<ofd:TextCode X=\"0\" Y=\"" + size +
                "\"";
    if (letters.size() > 1)
        objects_ += " DeltaX=\"" + deltas(letters, style) + "\"";
    objects_ += ">" + escapedXml(text) + "</ofd:TextCode></ofd:TextObject>";
}

int PageWriter::paragraph(double x, double firstBaseline, double width, double lineHeight,
                          std::string_view text, const TextStyle& style) {
    int lines = 0;
    for (const std::string& line : brokenLines(text, width, style))
        this->text(x, firstBaseline + lines++ * lineHeight, line, style);
    return lines;
}

void PageWriter::path(std::string_view data, const PathStyle& style) {
    objects_ += "<ofd:PathObject ID=\"" + std::to_string(nextId_++) + "\" Boundary=\"" +
                box(0, 0, page_.width.value, page_.height.value) + "\" LineWidth=\"" +
                mm(style.widthMm) + "\" Join=\"Round\"";
    if (!style.stroke)
        objects_ += " Stroke=\"false\"";
    if (style.fill)
        objects_ += " Fill=\"true\"";
    if (style.alpha != 255)
        objects_ += " Alpha=\"" + std::to_string(style.alpha) + "\"";
    objects_ += ">";
    if (style.fill)
        objects_ += colourElement("FillColor", *style.fill);
    if (style.stroke)
        objects_ += colourElement("StrokeColor", *style.stroke);
    objects_ += "<ofd:AbbreviatedData>" + std::string(data) + "</ofd:AbbreviatedData>";
    objects_ += "</ofd:PathObject>";
}

void PageWriter::line(double x1, double y1, double x2, double y2, const PathStyle& style) {
    path("M " + mm(x1) + " " + mm(y1) + " L " + mm(x2) + " " + mm(y2), style);
}

void PageWriter::rectangle(double x, double y, double width, double height,
                           const PathStyle& style) {
    const std::string right = mm(x + width);
    const std::string bottom = mm(y + height);
    path("M " + mm(x) + " " + mm(y) + " L " + right + " " + mm(y) + " L " + right + " " + bottom +
             " L " + mm(x) + " " + bottom + " C",
         style);
}

void PageWriter::circle(double x, double y, double radius, const PathStyle& style) {
    const std::string r = mm(radius);
    path("M " + mm(x - radius) + " " + mm(y) + " A " + r + " " + r + " 0 1 1 " + mm(x + radius) +
             " " + mm(y) + " A " + r + " " + r + " 0 1 1 " + mm(x - radius) + " " + mm(y) + " C",
         style);
}

std::string PageWriter::xml() const {
    const std::string layer = std::to_string(nextId_);
    return xmlFile("Page", "<ofd:Area><ofd:PhysicalBox>" +
                               box(0, 0, page_.width.value, page_.height.value) +
                               "</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID=\"" +
                               layer + "\">" + objects_ + "</ofd:Layer></ofd:Content>");
}

std::string fontResourcesXml() {
    std::string fonts;
    for (const FontResource& font : kFonts) {
        const std::string name(font.name);
        fonts += "<ofd:Font ID=\"" + std::to_string(font.id) + "\" FontName=\"" + name +
                 "\" FamilyName=\"" + name + "\"/>";
    }
    return xmlFile("Res BaseLoc=\"Res\"", "<ofd:Fonts>" + fonts + "</ofd:Fonts>");
}

} // namespace kiosk::sandbox
