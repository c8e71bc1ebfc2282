// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/citizen/screen.h"
#include "screens/speech/captions.h"
#include "screens/widgets/caption.h"
#include "tests/screens/rules/text_rules.h"

namespace kiosk::test {

/// Something that sounds on a screen, and what stands there for it.
struct Heard {
    speech::Sentence sentence; ///< heard in a headset; nothing: the tones
    kit::Caption::Sign sign = kit::Caption::Sign::voice;
    std::vector<kit::Node> captions; ///< one after the other
};

/// All that can sound while the screen is there: what is told of it when it appears, of each thing
/// the focus may come to, and the tones.
std::vector<Heard> heardOn(const kit::Node& screen, visit::VisitView view,
                           const citizen::ScreenContext& context);

/// Every sound has a visible twin, every prompt a caption (A39): all of its words, legible, with a
/// sign, over nothing but place and time, and no word that only a headset may hear.
Findings brokenCaptionRules(const std::vector<Placed>& screen, const std::vector<Heard>& heard,
                            visit::TextSize size, const kit::Catalogue& catalogue,
                            TextRules& texts);

} // namespace kiosk::test
