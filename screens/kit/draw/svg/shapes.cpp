// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/svg/shapes.h"

#include <algorithm>
#include <array>
#include <numbers>
#include <span>

#include "firmware/base/text.h"
#include "firmware/document/ofd/path_data.h"
#include "screens/kit/draw/svg/path.h"
#include "screens/kit/words.h"

namespace kiosk::kit::svg {
namespace {

using document::ofd::PathStep;
using document::xml::Element;

constexpr std::array<std::string_view, 9> kStyles{
    "class",        "fill",           "stroke",          "fill-opacity",    "stroke-opacity",
    "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray"};

/// What else an element may say: whatever is not drawn must not be in the file.
std::span<const std::string_view> geometryOf(std::string_view element) {
    static constexpr std::array<std::string_view, 1> kGroup{"transform"};
    static constexpr std::array<std::string_view, 1> kPath{"d"};
    static constexpr std::array<std::string_view, 5> kRect{"x", "y", "width", "height", "rx"};
    static constexpr std::array<std::string_view, 3> kCircle{"cx", "cy", "r"};
    static constexpr std::array<std::string_view, 4> kEllipse{"cx", "cy", "rx", "ry"};
    if (element == "g")
        return kGroup;
    if (element == "path")
        return kPath;
    if (element == "rect")
        return kRect;
    if (element == "circle")
        return kCircle;
    return element == "ellipse" ? std::span<const std::string_view>(kEllipse)
                                : std::span<const std::string_view>();
}

Result<> checkAttributes(const Element& element) {
    const auto geometry = geometryOf(element.name);
    if (geometry.empty())
        return unknownSvg(element.name);
    for (const auto& [name, value] : element.attributes)
        if (std::ranges::find(kStyles, name) == kStyles.end() &&
            std::ranges::find(geometry, name) == geometry.end())
            return unknownSvg(format("{} {}", element.name, name));
    return {};
}

Result<double> number(const Element& element, std::string_view name, double otherwise) {
    const auto text = element.attribute(name);
    if (!text)
        return otherwise;
    const auto value = parseNumber(*text);
    if (!value)
        return unknownSvg(format("{}=\"{}\"", name, *text));
    return *value;
}

Result<std::vector<double>> numbers(std::string_view text) {
    std::vector<double> all;
    std::string blanks(text);
    std::ranges::replace(blanks, ',', ' ');
    for (const std::string_view word : split(blanks, ' ')) {
        if (word.empty())
            continue;
        const auto value = parseNumber(word);
        if (!value)
            return unknownSvg(text);
        all.push_back(*value);
    }
    return all;
}

Result<> apply(cairo_matrix_t& place, std::string_view function, const std::vector<double>& by) {
    if (function == "translate" && by.size() == 2) {
        cairo_matrix_translate(&place, by[0], by[1]);
    } else if (function == "scale" && (by.size() == 1 || by.size() == 2)) {
        cairo_matrix_scale(&place, by.front(), by.back());
    } else if (function == "rotate" && by.size() == 3) {
        cairo_matrix_translate(&place, by[1], by[2]);
        cairo_matrix_rotate(&place, by[0] * std::numbers::pi / 180);
        cairo_matrix_translate(&place, -by[1], -by[2]);
    } else if (function == "matrix" && by.size() == 6) {
        const cairo_matrix_t matrix{by[0], by[1], by[2], by[3], by[4], by[5]};
        cairo_matrix_multiply(&place, &matrix, &place);
    } else {
        return unknownSvg(function);
    }
    return {};
}

/// "translate(26 24) scale(1.15)".
Result<cairo_matrix_t> transformed(cairo_matrix_t place, std::string_view functions) {
    for (functions = trimmed(functions); !functions.empty();) {
        const auto open = functions.find('(');
        const auto close = functions.find(')');
        if (open == std::string_view::npos || close == std::string_view::npos || close < open)
            return unknownSvg(functions);
        const auto operands = TRY(numbers(functions.substr(open + 1, close - open - 1)));
        TRY(apply(place, trimmed(functions.substr(0, open)), operands));
        functions = trimmed(functions.substr(close + 1));
    }
    return place;
}

/// Classes: "f-accent" fills, "s-ink" draws, "f-tint" and "s-tint" take the node's own colour.
Result<std::optional<Ink>> inkOf(const Element& element, std::string_view prefix,
                                 std::string_view opacity) {
    const std::string_view classes = element.attribute("class").value_or("");
    for (std::string_view word : split(classes, ' ')) {
        if (!word.starts_with(prefix))
            continue;
        word.remove_prefix(prefix.size());
        Ink ink{.role = {}, .opacity = TRY(number(element, opacity, 1))};
        if (word == "tint")
            return ink;
        for (std::size_t role = 0; role < kColourRoles; ++role)
            if (name(ColourRole(role)) == word)
                ink.role = ColourRole(role);
        if (!ink.role)
            return unknownSvg(word);
        return ink;
    }
    return std::nullopt;
}

void move(std::vector<PathStep>& outline, double x, double y) {
    for (PathStep& step : outline)
        for (auto* point : {&step.control1, &step.control2, &step.to})
            *point = {point->x + x, point->y + y};
}

Result<std::vector<PathStep>> boxOf(const Element& rect) {
    const double radius = TRY(number(rect, "rx", 0));
    auto outline = document::ofd::roundedBox(TRY(number(rect, "width", 0)),
                                             TRY(number(rect, "height", 0)), radius, radius);
    move(outline, TRY(number(rect, "x", 0)), TRY(number(rect, "y", 0)));
    return outline;
}

/// A box all of whose sides are corners.
Result<std::vector<PathStep>> ovalOf(const Element& oval, std::string_view radiusX,
                                     std::string_view radiusY) {
    const double x = TRY(number(oval, radiusX, 0));
    const double y = TRY(number(oval, radiusY, 0));
    auto outline = document::ofd::roundedBox(2 * x, 2 * y, x, y);
    move(outline, TRY(number(oval, "cx", 0)) - x, TRY(number(oval, "cy", 0)) - y);
    return outline;
}

Result<std::vector<PathStep>> outlineOf(const Element& element) {
    if (element.name == "rect")
        return boxOf(element);
    if (element.name == "circle")
        return ovalOf(element, "r", "r");
    if (element.name == "ellipse")
        return ovalOf(element, "rx", "ry");
    const std::string_view data = element.attribute("d").value_or("");
    auto outline = parsePath(data);
    if (!outline)
        return unknownSvg(data);
    return std::move(*outline);
}

Result<Shape> shapeOf(const Element& element, const Inherited& inherited) {
    return Shape{.outline = TRY(outlineOf(element)),
                 .place = inherited.place,
                 .fill = TRY(inkOf(element, "f-", "fill-opacity")),
                 .stroke = TRY(inkOf(element, "s-", "stroke-opacity")),
                 .strokeWidth = TRY(number(element, "stroke-width", inherited.strokeWidth)),
                 .dashes = TRY(numbers(element.attribute("stroke-dasharray").value_or("")))};
}

} // namespace

std::unexpected<Error> unknownSvg(std::string_view what) {
    return fail(ErrorKind::configuration, "icons.unreadable", Remedy::configuration, what);
}

Result<std::vector<Shape>> shapesOf(const Element& group, const Inherited& inherited) {
    std::vector<Shape> shapes;
    for (const Element& element : group.children) {
        TRY(checkAttributes(element));
        if (element.name != "g") {
            shapes.push_back(TRY(shapeOf(element, inherited)));
            continue;
        }
        const Inherited inner{
            TRY(transformed(inherited.place, element.attribute("transform").value_or(""))),
            TRY(number(element, "stroke-width", inherited.strokeWidth))};
        auto held = TRY(shapesOf(element, inner));
        std::ranges::move(held, std::back_inserter(shapes));
    }
    return shapes;
}

} // namespace kiosk::kit::svg
