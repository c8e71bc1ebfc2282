// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/paint/object_painter.h"

namespace kiosk::document::paint {

/// Draws a page in the order of clause 7.7: templates behind, layers, templates in front,
/// annotations, stamps. Error "document.too-complex" where the page holds more than we draw.
Result<> drawPage(cairo_t* context, const Workshop& workshop, const ofd::Page& page,
                  Document::Use use, const std::vector<Stamp>& stamps);

/// Draws a seal's picture at its place on the page; an OFD picture by its first page, without
/// stamps of its own.
void drawStamp(cairo_t* context, const Workshop& workshop, const Stamp& stamp, Document::Use use);

} // namespace kiosk::document::paint
