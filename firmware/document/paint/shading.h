// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/paint/cairo_values.h"

namespace kiosk::document::paint {

/// An axial or radial shading as a Cairo source in the object's space; `alpha` multiplies every
/// stop.
SourcePattern makeShading(const ofd::Shading& shading, double alpha);

/// A mesh as a Cairo source in the object's space, without what it gives as ground.
SourcePattern makeMesh(const ofd::Mesh& mesh, double alpha);

} // namespace kiosk::document::paint
