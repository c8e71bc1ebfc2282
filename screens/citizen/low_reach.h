// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/citizen/page.h"

namespace kiosk::citizen {

/// Height of the glass above which nothing is to be pressed with low reach, in millimetres from
/// the upper edge: as the board gives it, else a third of the glass as the best guess.
double reachLine(const Page& page);

/// What stands above that line: the strip, and all of the content that comes before the first
/// thing to press – titles and pictures. Takes it out of the content.
kit::Node aboveLine(const Page& page, kit::Node topStrip, PageContent& content);

} // namespace kiosk::citizen
