// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/handout/page/photo.h"

#include <cmath>
#include <memory>
#include <numbers>

#include <cairo.h>

#include "firmware/base/handle.h"
#include "firmware/handout/code_picture.h"

namespace kiosk::tests {

namespace {

using Surface = Handle<cairo_surface_t, cairo_surface_destroy>;
using Context = Handle<cairo_t, cairo_destroy>;

constexpr int kModule = 5;
constexpr double kGap = 40;

void drawOne(cairo_t* context, const document::Picture& code, const Photo& how) {
    auto pixels = code.pixels; // Cairo reads from what it calls writable
    const Surface picture(cairo_image_surface_create_for_data(
        reinterpret_cast<unsigned char*>(pixels.data()), CAIRO_FORMAT_RGB24, code.width,
        code.height, code.width * 4));
    cairo_set_source_surface(context, picture.get(), 0, 0);
    cairo_paint(context);
    cairo_set_source_rgb(context, 0.8, 0.6, 0.5);
    cairo_rectangle(context, code.width * how.coveredFrom, 0, code.width * how.coveredShare,
                    code.height);
    cairo_fill(context);
}

Surface arranged(const std::vector<document::Picture>& codes, const Photo& how) {
    double across = kGap;
    for (const auto& code : codes)
        across += code.width + kGap;
    const double high = codes.front().height + 2 * kGap;
    const double diagonal = std::hypot(across, high);
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(diagonal),
                                               static_cast<int>(diagonal)));
    const Context context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 0.55, 0.55, 0.55);
    cairo_paint(context.get());
    cairo_translate(context.get(), diagonal / 2, diagonal / 2);
    cairo_rotate(context.get(), how.degrees * std::numbers::pi / 180);
    cairo_translate(context.get(), kGap - across / 2, kGap - high / 2);
    for (const auto& code : codes) {
        drawOne(context.get(), code, how);
        cairo_translate(context.get(), code.width + kGap, 0);
    }
    return surface;
}

/// Each pixel the mean of its neighbours, by drawing the picture over itself, moved.
Surface blurred(const Surface& sharp, double radius) {
    const int side = cairo_image_surface_get_width(sharp.get());
    Surface soft(cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side));
    const Context context(cairo_create(soft.get()));
    int drawn = 0;
    for (double y = -radius; y <= radius; y += 1)
        for (double x = -radius; x <= radius; x += 1) {
            cairo_set_source_surface(context.get(), sharp.get(), x, y);
            cairo_paint_with_alpha(context.get(), 1.0 / ++drawn);
        }
    return soft;
}

} // namespace

void photograph(const std::vector<std::string>& texts, const std::filesystem::path& file,
                const Photo& how) {
    std::vector<document::Picture> codes;
    for (const std::string& text : texts)
        codes.push_back(handout::codePicture(text, kModule).value());
    Surface picture = arranged(codes, how);
    if (how.blurPixels > 0)
        picture = blurred(picture, how.blurPixels);
    cairo_surface_write_to_png(picture.get(), file.c_str());
}

} // namespace kiosk::tests
