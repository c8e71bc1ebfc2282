// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/window/kms/placement.h"

#include <algorithm>
#include <cmath>

namespace kiosk::kit {

namespace {

/// Turns the picture so that it begins at the corner (0, 0) again.
cairo_matrix_t turned(Turn turn, double width, double height) {
    cairo_matrix_t matrix;
    switch (turn) {
    case Turn::none:
        cairo_matrix_init_identity(&matrix);
        break;
    case Turn::quarter:
        cairo_matrix_init(&matrix, 0, 1, -1, 0, height, 0);
        break;
    case Turn::half:
        cairo_matrix_init(&matrix, -1, 0, 0, -1, width, height);
        break;
    case Turn::threeQuarters:
        cairo_matrix_init(&matrix, 0, -1, 1, 0, 0, width);
        break;
    }
    return matrix;
}

/// The larger picture of two edges: what blends two pixels shows the neighbours of a changed one.
constexpr double kBlend = 1;

} // namespace

Placement::Placement(const Board& board, int glassWidth, int glassHeight)
    : pixelsPerMm_(board.pixelsPerMm()),
      glassWidth_(glassWidth),
      glassHeight_(glassHeight),
      matrix_(turned(board.turn, board.widthPx, board.heightPx)) {
    const bool liesOnSide = board.turn == Turn::quarter || board.turn == Turn::threeQuarters;
    const double width = liesOnSide ? board.heightPx : board.widthPx;
    const double height = liesOnSide ? board.widthPx : board.heightPx;
    const double scale = std::min(glassWidth / width, glassHeight / height);
    isExact_ = scale == 1;
    cairo_matrix_t fit;
    cairo_matrix_init(&fit, scale, 0, 0, scale, std::floor((glassWidth - width * scale) / 2),
                      std::floor((glassHeight - height * scale) / 2));
    cairo_matrix_multiply(&matrix_, &matrix_, &fit);
    inverse_ = matrix_;
    cairo_matrix_invert(&inverse_); // it has no zero scale
}

RectPx Placement::onGlass(const RectPx& changed) const {
    if (changed.width <= 0 || changed.height <= 0)
        return {};
    double x1 = changed.x;
    double y1 = changed.y;
    double x2 = changed.x + changed.width;
    double y2 = changed.y + changed.height;
    cairo_matrix_transform_point(&matrix_, &x1, &y1);
    cairo_matrix_transform_point(&matrix_, &x2, &y2);
    const double more = isExact_ ? 0 : kBlend;
    const int left = std::max(0, static_cast<int>(std::floor(std::min(x1, x2) - more)));
    const int top = std::max(0, static_cast<int>(std::floor(std::min(y1, y2) - more)));
    const int right = std::min(glassWidth_, static_cast<int>(std::ceil(std::max(x1, x2) + more)));
    const int bottom = std::min(glassHeight_, static_cast<int>(std::ceil(std::max(y1, y2) + more)));
    if (right <= left || bottom <= top)
        return {};
    return {left, top, right - left, bottom - top};
}

PointMm Placement::onBoard(double glassX, double glassY) const {
    cairo_matrix_transform_point(&inverse_, &glassX, &glassY);
    return {glassX / pixelsPerMm_, glassY / pixelsPerMm_};
}

} // namespace kiosk::kit
