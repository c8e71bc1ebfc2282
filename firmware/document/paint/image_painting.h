// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/paint/cairo_values.h"

namespace kiosk::document::paint {

/// Makes a picture the context's source, stretched over the unit square.
void setImageSource(cairo_t* context, cairo_surface_t* image);

} // namespace kiosk::document::paint
