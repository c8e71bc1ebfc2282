// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/paint/cairo_values.h"

namespace kiosk::document::paint {

/// A shading as a Cairo source in the object's space; `alpha` multiplies every stop.
SourcePattern makeShading(const ofd::Shading& shading, double alpha);

} // namespace kiosk::document::paint
