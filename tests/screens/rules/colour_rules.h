// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/kit/draw/canvas.h"
#include "tests/screens/rules/placed.h"

namespace kiosk::test {

/// What a theme promises; contrast ratios 1 … 21.
struct ContrastDemands {
    double text = 4.5;  ///< every text
    double plain = 4.5; ///< body text, and every text in something to press
    double most = 21;   ///< of any text: the soft theme must stay soft
    double parts = 3;   ///< icons, and the edges of what can be pressed or tells a state
};
ContrastDemands demandsOf(visit::Theme theme);

/// Two colours found in a part of the frame: the one most of it has, and the one that stands out
/// most from it.
struct InkAndGround {
    kit::Colour ink;
    kit::Colour ground;

    double contrast() const { return kit::contrast(ink, ground); }
};
InkAndGround sampled(const kit::Canvas& frame, const kit::RectMm& area);

/// Contrasts as they are in the pixels of the frame drawn from the screen (A6, A7).
Findings weakColours(const std::vector<Placed>& screen, const kit::Canvas& frame,
                     const ContrastDemands& demands);

} // namespace kiosk::test
