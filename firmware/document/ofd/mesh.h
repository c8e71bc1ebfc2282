// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/colour.h"

namespace kiosk::document::ofd {

/// A GouraudShd or LaGouraudShd (clauses 8.3.4.4 and 8.3.4.5) as triangles; nothing where the
/// element is no such shading or has too few points for one triangle.
std::optional<Mesh> parseMesh(const Element& element, const ColourSpaces& spaces);

} // namespace kiosk::document::ofd
