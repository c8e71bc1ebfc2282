// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/widgets/button.h"

namespace kiosk::widgets {

struct Choice {
    std::string id;
    kit::Phrase words;
    std::string drawing;
    bool chosen = false;
    std::string lang{}; ///< of the words, where they are in another than the screen's
    visit::Touch touch;
};

/// Tiles of which one is chosen, as high as there is room: told by ground, thick edge and a tick,
/// not by colour alone (A8).
kit::Node choiceGrid(const Design& design, std::size_t columns, std::vector<Choice> choices,
                     const std::string& chosenWord);

struct CounterSpec {
    kit::Phrase words; ///< "份数"
    int value = 1;
    int least = 1;
    int most = 1;
    kit::Phrase fewer;
    kit::Phrase more;
};

/// One number with a button on either side.
kit::Node counter(const Design& design, CounterSpec spec);

} // namespace kiosk::widgets
