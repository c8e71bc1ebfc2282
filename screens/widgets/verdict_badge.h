// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/widgets/notice.h"

namespace kiosk::widgets {

Tone toneOf(verify::Judgement judgement);
std::string_view textKey(verify::Judgement judgement); ///< "valid", "not-valid", "cannot-tell"

/// The judgement as a wide bar: shape, words and colour say the same; under it, why.
kit::Node verdictBadge(const Design& design, verify::Judgement judgement, kit::Phrase words,
                       std::vector<kit::Phrase> why);

} // namespace kiosk::widgets
