// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/visit_view.h"

namespace kiosk::kit {

/// The voices of the type scale, loudest first.
enum class TypeRole { display, title, heading, body, note };

enum class Weight { regular, bold };
enum class TextAlign { start, centre, end }; ///< start is left until mirror() turns it

/// Height of a capital H in millimetres. Body and note stay inside the bands of VVSG 2.0 7.1-G
/// (A1): 3.5–4.2, 4.8–5.6, 6.4–7.1, 8.5–9.0; the loud voices grow less, they are large already.
double capHeightMm(TypeRole role, visit::TextSize size);

/// Em of the font that makes a capital that high: Noto Sans has H = 0.714 em, Noto Sans CJK SC
/// 0.733 em; the smaller share, so that neither falls below the floor.
double emMm(TypeRole role, visit::TextSize size);

/// By how much icons and gaps grow with the text.
double growth(visit::TextSize size);

} // namespace kiosk::kit
