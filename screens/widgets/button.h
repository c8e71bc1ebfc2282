// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/widgets/basics.h"

namespace kiosk::widgets {

/// One primary button a screen at most; quiet ones stand on the page without a ground.
enum class ButtonKind { primary, secondary, quiet, onDeep };

struct ButtonSpec {
    std::string id;
    kit::Phrase words;
    std::string drawing; ///< empty: no icon
    ButtonKind kind = ButtonKind::secondary;
    std::optional<visit::Touch> touch; ///< nothing: shown, but cannot be pressed now
};

/// A main button: at least 20 mm high, words in the heading voice (A21).
kit::Node mainButton(const Design& design, ButtonSpec spec);
/// A side button: at least 12.7 mm high (A20).
kit::Node smallButton(const Design& design, ButtonSpec spec);

} // namespace kiosk::widgets
