// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/example_pictures.h"

#include <cairo.h>

namespace kiosk::test {
namespace {

struct Paint {
    double red;
    double green;
    double blue;
};
constexpr Paint kPaper{0.995, 0.985, 0.955};
constexpr Paint kGold{0.72, 0.58, 0.30};
constexpr Paint kInk{0.15, 0.15, 0.17};
constexpr Paint kSeal{0.78, 0.10, 0.10};

/// Draws into a picture's own pixels.
class Sketch {
public:
    Sketch(int width, int height)
        : picture_{width, height,
                   std::vector<std::uint32_t>(static_cast<std::size_t>(width) *
                                              static_cast<std::size_t>(height))},
          surface_(cairo_image_surface_create_for_data(
              reinterpret_cast<unsigned char*>(picture_.pixels.data()), CAIRO_FORMAT_ARGB32, width,
              height, width * 4)),
          cairo_(cairo_create(surface_)) {}

    document::SharedPicture done() {
        cairo_destroy(cairo_);
        cairo_surface_destroy(surface_);
        return std::make_shared<document::Picture>(std::move(picture_));
    }

    void box(double x, double y, double width, double height, Paint paint) {
        use(paint);
        cairo_rectangle(cairo_, x, y, width, height);
        cairo_fill(cairo_);
    }
    void frame(double x, double y, double width, double height, double line, Paint paint) {
        use(paint);
        cairo_set_line_width(cairo_, line);
        cairo_rectangle(cairo_, x, y, width, height);
        cairo_stroke(cairo_);
    }
    void ring(double x, double y, double radius, double line, Paint paint) {
        use(paint);
        cairo_set_line_width(cairo_, line);
        cairo_new_path(cairo_); // written text leaves a point behind
        cairo_arc(cairo_, x, y, radius, 0, 6.2832);
        cairo_stroke(cairo_);
    }
    void write(double x, double y, double size, const char* text) {
        use(kInk);
        cairo_select_font_face(cairo_, "Noto Serif CJK SC", CAIRO_FONT_SLANT_NORMAL,
                               CAIRO_FONT_WEIGHT_BOLD);
        cairo_set_font_size(cairo_, size);
        cairo_move_to(cairo_, x, y);
        cairo_show_text(cairo_, text);
    }

private:
    void use(Paint paint) { cairo_set_source_rgb(cairo_, paint.red, paint.green, paint.blue); }

    document::Picture picture_;
    cairo_surface_t* surface_;
    cairo_t* cairo_;
};

} // namespace

document::SharedPicture examplePage() {
    Sketch sketch(1240, 877);
    sketch.box(0, 0, 1240, 877, kPaper);
    sketch.frame(36, 36, 1168, 805, 6, kGold);
    sketch.frame(50, 50, 1140, 777, 2, kGold);
    sketch.write(430, 190, 92, "营业执照");
    const char* lines[] = {"名称    云州市晨光文具店", "类型    个体工商户", "经营者  单𠮷䶮",
                           "日期    2021-05-31"};
    for (int line = 0; line < 4; ++line)
        sketch.write(150, 340 + line * 92, 40, lines[line]);
    sketch.write(760, 700, 34, "云州市市场监督管理局");
    sketch.ring(950, 660, 105, 9, kSeal);
    sketch.box(938, 648, 24, 24, kSeal);
    return sketch.done();
}

document::SharedPicture exampleCameraPicture() {
    Sketch sketch(640, 480);
    sketch.box(0, 0, 640, 480, {0.30, 0.33, 0.35});
    sketch.box(150, 30, 340, 450, {0.93, 0.93, 0.90});
    sketch.box(190, 80, 180, 14, {0.45, 0.45, 0.45});
    sketch.box(190, 120, 260, 8, {0.65, 0.65, 0.65});
    sketch.box(190, 145, 240, 8, {0.65, 0.65, 0.65});
    for (int row = 0; row < 21; ++row)
        for (int column = 0; column < 21; ++column)
            if ((row * 7 + column * 11 + row * column) % 3 == 0 ||
                ((row < 7 || row > 13) && column < 7) || (row < 7 && column > 13))
                sketch.box(250 + column * 8, 220 + row * 8, 8, 8, kInk);
    return sketch.done();
}

} // namespace kiosk::test
