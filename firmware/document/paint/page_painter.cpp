// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/page_painter.h"

namespace kiosk::document::paint {

namespace {

void drawLayers(ObjectPainter& painter, const std::vector<ofd::Layer>& layers) {
    for (const ofd::Layer& layer : layers)
        painter.draw(layer.objects);
}

void drawTemplates(ObjectPainter& painter, const Workshop& workshop, const ofd::Page& page,
                   ofd::TemplateUse::Order order) {
    for (const ofd::TemplateUse& use : page.templates) {
        const auto layers = workshop.model.resources.templates.find(use.id);
        if (use.order == order && layers != workshop.model.resources.templates.end())
            drawLayers(painter, layers->second);
    }
}

void drawAnnotations(cairo_t* context, ObjectPainter& painter, const ofd::Page& page,
                     Document::Use use) {
    for (const ofd::Annotation& annotation : page.annotations) {
        if (!annotation.visible || (use == Document::Use::print && !annotation.printed))
            continue;
        const SavedState saved(context);
        cairo_translate(context, annotation.boundary.x, annotation.boundary.y);
        painter.draw(annotation.objects);
    }
}

} // namespace

Result<> drawPage(cairo_t* context, const Workshop& workshop, const ofd::Page& page,
                  Document::Use use, const std::vector<Stamp>& stamps) {
    const SavedState saved(context);
    const BoxMm& sheet = page.boxes.physical;
    cairo_rectangle(context, 0, 0, sheet.width, sheet.height);
    cairo_clip(context);
    // The box's own origin is where the page begins.
    cairo_translate(context, -sheet.x, -sheet.y);
    ObjectPainter painter(context, workshop);
    drawTemplates(painter, workshop, page, ofd::TemplateUse::Order::background);
    drawLayers(painter, page.layers);
    drawTemplates(painter, workshop, page, ofd::TemplateUse::Order::foreground);
    drawAnnotations(context, painter, page, use);
    for (const Stamp& stamp : stamps) {
        if (stamp.pageId == page.id)
            drawStamp(context, workshop, stamp, use);
    }
    if (painter.overworked())
        return fail(ErrorKind::limitExceeded, "document.too-complex", Remedy::supplier,
                    "page " + page.id);
    return {};
}

} // namespace kiosk::document::paint
