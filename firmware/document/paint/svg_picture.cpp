// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/svg_picture.h"

#include <memory>

#include <librsvg/rsvg.h>

#include "firmware/base/text.h"
#include "firmware/document/paint/images.h"

namespace kiosk::document::paint {

namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 20;

struct Release {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
};
using Svg = std::unique_ptr<RsvgHandle, Release>;

/// Without a base URI the library refuses every reference to a file or an address.
Svg parse(ByteView picture) {
    const auto* bytes = static_cast<const guint8*>(static_cast<const void*>(picture.data()));
    return Svg(rsvg_handle_new_from_data(bytes, picture.size(), nullptr));
}

/// The size the picture gives itself, a square where it gives none.
RsvgRectangle ownBox(RsvgHandle* svg) {
    gboolean hasWidth = FALSE, hasHeight = FALSE, hasBox = FALSE;
    RsvgLength width, height;
    RsvgRectangle box{0, 0, 1, 1};
    rsvg_handle_get_intrinsic_dimensions(svg, &hasWidth, &width, &hasHeight, &height, &hasBox,
                                         &box);
    gdouble pixelWidth = 0, pixelHeight = 0;
    if (hasBox == FALSE && rsvg_handle_get_intrinsic_size_in_pixels(svg, &pixelWidth, &pixelHeight))
        return {0, 0, pixelWidth, pixelHeight};
    return {0, 0, box.width, box.height};
}

} // namespace

bool isSvg(ByteView picture) {
    constexpr std::size_t kEnoughToTell = 1024;
    const std::string start = toText(picture.first(std::min(picture.size(), kEnoughToTell)));
    return start.find("<svg") != std::string::npos || start.find(":svg") != std::string::npos;
}

Result<> drawSvg(cairo_t* context, ByteView picture, double width, double height) {
    if (picture.size() > kMostBytes)
        return fail(ErrorKind::limitExceeded, "image.too-large", Remedy::supplier, "SVG");
    const Svg svg = parse(picture);
    if (!svg)
        return damagedImage("SVG");
    const RsvgRectangle box = ownBox(svg.get());
    if (!(box.width > 0 && box.height > 0))
        return damagedImage("SVG");
    const SavedState saved(context);
    cairo_scale(context, width / box.width, height / box.height);
    if (rsvg_handle_render_document(svg.get(), context, &box, nullptr) == FALSE)
        return damagedImage("SVG");
    return {};
}

} // namespace kiosk::document::paint
