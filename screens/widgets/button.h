// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/widgets/basics.h"

namespace kiosk::widgets {

/// One primary button a screen at most; quiet ones serve every screen and step back behind it.
enum class ButtonKind { primary, secondary, quiet, onDeep };

struct ButtonSpec {
    std::string id;
    kit::Phrase words;
    std::string drawing; ///< empty: no icon
    ButtonKind kind = ButtonKind::secondary;
    std::optional<visit::Touch> touch; ///< nothing: shown, but cannot be pressed now
};

/// A main button: at least 20 mm high (A21). The primary one is higher and louder where there is
/// room.
kit::Node mainButton(const Design& design, ButtonSpec spec);
/// A side button: at least 12.7 mm high (A20).
kit::Node smallButton(const Design& design, ButtonSpec spec);

struct PagerSpec {
    ButtonSpec previous;
    kit::Phrase place; ///< "2 / 3"
    ButtonSpec next;
};
/// Previous and next, always both in their places; the one that leads nowhere rests (A10).
kit::Node pager(const Design& design, PagerSpec spec);

} // namespace kiosk::widgets
