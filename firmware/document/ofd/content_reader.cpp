// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/content_reader.h"

#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/document/ofd/path_data.h"

namespace kiosk::document::ofd {

namespace {

PathContent parsePathContent(const Element& element) {
    PathContent path;
    path.stroked = flagOr(element, "Stroke", true);
    path.filled = flagOr(element, "Fill", false);
    if (textOf(element, "Rule") == "Even-Odd")
        path.rule = FillRule::evenOdd;
    path.steps = parsePath(element.childText("AbbreviatedData"));
    return path;
}

GlyphTransform parseTransform(const Element& element) {
    GlyphTransform transform;
    const auto whole = [&element](std::string_view name, double otherwise) {
        return static_cast<std::size_t>(std::clamp(numberOr(element, name, otherwise), 0.0, 1e6));
    };
    transform.position = whole("CodePosition", 0);
    transform.count = whole("CodeCount", 1);
    for (double glyph : parseNumbers(element.childText("Glyphs")))
        transform.glyphs.push_back(static_cast<std::uint32_t>(std::max(0.0, glyph)));
    return transform;
}

/// Line ends come from producers that indent their files; no glyph stands for them.
std::u32string characters(std::string_view text) {
    std::u32string found = codePoints(text);
    std::erase_if(found, [](char32_t c) { return c == U'\n' || c == U'\r' || c == U'\t'; });
    return found;
}

std::optional<double> coordinate(const Element& element, std::string_view name) {
    const auto numbers = parseNumbers(element.attribute(name).value_or(""));
    return numbers.empty() ? std::nullopt : std::optional(numbers.front());
}

TextCode parseTextCode(const Element& element, std::size_t glyphs) {
    TextCode code;
    code.characters = characters(element.text);
    code.x = coordinate(element, "X");
    code.y = coordinate(element, "Y");
    const std::size_t most = code.characters.size() + glyphs;
    code.deltaX = parseSteps(element.attribute("DeltaX").value_or(""), most);
    code.deltaY = parseSteps(element.attribute("DeltaY").value_or(""), most);
    return code;
}

int quarterTurns(const Element& element, std::string_view name) {
    const int degrees = static_cast<int>(numberOr(element, name, 0));
    return degrees == 90 || degrees == 180 || degrees == 270 ? degrees : 0;
}

TextContent parseTextContent(const Element& element) {
    TextContent text;
    text.font = idOf(element, "Font");
    text.size = numberOr(element, "Size", 0);
    text.stroked = flagOr(element, "Stroke", false);
    text.filled = flagOr(element, "Fill", true);
    text.italic = flagOr(element, "Italic", false);
    text.weight = static_cast<int>(numberOr(element, "Weight", 400));
    text.horizontalScale = numberOr(element, "HScale", 1);
    text.readDirection = quarterTurns(element, "ReadDirection");
    text.charDirection = quarterTurns(element, "CharDirection");
    std::size_t glyphs = 0;
    for (const Element& child : element.children) {
        if (child.name == "CGTransform") {
            text.transforms.push_back(parseTransform(child));
            glyphs += text.transforms.back().glyphs.size();
        } else if (child.name == "TextCode") {
            text.codes.push_back(parseTextCode(child, glyphs));
        }
    }
    std::ranges::stable_sort(text.transforms, {}, &GlyphTransform::position);
    return text;
}

} // namespace

std::optional<decltype(Object::content)> parseContent(const Element& element) {
    if (element.name == "PathObject" || element.name == "Path")
        return parsePathContent(element);
    if (element.name == "TextObject" || element.name == "Text")
        return parseTextContent(element);
    if (element.name == "ImageObject")
        return ImageContent{.image = idOf(element, "ResourceID"),
                            .mask = idOf(element, "ImageMask"),
                            .substitution = idOf(element, "Substitution")};
    if (element.name == "CompositeObject")
        return CompositeContent{idOf(element, "ResourceID")};
    return std::nullopt;
}

} // namespace kiosk::document::ofd
