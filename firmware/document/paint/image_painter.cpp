// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/path_data.h"
#include "firmware/document/paint/culling.h"
#include "firmware/document/paint/image_painting.h"
#include "firmware/document/paint/object_painter.h"

namespace kiosk::document::paint {

namespace {

/// What one drawing of a picture counts against the page's work: it may have to be decoded anew.
std::size_t imageWork(cairo_surface_t* image) {
    constexpr std::size_t kLeast = 1000;
    constexpr std::size_t kPixelsPerUnit = 30;
    const auto width = static_cast<std::size_t>(cairo_image_surface_get_width(image));
    const auto height = static_cast<std::size_t>(cairo_image_surface_get_height(image));
    return kLeast + width * height / kPixelsPerUnit;
}

/// The picture's brightness as opacity.
Surface brightness(cairo_surface_t* image) {
    const int width = cairo_image_surface_get_width(image);
    const int height = cairo_image_surface_get_height(image);
    Surface mask(cairo_image_surface_create(CAIRO_FORMAT_A8, width, height));
    cairo_surface_flush(mask.get());
    const auto* from = cairo_image_surface_get_data(image);
    auto* to = cairo_image_surface_get_data(mask.get());
    const int fromStride = cairo_image_surface_get_stride(image);
    const int toStride = cairo_image_surface_get_stride(mask.get());
    for (int y = 0; to != nullptr && y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto* pixel = from + std::ptrdiff_t{y} * fromStride + std::ptrdiff_t{x} * 4;
            to[std::ptrdiff_t{y} * toStride + x] =
                static_cast<unsigned char>((pixel[0] * 11 + pixel[1] * 59 + pixel[2] * 30) / 100);
        }
    }
    cairo_surface_mark_dirty(mask.get());
    return mask;
}

} // namespace

void setImageSource(cairo_t* context, cairo_surface_t* image) {
    const SourcePattern pattern(cairo_pattern_create_for_surface(image));
    // Without this the outermost half pixel fades; in PDF it would make a second copy.
    if (!keepsShapes(context))
        cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_PAD);
    cairo_matrix_t toPixels;
    cairo_matrix_init_scale(&toPixels, cairo_image_surface_get_width(image),
                            cairo_image_surface_get_height(image));
    cairo_pattern_set_matrix(pattern.get(), &toPixels);
    cairo_set_source(context, pattern.get());
}

std::shared_ptr<cairo_surface_t> ObjectPainter::pictureOf(const ofd::ImageContent& image) {
    auto picture = workshop_.images.image(image.image);
    if (picture || image.substitution == 0)
        return picture;
    return workshop_.images.image(image.substitution);
}

void ObjectPainter::drawContent(const ofd::Object& object, const ofd::ImageContent& image) {
    {
        const SavedState saved(context_);
        drawPicture(object, image);
    }
    if (image.border)
        drawBorder(object, *image.border);
}

/// Around the boundary, beginning at its top left corner and going clockwise.
void ObjectPainter::drawBorder(const ofd::Object& object, const ofd::Border& border) {
    const BoxMm& box = object.boundary;
    const bool visible = border.width > 0 && box.width > 0 && box.height > 0;
    if (!visible || !setSource(border.paint, object.alpha))
        return;
    cairo_new_path(context_);
    appendPath(context_, ofd::roundedBox(box.width, box.height, border.radiusX, border.radiusY));
    ofd::Style style;
    style.lineWidth = border.width;
    style.dash = border.dash;
    style.dashOffset = border.dashOffset;
    setLine(context_, style);
    cairo_stroke(context_);
}

void ObjectPainter::drawPicture(const ofd::Object& object, const ofd::ImageContent& image) {
    clipToBoundary(object.boundary, 0);
    if (!meetsClip(context_, {0, 0, object.boundary.width, object.boundary.height}))
        return;
    const auto picture = pictureOf(image);
    if (!picture || !spend(imageWork(picture.get())))
        return;
    ofd::Matrix ctm = object.ctm;
    // Without a CTM the picture fills its boundary.
    if (ctm.a == 1 && ctm.b == 0 && ctm.c == 0 && ctm.d == 1 && ctm.e == 0 && ctm.f == 0)
        ctm = {object.boundary.width, 0, 0, object.boundary.height, 0, 0};
    if (!transformed(context_, ctm))
        return workshop_.findings.add("object.flat-matrix", "object " + std::to_string(object.id));
    cairo_rectangle(context_, 0, 0, 1, 1);
    cairo_clip(context_);
    setImageSource(context_, picture.get());
    if (image.mask != 0)
        maskImage(picture.get(), image.mask, object.alpha);
    else
        cairo_paint_with_alpha(context_, object.alpha);
}

void ObjectPainter::maskImage(cairo_surface_t* image, ofd::Id mask, double alpha) {
    const auto picture = workshop_.images.image(mask);
    if (!picture)
        return cairo_paint_with_alpha(context_, alpha);
    const Surface opacity = brightness(picture.get());
    const SourcePattern pattern(cairo_pattern_create_for_surface(opacity.get()));
    if (!keepsShapes(context_))
        cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_PAD);
    cairo_matrix_t toPixels;
    cairo_matrix_init_scale(&toPixels, cairo_image_surface_get_width(opacity.get()),
                            cairo_image_surface_get_height(opacity.get()));
    cairo_pattern_set_matrix(pattern.get(), &toPixels);
    cairo_push_group(context_);
    setImageSource(context_, image);
    cairo_mask(context_, pattern.get());
    cairo_pop_group_to_source(context_);
    cairo_paint_with_alpha(context_, alpha);
}

} // namespace kiosk::document::paint
