// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/paint/font_store.h"
#include "firmware/document/paint/image_store.h"
#include "firmware/document/paint/text_layout.h"

namespace kiosk::document::paint {

/// What painting a document needs besides the context; all outlives the painter.
struct Workshop {
    const ofd::Model& model;
    FontStore& fonts;
    ImageStore& images;
    Findings& findings;
};

/// A shape that bounds an object, with its box in the space of the object's boundary.
struct ClipShape {
    KeptPath path;
    cairo_fill_rule_t rule = CAIRO_FILL_RULE_WINDING;
    double left = 0, top = 0, right = 0, bottom = 0;
};

/// A glyph with its origin in the object's space.
struct PlacedGlyph {
    GlyphChoice choice;
    double x = 0, y = 0;
};

/// Draws graphic objects onto one context, whose unit is one millimetre of their container.
class ObjectPainter {
public:
    ObjectPainter(cairo_t* context, const Workshop& workshop)
        : context_(context),
          workshop_(workshop),
          isDense_(pixelsPerUnit(context) >= kDensePixelsPerMm) {
        cairo_get_matrix(context, &pageMatrix_);
    }

    void draw(const std::vector<ofd::Object>& objects);

    /// Whether the objects were too many or too deeply nested to draw them all.
    bool overworked() const { return work_ > kMostWork; }

private:
    static constexpr std::size_t kMostWork = 3'000'000; ///< objects, path steps and glyphs
    static constexpr int kDeepestNesting = 8;           ///< composites and patterns
    static constexpr double kDensePixelsPerMm = 7.8;    ///< 200 dpi

    void draw(const ofd::Object& object);
    void drawContent(const ofd::Object& object, const ofd::PathContent& path);
    void drawContent(const ofd::Object& object, const ofd::TextContent& text);
    void drawContent(const ofd::Object& object, const ofd::ImageContent& image);
    void drawContent(const ofd::Object& object, const ofd::CompositeContent& composite);

    SourcePattern clip(const ofd::Object& object, const ofd::Clip& clip);
    std::vector<ClipShape> clipShapes(const ofd::Object& object, const ofd::Clip& clip);
    void appendShape(const ofd::Object& shape);
    void appendText(const ofd::TextContent& text);
    void clipToBoundary(const BoxMm& boundary, double slack);
    bool enterObjectSpace(const ofd::Object& object);

    /// Prepares the source for filling or stroking; false where there is nothing to paint with.
    bool setSource(const ofd::Paint& paint, double alpha);
    void setEdges(const ofd::PathContent& path);
    bool setMesh(const ofd::Mesh& mesh, double alpha);
    bool setPattern(const ofd::Pattern& pattern, double alpha);
    Surface drawTile(const ofd::Pattern& pattern, double alpha);
    std::shared_ptr<cairo_surface_t> pictureOf(const ofd::ImageContent& image);
    void drawPicture(const ofd::Object& object, const ofd::ImageContent& image);
    void drawBorder(const ofd::Object& object, const ofd::Border& border);
    void maskImage(cairo_surface_t* image, ofd::Id mask, double alpha);

    std::vector<PlacedGlyph> placeText(const ofd::TextContent& text);
    std::vector<GlyphChoice> choose(const ofd::TextContent& text, const LaidGlyph& glyph);
    template <typename Show>
    void forEachRun(const ofd::TextContent& text, const std::vector<PlacedGlyph>& placed,
                    Show show);
    void drawMissing(const ofd::TextContent& text, const std::vector<PlacedGlyph>& placed);

    bool spend(std::size_t work);

    cairo_t* context_;
    const Workshop& workshop_;
    bool isDense_;                ///< the target is a printer's rather than a screen's
    cairo_matrix_t pageMatrix_{}; ///< of the space whose unit is one millimetre of the container
    std::size_t work_ = 0;
    int nesting_ = 0;
};

} // namespace kiosk::document::paint
