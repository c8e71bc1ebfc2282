// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/model.h"

namespace kiosk::document::ofd {

/// AbbreviatedData (GB/T 33190 clause 9.2): operators S M L Q B A C with their operands, blanks
/// between operators optional. Reading stops at the first operator without all its operands; what
/// came before it is drawn.
std::vector<PathStep> parsePath(std::string_view data);

/// An elliptic arc from `from` as cubic curves: radii, rotation in degrees clockwise, which of the
/// two arcs, and its sense on a page whose y grows downwards.
struct Arc {
    double radiusX = 0, radiusY = 0;
    double rotation = 0;
    bool large = false;
    bool clockwise = false;
    Point to;
};
std::vector<PathStep> arcToCurves(Point from, const Arc& arc);

} // namespace kiosk::document::ofd
