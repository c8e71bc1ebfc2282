// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "screens/kit/texts.h"
#include "screens/widgets/design.h"

/// The small words widgets are made of: boxes, texts, icons.
namespace kiosk::widgets {

kit::Node column(double gap, std::vector<kit::Node> children);
kit::Node row(double gap, std::vector<kit::Node> children); ///< centred vertically
kit::Node grid(int columns, double gap, std::vector<kit::Node> children);

/// Free space that takes what others leave.
kit::Node spacer();

/// The same node taking a share of the free room.
kit::Node growing(kit::Node node, double share = 1);

/// A text that is read on its own.
kit::Node text(kit::Phrase phrase, const kit::TextStyle& style);
kit::Node heading(kit::Phrase phrase, const kit::TextStyle& style);

/// A text that belongs to a button, badge or card, which speaks for it.
kit::Node part(std::string words, const kit::TextStyle& style);

/// Words from the licence itself: Chinese whatever the screen's language, and personal.
kit::Node asIssued(kit::Node node);
kit::Node personal(kit::Node node);

kit::Node icon(std::string drawing, kit::ColourRole tint, double size);

/// An icon on a soft ground of its own, for what stands in a list or is pressed.
kit::Node iconTile(const Design& design, std::string drawing, kit::TypeRole beside);

/// A sign and the lines beside it.
kit::Node point(const Design& design, std::string drawing, std::vector<kit::Node> lines);

/// A white box with a fine edge.
kit::Node card(const Design& design, std::vector<kit::Node> children);

} // namespace kiosk::widgets
