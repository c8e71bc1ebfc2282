// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/colour.h"

#include <algorithm>
#include <charconv>

#include "firmware/base/text.h"
#include "firmware/document/ofd/mesh.h"

namespace kiosk::document::ofd {

namespace {

double component(std::string_view word, int bits) {
    const double largest = static_cast<double>((1U << static_cast<unsigned>(bits)) - 1);
    double value = 0;
    if (word.starts_with('#')) {
        unsigned hex = 0;
        std::from_chars(word.data() + 1, word.data() + word.size(), hex, 16);
        value = hex;
    } else if (const auto numbers = parseNumbers(word); !numbers.empty()) {
        value = numbers.front();
    }
    return std::clamp(value / largest, 0.0, 1.0);
}

std::vector<double> components(std::string_view value, int bits) {
    if (value.size() == 7 && value.starts_with('#')) {
        const auto pair = [value](std::size_t at) {
            return component("#" + std::string(value.substr(at, 2)), 8);
        };
        return {pair(1), pair(3), pair(5)};
    }
    std::vector<double> found;
    for (std::string_view word : split(value, ' ')) {
        if (!word.empty())
            found.push_back(component(word, bits));
    }
    return found;
}

const ColourSpace& spaceOf(const Element& element, const ColourSpaces& spaces) {
    static const ColourSpace kPlainRgb;
    const auto found = spaces.find(idOf(element, "ColorSpace"));
    return found == spaces.end() ? kPlainRgb : found->second;
}

std::string valueOf(const Element& element, const ColourSpace& space) {
    if (const auto value = element.attribute("Value"))
        return std::string(trimmed(*value));
    const double index = numberOr(element, "Index", -1);
    const bool listed = index >= 0 && index < static_cast<double>(space.palette.size());
    return listed ? space.palette[static_cast<std::size_t>(index)] : std::string{};
}

ColourSpace::Kind kindFor(const ColourSpace& space, std::size_t components) {
    if (space.kind != ColourSpace::Kind::rgb)
        return space.kind;
    if (components == 1)
        return ColourSpace::Kind::grey;
    return components == 4 ? ColourSpace::Kind::cmyk : ColourSpace::Kind::rgb;
}

} // namespace

ColourSpace parseColourSpace(const Element& element) {
    ColourSpace space;
    const std::string type = textOf(element, "Type");
    if (type == "GRAY")
        space.kind = ColourSpace::Kind::grey;
    else if (type == "CMYK")
        space.kind = ColourSpace::Kind::cmyk;
    space.bits = static_cast<int>(std::clamp(numberOr(element, "BitsPerComponent", 8), 1.0, 16.0));
    if (const Element* palette = element.child("Palette")) {
        for (const Element& entry : palette->children)
            space.palette.emplace_back(trimmed(entry.text));
    }
    return space;
}

Rgba parseColour(std::string_view value, const ColourSpace& space) {
    std::vector<double> c = components(value, space.bits);
    switch (kindFor(space, c.size())) {
    case ColourSpace::Kind::grey:
        c.resize(1);
        return {c[0], c[0], c[0], 1};
    case ColourSpace::Kind::rgb:
        c.resize(3);
        return {c[0], c[1], c[2], 1};
    case ColourSpace::Kind::cmyk:
        c.resize(4);
        return {(1 - c[0]) * (1 - c[3]), (1 - c[1]) * (1 - c[3]), (1 - c[2]) * (1 - c[3]), 1};
    }
    return {};
}

Rgba parsePlainColour(const Element& element, const ColourSpaces& spaces) {
    const ColourSpace& space = spaceOf(element, spaces);
    Rgba colour = parseColour(valueOf(element, space), space);
    colour.alpha = std::clamp(numberOr(element, "Alpha", 255) / 255, 0.0, 1.0);
    return colour;
}

Paint parsePaint(const Element& element, const ColourSpaces& spaces) {
    Paint paint{.colour = parsePlainColour(element, spaces)};
    for (const Element& child : element.children) {
        if (auto shading = parseShading(child, spaces))
            paint.shading = std::make_shared<const Shading>(std::move(*shading));
        else if (auto mesh = parseMesh(child, spaces))
            paint.mesh = std::make_shared<const Mesh>(std::move(*mesh));
    }
    return paint;
}

std::optional<Shading> parseShading(const Element& element, const ColourSpaces& spaces) {
    if (element.name != "AxialShd" && element.name != "RadialShd")
        return std::nullopt;
    Shading shading;
    shading.kind = element.name == "AxialShd" ? Shading::Kind::axial : Shading::Kind::radial;
    const std::string map = textOf(element, "MapType");
    if (map == "Repeat")
        shading.map = Shading::Map::repeat;
    else if (map == "Reflect")
        shading.map = Shading::Map::reflect;
    shading.mapUnit = numberOr(element, "MapUnit", 0);
    const auto extend = static_cast<unsigned>(std::clamp(numberOr(element, "Extend", 0), 0.0, 3.0));
    shading.extendsBefore = (extend & 1U) != 0;
    shading.extendsAfter = (extend & 2U) != 0;
    shading.start = parsePoint(textOf(element, "StartPoint")).value_or(Point{});
    shading.end = parsePoint(textOf(element, "EndPoint")).value_or(Point{});
    shading.startRadius = std::max(0.0, numberOr(element, "StartRadius", 0));
    shading.endRadius = std::max(0.0, numberOr(element, "EndRadius", 0));
    shading.eccentricity = std::clamp(numberOr(element, "Eccentricity", 0), 0.0, 0.999);
    shading.angle = numberOr(element, "Angle", 0);
    constexpr std::size_t kMostStops = 1000; // Cairo looks through them for every pixel
    for (const Element& segment : element.children) {
        const Element* colour = segment.child("Color");
        if (colour != nullptr && shading.stops.size() < kMostStops)
            shading.stops.push_back({std::clamp(numberOr(segment, "Position", 0), 0.0, 1.0),
                                     parsePlainColour(*colour, spaces)});
    }
    std::ranges::stable_sort(shading.stops, {}, &Shading::Stop::position);
    return shading.stops.empty() ? std::nullopt : std::optional(std::move(shading));
}

} // namespace kiosk::document::ofd
