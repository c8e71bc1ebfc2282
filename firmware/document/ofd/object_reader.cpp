// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/object_reader.h"

#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/document/ofd/content_reader.h"

namespace kiosk::document::ofd {

namespace {

std::optional<double> number(const Element& element, std::string_view name) {
    const auto text = element.attribute(name);
    const auto found = parseNumbers(text.value_or(""));
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::optional<Cap> capOf(const Element& element) {
    const std::string cap = textOf(element, "Cap");
    if (cap.empty())
        return std::nullopt;
    if (cap == "Round")
        return Cap::round;
    return cap == "Square" ? Cap::square : Cap::butt;
}

std::optional<Join> joinOf(const Element& element) {
    const std::string join = textOf(element, "Join");
    if (join.empty())
        return std::nullopt;
    if (join == "Round")
        return Join::round;
    return join == "Bevel" ? Join::bevel : Join::miter;
}

Pattern::Reflect reflectOf(std::string_view method) {
    if (method == "Column")
        return Pattern::Reflect::columns;
    if (method == "Row")
        return Pattern::Reflect::rows;
    return method == "RowAndColumn" ? Pattern::Reflect::both : Pattern::Reflect::none;
}

Pattern parsePattern(const Element& element) {
    Pattern pattern;
    pattern.width = numberOr(element, "Width", 0);
    pattern.height = numberOr(element, "Height", 0);
    pattern.xStep = numberOr(element, "XStep", pattern.width);
    pattern.yStep = numberOr(element, "YStep", pattern.height);
    pattern.reflect = reflectOf(textOf(element, "ReflectMethod"));
    if (textOf(element, "RelativeTo") == "Page")
        pattern.origin = Pattern::Origin::page;
    pattern.ctm = parseMatrix(textOf(element, "CTM")).value_or(Matrix{});
    return pattern;
}

template <typename T>
void takeWhereUnset(std::optional<T>& own, const std::optional<T>& parent) {
    if (!own)
        own = parent;
}

} // namespace

void inherit(Style& style, const Style& parent) {
    takeWhereUnset(style.lineWidth, parent.lineWidth);
    takeWhereUnset(style.miterLimit, parent.miterLimit);
    takeWhereUnset(style.dashOffset, parent.dashOffset);
    takeWhereUnset(style.dash, parent.dash);
    takeWhereUnset(style.cap, parent.cap);
    takeWhereUnset(style.join, parent.join);
    takeWhereUnset(style.fill, parent.fill);
    takeWhereUnset(style.stroke, parent.stroke);
}

std::vector<Object> ObjectReader::read(const Element& container, const Style& inherited) {
    std::vector<Object> objects;
    readInto(objects, container, inherited);
    return objects;
}

void ObjectReader::readInto(std::vector<Object>& objects, const Element& container,
                            const Style& inherited) {
    for (const Element& element : container.children) {
        if (element.name == "PageBlock")
            readInto(objects, element, inherited);
        else if (auto found = object(element, inherited))
            objects.push_back(std::move(*found));
    }
}

std::optional<Object> ObjectReader::object(const Element& element, const Style& inherited) {
    auto content = parseContent(element);
    if (!content || ++count_ > kMostObjects)
        return std::nullopt;
    Object object;
    object.id = idOf(element, "ID");
    object.boundary = parseBox(textOf(element, "Boundary")).value_or(BoxMm{});
    object.ctm = parseMatrix(textOf(element, "CTM")).value_or(Matrix{});
    object.visible = flagOr(element, "Visible", true);
    object.alpha = std::clamp(numberOr(element, "Alpha", 255) / 255, 0.0, 1.0);
    object.style = style(element);
    inherit(object.style, drawParam(idOf(element, "DrawParam")));
    inherit(object.style, inherited);
    object.clips = clips(element);
    object.content = std::move(*content);
    if (auto* image = std::get_if<ImageContent>(&object.content))
        image->border = border(element);
    return object;
}

Style ObjectReader::style(const Element& element) {
    Style style;
    style.lineWidth = number(element, "LineWidth");
    style.miterLimit = number(element, "MiterLimit");
    style.dashOffset = number(element, "DashOffset");
    if (const auto dash = element.attribute("DashPattern"))
        style.dash = parseNumbers(*dash);
    style.cap = capOf(element);
    style.join = joinOf(element);
    style.fill = paint(element, "FillColor");
    style.stroke = paint(element, "StrokeColor");
    return style;
}

Style ObjectReader::drawParam(Id id) const {
    const auto found = book_.drawParams.find(id);
    return found == book_.drawParams.end() ? Style{} : found->second;
}

std::optional<Paint> ObjectReader::paint(const Element& element, std::string_view name) {
    const Element* colour = element.child(name);
    if (colour == nullptr)
        return std::nullopt;
    Paint paint = parsePaint(*colour, book_.colourSpaces);
    if (const Element* tile = colour->child("Pattern")) {
        Pattern pattern = parsePattern(*tile);
        if (const Element* cell = tile->child("CellContent"))
            pattern.cell = read(*cell);
        paint.pattern = std::make_shared<const Pattern>(std::move(pattern));
    }
    return paint;
}

std::optional<Border> ObjectReader::border(const Element& element) {
    const Element* line = element.child("Border");
    if (line == nullptr)
        return std::nullopt;
    Border border;
    border.width = numberOr(*line, "LineWidth", border.width);
    border.radiusX = numberOr(*line, "HorizonalCornerRadius", 0); // the standard's own spelling
    border.radiusY = numberOr(*line, "VerticalCornerRadius", 0);
    border.dashOffset = numberOr(*line, "DashOffset", 0);
    border.dash = parseNumbers(textOf(*line, "DashPattern"));
    border.paint = paint(*line, "BorderColor").value_or(Paint{});
    return border;
}

std::vector<Clip> ObjectReader::clips(const Element& element) {
    std::vector<Clip> found;
    const Element* list = element.child("Clips");
    if (list == nullptr)
        return found;
    for (const Element& child : list->children) {
        Clip clip;
        clip.followsObject = flagOr(*list, "TransFlag", true);
        for (const Element& area : child.children)
            clip.areas.push_back(clipArea(area));
        found.push_back(std::move(clip));
    }
    return found;
}

ClipArea ObjectReader::clipArea(const Element& element) {
    ClipArea area;
    area.ctm = parseMatrix(textOf(element, "CTM")).value_or(Matrix{});
    area.shapes = read(element);
    return area;
}

} // namespace kiosk::document::ofd
