// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/kit/node.h"

namespace kiosk::widgets {

/// How tightly a screen is set. Screens are built roomy; where the largest text leaves too little
/// room they are built again denser, never cut.
enum class Density { roomy, snug, tight, tightest };

/// The measures of the visual language, in millimetres: everything is a multiple of one step, and
/// grows with the text.
struct Design {
    visit::TextSize size = visit::TextSize::normal;
    Density density = Density::roomy;
    visit::Version version = visit::Version::standard;

    double gap(double steps) const; ///< free space: one step is 4 mm at the normal size
    double targetGap() const;       ///< between two things to press, never under 2.54 mm (A20)
    double mainGap() const;         ///< between two main buttons, never under 4 mm (A21)
    double target() const;          ///< height of a thing to press, never under 12.7 mm (A20)
    double mainTarget()
        const; ///< height of a main button, never under 20 mm, 25 in the elder version (A21)
    double icon(kit::TypeRole beside) const; ///< an icon as large as the text it stands beside
    double radius() const { return 4; }

    kit::TextStyle text(kit::TypeRole role, kit::ColourRole ink = kit::ColourRole::ink,
                        kit::Weight weight = kit::Weight::regular,
                        kit::TextAlign align = kit::TextAlign::start) const;
};

} // namespace kiosk::widgets
