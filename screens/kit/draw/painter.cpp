// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/painter.h"

namespace kiosk::kit {
namespace {

class Painter {
public:
    Painter(Canvas& canvas, Assets& assets, const RectMm& area)
        : canvas_(canvas), assets_(assets), area_(area) {}

    void paint(const Node& node, const Theme* theme, std::string_view lang);

private:
    void paintBox(const Node& node, const Theme& theme);
    void paintContent(const Node& node, const Theme& theme, std::string_view lang);
    void paintPicture(const document::Picture& picture, const RectMm& bounds);

    Canvas& canvas_;
    Assets& assets_;
    RectMm area_;
};

void Painter::paint(const Node& node, const Theme* theme, std::string_view lang) {
    if (node.look.theme != nullptr)
        theme = node.look.theme;
    if (!node.lang.empty())
        lang = node.lang;
    if (theme != nullptr && node.bounds.overlaps(area_)) {
        paintBox(node, *theme);
        paintContent(node, *theme, lang);
    }
    for (const Node& child : node.children)
        paint(child, theme, lang);
}

void Painter::paintBox(const Node& node, const Theme& theme) {
    if (node.look.fill)
        canvas_.fill(node.bounds, node.look.radius, theme[*node.look.fill], node.look.veil);
    if (node.look.border)
        canvas_.outline(node.bounds, node.look.radius, theme[*node.look.border],
                        node.look.borderWidth);
}

void Painter::paintContent(const Node& node, const Theme& theme, std::string_view lang) {
    const RectMm inner = node.bounds.inside(node.box.padding);
    const Board& board = canvas_.board();
    if (!node.look.drawing.empty())
        assets_.drawings.draw(
            canvas_.cairo(), node.look.drawing,
            {board.px(inner.x), board.px(inner.y), board.px(inner.width), board.px(inner.height)},
            {theme, node.look.tint, node.look.flipped});
    if (node.look.picture)
        paintPicture(*node.look.picture, inner);
    if (node.look.text) {
        canvas_.setColour(theme[node.look.text->ink]);
        assets_.typesetter->draw(canvas_.cairo(), node.name, *node.look.text, lang, inner);
    }
}

void Painter::paintPicture(const document::Picture& picture, const RectMm& bounds) {
    if (picture.width <= 0 || picture.height <= 0)
        return;
    cairo_t* cairo = canvas_.cairo();
    const Board& board = canvas_.board();
    const double scale =
        std::min(board.px(bounds.width) / picture.width, board.px(bounds.height) / picture.height);
    // Cairo only reads a source; its interface has no const.
    auto* pixels =
        reinterpret_cast<unsigned char*>(const_cast<std::uint32_t*>(picture.pixels.data()));
    cairo_surface_t* source = cairo_image_surface_create_for_data(
        pixels, CAIRO_FORMAT_ARGB32, picture.width, picture.height, picture.width * 4);
    cairo_save(cairo);
    cairo_translate(cairo,
                    board.px(bounds.x) + (board.px(bounds.width) - picture.width * scale) / 2,
                    board.px(bounds.y) + (board.px(bounds.height) - picture.height * scale) / 2);
    cairo_scale(cairo, scale, scale);
    cairo_set_source_surface(cairo, source, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
    cairo_rectangle(cairo, 0, 0, picture.width, picture.height);
    cairo_fill(cairo);
    cairo_restore(cairo);
    cairo_surface_destroy(source);
}

} // namespace

void paint(const Node& root, Canvas& canvas, Assets& assets, const RectMm& area) {
    canvas.clipTo(area);
    Painter(canvas, assets, area).paint(root, nullptr, root.lang);
    canvas.endClip();
}

} // namespace kiosk::kit
