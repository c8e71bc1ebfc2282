// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/model.h"

namespace kiosk::document::ofd {

/// AbbreviatedData (GB/T 33190 clause 9.2): operators S M L Q B A C with their operands, blanks
/// between operators optional; operands that follow without an operator repeat the last one, a move
/// as a line. Reading stops at the first operator without all its operands; what
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

/// A box at the origin with elliptic corners, clockwise from its top left. Radii beyond half a side
/// are taken as that.
std::vector<PathStep> roundedBox(double width, double height, double radiusX, double radiusY);

} // namespace kiosk::document::ofd
