// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cairo.h>

#include "firmware/base/bytes.h"
#include "firmware/base/handle.h"

namespace kiosk::tests {

using SurfacePtr = Handle<cairo_surface_t, cairo_surface_destroy>;
using ContextPtr = Handle<cairo_t, cairo_destroy>;

/// What Cairo calls with each piece of a file it writes; the closure is the Bytes it goes to.
inline cairo_status_t appendOutput(void* closure, const unsigned char* data, unsigned size) {
    const ByteView piece = std::as_bytes(std::span(data, size));
    auto& file = *static_cast<Bytes*>(closure);
    file.insert(file.end(), piece.begin(), piece.end());
    return CAIRO_STATUS_SUCCESS;
}

} // namespace kiosk::tests
