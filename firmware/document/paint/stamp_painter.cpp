// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/document/paint/culling.h"
#include "firmware/document/paint/image_painting.h"
#include "firmware/document/paint/page_painter.h"
#include "firmware/document/paint/svg_picture.h"

namespace kiosk::document::paint {

namespace {

/// A ZIP archive begins so.
bool isPackage(ByteView picture) {
    const ByteView magic = bytesOf("PK");
    return picture.size() > magic.size() && std::ranges::equal(picture.first(magic.size()), magic);
}

Result<> drawDocument(cairo_t* context, const Stamp& stamp, Document::Use use) {
    const Document seal = TRY(Document::open(TRY(Package::open(stamp.picture))));
    const SizeMm size = seal.pageSize(0);
    cairo_scale(context, stamp.boundary.width / size.width.value,
                stamp.boundary.height / size.height.value);
    return seal.draw(0, context, use, {});
}

Result<> drawImage(cairo_t* context, ImageStore& images, const Stamp& stamp) {
    const auto image = TRY(images.image(stamp.picture));
    cairo_scale(context, stamp.boundary.width, stamp.boundary.height);
    cairo_rectangle(context, 0, 0, 1, 1);
    cairo_clip(context);
    setImageSource(context, image.get());
    cairo_paint(context);
    return {};
}

/// What the seal says of its picture's format is not always true: the bytes tell.
Result<> drawPicture(cairo_t* context, ImageStore& images, const Stamp& stamp, Document::Use use) {
    if (isPackage(stamp.picture))
        return drawDocument(context, stamp, use);
    if (isSvg(stamp.picture))
        return drawSvg(context, stamp.picture, stamp.boundary.width, stamp.boundary.height);
    return drawImage(context, images, stamp);
}

/// False where nothing of it is left to be seen.
bool clipStamp(cairo_t* context, const Stamp& stamp) {
    const BoxMm whole{0, 0, stamp.boundary.width, stamp.boundary.height};
    const BoxMm& part = stamp.clip.value_or(whole);
    cairo_rectangle(context, part.x, part.y, part.width, part.height);
    cairo_clip(context);
    return meetsClip(context, part);
}

} // namespace

void drawStamp(cairo_t* context, const Workshop& workshop, const Stamp& stamp, Document::Use use) {
    if (stamp.boundary.width <= 0 || stamp.boundary.height <= 0)
        return workshop.findings.add("stamp.no-size", "page " + stamp.pageId);
    const SavedState saved(context);
    cairo_translate(context, stamp.boundary.x, stamp.boundary.y);
    if (!clipStamp(context, stamp))
        return;
    if (const auto drawn = drawPicture(context, workshop.images, stamp, use); !drawn)
        workshop.findings.add("stamp.not-drawn", drawn.error().code());
}

} // namespace kiosk::document::paint
