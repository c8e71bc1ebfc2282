// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <cairo.h>

#include "firmware/document/paint/cairo_path.h"

namespace kiosk::document::paint {

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyPattern {
    void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
};
struct DestroyPath {
    void operator()(cairo_path_t* path) const { cairo_path_destroy(path); }
};
struct DestroyContext {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;
using SourcePattern = std::unique_ptr<cairo_pattern_t, DestroyPattern>;
using KeptPath = std::unique_ptr<cairo_path_t, DestroyPath>;
using Context = std::unique_ptr<cairo_t, DestroyContext>;

/// Saves a context's state and restores it at the end of the scope.
class SavedState {
public:
    explicit SavedState(cairo_t* context) : context_(context) { cairo_save(context); }
    ~SavedState() { cairo_restore(context_); }
    SavedState(const SavedState&) = delete;
    SavedState& operator=(const SavedState&) = delete;

private:
    cairo_t* context_;
};

cairo_matrix_t toCairo(const ofd::Matrix& matrix);
cairo_fill_rule_t toCairo(ofd::FillRule rule);

/// Applies a document's matrix. False, and nothing changed, where what is drawn under it would have
/// no area: Cairo gives up a whole context over such a matrix.
bool transformed(cairo_t* context, const ofd::Matrix& matrix);

/// Whether the target keeps shapes (PDF) instead of pixels.
bool keepsShapes(cairo_t* context);

double pixelsPerUnit(cairo_t* context);

/// Line width, cap, join, mitre and dash, with the defaults of clause 8.5.
void setLine(cairo_t* context, const ofd::Style& style);

} // namespace kiosk::document::paint
