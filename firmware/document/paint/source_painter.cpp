// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/object_painter.h"
#include "firmware/document/paint/shading.h"

namespace kiosk::document::paint {

namespace {

using ofd::Pattern;

bool isTile(const Pattern& pattern) {
    return pattern.width > 0 && pattern.height > 0 && pattern.xStep > 0 && pattern.yStep > 0;
}

bool mirrorsColumns(const Pattern& pattern) {
    return pattern.reflect == Pattern::Reflect::columns ||
           pattern.reflect == Pattern::Reflect::both;
}

bool mirrorsRows(const Pattern& pattern) {
    return pattern.reflect == Pattern::Reflect::rows || pattern.reflect == Pattern::Reflect::both;
}

/// A cell's place in a tile: which of the columns and rows that differ by mirroring.
cairo_matrix_t cellMatrix(const Pattern& pattern, int column, int row) {
    const double x = column == 0 ? 0 : pattern.xStep + pattern.width;
    const double y = row == 0 ? 0 : pattern.yStep + pattern.height;
    return {column == 0 ? 1.0 : -1.0, 0, 0, row == 0 ? 1.0 : -1.0, x, y};
}

/// From the space in use to the pattern's own; false where there is no way back.
bool toTile(const Pattern& pattern, cairo_matrix_t own, cairo_matrix_t page,
            cairo_matrix_t& result) {
    result = toCairo(pattern.ctm);
    if (cairo_matrix_invert(&result) != CAIRO_STATUS_SUCCESS)
        return false;
    if (pattern.origin == Pattern::Origin::object)
        return true;
    if (cairo_matrix_invert(&page) != CAIRO_STATUS_SUCCESS)
        return false;
    cairo_matrix_multiply(&own, &own, &page);
    cairo_matrix_multiply(&result, &own, &result);
    return true;
}

} // namespace

bool ObjectPainter::setSource(const ofd::Paint& paint, double alpha) {
    const double opacity = alpha * paint.colour.alpha;
    if (paint.pattern)
        return setPattern(*paint.pattern, opacity);
    if (paint.mesh)
        return setMesh(*paint.mesh, opacity);
    if (paint.shading) {
        const SourcePattern shading = makeShading(*paint.shading, opacity);
        cairo_set_source(context_, shading.get());
        return true;
    }
    cairo_set_source_rgba(context_, paint.colour.red, paint.colour.green, paint.colour.blue,
                          opacity);
    return opacity > 0;
}

/// The ground of a mesh must lie behind its triangles and fade with them: both become one picture.
bool ObjectPainter::setMesh(const ofd::Mesh& mesh, double alpha) {
    if (!spend(mesh.triangles.size()))
        return false;
    const SourcePattern triangles = makeMesh(mesh, mesh.back ? 1 : alpha);
    if (!mesh.back) {
        cairo_set_source(context_, triangles.get());
        return true;
    }
    cairo_push_group(context_);
    cairo_push_group(context_);
    cairo_set_source_rgba(context_, mesh.back->red, mesh.back->green, mesh.back->blue,
                          mesh.back->alpha);
    cairo_paint(context_);
    cairo_set_source(context_, triangles.get());
    cairo_paint(context_);
    cairo_pop_group_to_source(context_);
    cairo_paint_with_alpha(context_, alpha);
    cairo_pop_group_to_source(context_);
    return true;
}

bool ObjectPainter::setPattern(const ofd::Pattern& pattern, double alpha) {
    cairo_matrix_t own;
    cairo_matrix_t matrix;
    cairo_get_matrix(context_, &own);
    if (!isTile(pattern) || nesting_ >= kDeepestNesting ||
        !toTile(pattern, own, pageMatrix_, matrix))
        return false;
    const Surface tile = drawTile(pattern, alpha);
    const SourcePattern source(cairo_pattern_create_for_surface(tile.get()));
    cairo_pattern_set_extend(source.get(), CAIRO_EXTEND_REPEAT);
    cairo_pattern_set_matrix(source.get(), &matrix);
    cairo_set_source(context_, source.get());
    return true;
}

/// What repeats: one cell, or two or four where neighbours are mirrored.
Surface ObjectPainter::drawTile(const ofd::Pattern& pattern, double alpha) {
    const int columns = mirrorsColumns(pattern) ? 2 : 1;
    const int rows = mirrorsRows(pattern) ? 2 : 1;
    const cairo_rectangle_t extents{0, 0, pattern.xStep * columns, pattern.yStep * rows};
    Surface tile(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
    const Context context(cairo_create(tile.get()));
    ObjectPainter painter(context.get(), workshop_);
    painter.nesting_ = nesting_ + 1;
    painter.work_ = work_;
    if (alpha < 1)
        cairo_push_group(context.get());
    for (int column = 0; column < columns; ++column) {
        for (int row = 0; row < rows; ++row) {
            const SavedState saved(context.get());
            const cairo_matrix_t place = cellMatrix(pattern, column, row);
            cairo_transform(context.get(), &place);
            cairo_rectangle(context.get(), 0, 0, pattern.width, pattern.height);
            cairo_clip(context.get());
            painter.draw(pattern.cell);
        }
    }
    if (alpha < 1) {
        cairo_pop_group_to_source(context.get());
        cairo_paint_with_alpha(context.get(), alpha);
    }
    work_ = painter.work_;
    return tile;
}

} // namespace kiosk::document::paint
