// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/widgets/basics.h"

namespace kiosk::widgets {

/// The four tones of what is told. Each has its own icon shape, so that colour is never alone (A8).
enum class Tone { neutral, positive, caution, negative };

struct TonePaint {
    kit::ColourRole ink;
    kit::ColourRole soft;
    std::string drawing;
    std::string state; ///< for the tree: "ok", "caution" …
};
TonePaint paintOf(Tone tone);

/// A message in a tinted box: icon, words, and further lines under them.
kit::Node notice(const Design& design, Tone tone, kit::Phrase words,
                 std::vector<kit::Phrase> further = {});

/// A short state in a pill: icon and one or two words.
kit::Node badge(const Design& design, Tone tone, kit::Phrase words);

} // namespace kiosk::widgets
