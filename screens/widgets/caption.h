// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "screens/kit/caption.h"
#include "screens/kit/layout.h"
#include "screens/kit/texts.h"
#include "screens/widgets/design.h"

/// Where what is heard is written: over place and time, at the top of every screen. That line is
/// there on each of them and nobody needs it while the kiosk speaks, so that nothing moves when a
/// caption comes and goes (A39). Over a dialog's scrim too; on a dark screen there is none (A13).
namespace kiosk::widgets {

/// How the screen a caption is for is set.
struct CaptionManner {
    visit::TextSize size = visit::TextSize::normal;
    kit::Direction direction = kit::Direction::leftToRight;
};

/// The lines that `words` take there, each a caption of its own; `screen` is laid out.
std::vector<std::string> captionLines(const kit::Node& screen, std::string_view words,
                                      const std::string& language, CaptionManner manner,
                                      kit::TextMeasure& measure);

/// The caption as it stands on `screen`; nothing on a dark one.
std::optional<kit::Node> captionOn(const kit::Node& screen, const kit::Caption& caption,
                                   CaptionManner manner, kit::TextMeasure& measure);

/// The same screen with the caption instead of place and time.
kit::Node captioned(kit::Node screen, const kit::Caption& caption, CaptionManner manner,
                    kit::TextMeasure& measure);

} // namespace kiosk::widgets
