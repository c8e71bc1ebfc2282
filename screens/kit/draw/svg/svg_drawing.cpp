// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/svg/svg_drawing.h"

#include <algorithm>

#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "firmware/document/paint/cairo_path.h"
#include "firmware/document/xml/reader.h"
#include "screens/kit/draw/source_colour.h"

namespace kiosk::kit {
namespace {

using svg::Ink;
using svg::Shape;

void setInk(cairo_t* cairo, const Ink& ink, const Theme& theme, ColourRole tint) {
    setSourceColour(cairo, theme[ink.role.value_or(tint)], ink.opacity);
}

void drawShape(cairo_t* cairo, const Shape& shape, const Theme& theme, ColourRole tint) {
    cairo_save(cairo);
    cairo_transform(cairo, &shape.place);
    document::paint::appendPath(cairo, shape.outline);
    if (shape.fill) {
        setInk(cairo, *shape.fill, theme, tint);
        cairo_fill_preserve(cairo);
    }
    if (shape.stroke) {
        setInk(cairo, *shape.stroke, theme, tint);
        cairo_set_line_width(cairo, shape.strokeWidth);
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_set_dash(cairo, shape.dashes.data(), static_cast<int>(shape.dashes.size()), 0);
        cairo_stroke_preserve(cairo);
    }
    cairo_new_path(cairo);
    cairo_restore(cairo);
}

} // namespace

Result<SvgDrawing> SvgDrawing::read(const std::filesystem::path& file) {
    const auto root = TRY(document::xml::parseXml(TRY(readFile(file)), file.filename().string()));
    std::vector<double> box;
    for (const std::string_view word : split(root.attribute("viewBox").value_or(""), ' '))
        box.push_back(parseNumber(word).value_or(0));
    if (root.name != "svg" || box.size() != 4 || box[2] <= 0 || box[3] <= 0)
        return svg::unknownSvg(file.filename().string());
    svg::Inherited outermost{
        .place = {},
        .strokeWidth = parseNumber(root.attribute("stroke-width").value_or("1")).value_or(1)};
    cairo_matrix_init_identity(&outermost.place);
    SvgDrawing drawing;
    drawing.x_ = box[0];
    drawing.y_ = box[1];
    drawing.width_ = box[2];
    drawing.height_ = box[3];
    drawing.shapes_ = TRY(svg::shapesOf(root, outermost));
    return drawing;
}

void SvgDrawing::draw(cairo_t* cairo, double width, double height, const Theme& theme,
                      ColourRole tint) const {
    const double scale = std::min(width / width_, height / height_);
    cairo_save(cairo);
    cairo_translate(cairo, (width - width_ * scale) / 2, (height - height_ * scale) / 2);
    cairo_scale(cairo, scale, scale);
    cairo_translate(cairo, -x_, -y_);
    for (const Shape& shape : shapes_)
        drawShape(cairo, shape, theme, tint);
    cairo_restore(cairo);
}

} // namespace kiosk::kit
